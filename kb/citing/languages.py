"""In which language a work is written: as its entry says, else by the small words of its title."""

from __future__ import annotations

import re

from kb.store.bibliography_entry import Entry

_NAMES = {
    "id": "indonesian indonesia bahasa bahasai indon bahasaindonesia ind id in",
    "en": "english american british usenglish ukenglish canadian australian newzealand inggris eng en bahasainggris",
    "ms": "malay melayu bahasam meyalu msa ms",
    "ar": "arabic arab ara ar",
    "nl": "dutch belanda nld nl",
    "de": "german ngerman jerman deu de",
    "fr": "french prancis fra fr",
    "ja": "japanese jepang jpn ja",
    "zh": "chinese mandarin zho zh",
    "jv": "javanese jawa jav jv",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
_INDONESIAN = re.compile(
    r"\b(?:dan|di|ke|tentang|oleh|bagi|secara|berbasis|menggunakan|sistem|penerapan|pengembangan|siswa|mahasiswa|dari|pada|dalam|untuk|yang|dengan|terhadap|melalui|sebagai|antara|studi|kasus|analisis|pengaruh|peran|"
    r"hubungan|upaya|penelitian|pengantar|masyarakat|pendidikan|teori|metode|sosial|ekonomi|manajemen|desa|kerja)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|in|on|for|to|with|from|an|at|by|as|how|what|why|its|their|between|towards?|using|study|theory|social|"
    r"introduction|analysis|handbook|practice)\b",
    re.IGNORECASE,
)


def entry_language(entry: Entry, default: str = "id") -> str:
    """A code like `id` or `en`; `default` where neither the entry nor its title tells."""
    for field in ("langid", "language", "hyphenation"):
        code = _code(entry.fields.get(field, ""))
        if code:
            return code
    title = f"{entry.fields.get('title', '')} {entry.fields.get('subtitle', '')}"
    indonesian, english = len(_INDONESIAN.findall(title)), len(_ENGLISH.findall(title))
    if indonesian == english:
        return default
    return "id" if indonesian > english else "en"


def _code(written: str) -> str:
    first = re.split(r"[,;/]", written)[0].strip()
    code = _CODES.get(re.sub(r"[^a-z]", "", first.casefold()))
    return (
        code or _CODES.get(first[:2].casefold(), "")
        if re.fullmatch(r"[A-Za-z]{2}-[A-Za-z]{2,4}", first)
        else code or ""
    )
