"""What the heading of a column of prior studies says that its cells hold, in the words of theses in either language."""

from __future__ import annotations

import re
from functools import lru_cache

AUTHOR, YEAR, TITLE, STUDY, NUMBER, METHOD, NOTE = "author", "year", "title", "study", "number", "method", "note"
"""`study` is who, when and what in one cell; `method` is approach, design, data collection and analysis together."""

IDENTITY = frozenset({AUTHOR, TITLE, STUDY, "citekey", "doi"})
"""Contents by which it is known whose study a row is."""

_SEVERAL = re.compile(r"\s*(?:[/,;&+|\n–—]|\bdan\b|\bserta\b|\band\b|\s-\s)\s*")
_BRACKET = re.compile(r"\(([^()]*)\)")
_RULES: tuple[tuple[str, str], ...] = (
    (NUMBER, r"no|no urut|nomor|nomor urut|nr|#"),
    ("citekey", r"citekey|cite key|kunci|kunci sitasi|bibtex key|key"),
    ("doi", r"doi"),
    ("abstract", r"abstrak|abstract|ringkasan"),
    ("keywords", r"(?:author |index )?keywords|kata kunci"),
    ("url", r"url|link|tautan|alamat|sumber online"),
    ("year", r"(?:tahun|thn|th|year)(?: (?:terbit|terbitan|publikasi|penelitian|of publication|published))?"),
    (
        "similarities",
        r"(?:persamaan|kesamaan|similarit(?:y|ies))(?: (?:penelitian|dengan|dgn|with|yang).*)?"
        r"|(?:letak|unsur|aspek|segi|sisi) (?:persamaan|kesamaan)",
    ),
    (
        "differences",
        r"(?:perbedaan|perbedaannya|differences?)(?: (?:penelitian|dengan|dgn|with|yang).*)?"
        r"|(?:letak|unsur|aspek|segi|sisi) perbedaan",
    ),
    (
        "container",
        r"(?:nama )?(?:jurnal|journal|penerbit|publikasi|media publikasi|publisher|prosiding)(?: penerbit)?"
        r"|sumber jurnal|source title|publication title|nama sumber|asal (?:jurnal|karya)",
    ),
    (
        "kind",
        r"(?:jenis|bentuk) (?:karya|publikasi|karya ilmiah|sumber|tulisan)|skripsi|tesis|disertasi|artikel|kind"
        r"|(?:publication|document|item) type|tipe dokumen|type of (?:work|publication)",
    ),
    (
        STUDY,
        r"penelitian(?: (?:terdahulu|sebelumnya|relevan|yang relevan|terkait))?|identitas(?: .*)?|referensi|kutipan"
        r"|sitasi|citation|reference|study|studies|previous (?:study|studies|research)|sumber(?: pustaka| rujukan)?",
    ),
    (TITLE, r"(?:judul|title)(?: .*)?|(?:research|thesis) title|nama penelitian|topik penelitian judul"),
    (
        AUTHOR,
        r"(?:nama )?(?:peneliti|penulis|pengarang|penyusun|author|authors|researcher|researchers)"
        r"(?: (?:terdahulu|sebelumnya|name|names|penelitian))?|nama|nama lengkap|nama mahasiswa|oleh|nama penyusun",
    ),
    (
        "data-collection",
        r"(?:teknik |metode |cara |alat |instrumen )?(?:pengumpulan|pengambilan|pemerolehan) data"
        r"|instrumen(?: penelitian| data)?|data (?:collection|gathering)(?: .*)?|instruments?|alat ukur|skala",
    ),
    (
        "sampling",
        r"(?:teknik |metode |cara )?(?:pengambilan|penentuan|penarikan|pemilihan) (?:sampel|sample|informan|subjek)"
        r"|(?:teknik )?sampling(?: .*)?|teknik sampel",
    ),
    (
        "analysis",
        r"(?:teknik |metode |alat |model |cara )?(?:analisis|analisa|pengolahan)(?: data| statistik)?|uji statistik"
        r"|(?:data )?analysis(?: .*)?|alat (?:uji|analisis)",
    ),
    (
        "design",
        r"(?:desain|design|rancangan|jenis|tipe|model|research design|type of research)(?: (?:penelitian|studi|riset))?",
    ),
    ("approach", r"(?:pendekatan|paradigma|approach)(?: (?:penelitian|studi))?|research approach"),
    (METHOD, r"(?:metode|metodologi|metoda|method|methods|methodology)(?: .*)?|research methods?|cara penelitian"),
    (
        "subjects",
        r"(?:subjek|subyek|objek|obyek|informan|responden|partisipan|populasi|sampel|sample|sasaran|unit analisis"
        r"|subjects?|informants?|participants?|respondents?|population|object)(?: (?:penelitian|data|utama))?",
    ),
    (
        "location",
        r"(?:lokasi|tempat|lokus|setting|latar|wilayah|daerah|location|place|site|locus|country|negara)"
        r"(?: (?:penelitian|studi|riset))?|lokasi waktu|research (?:site|location)",
    ),
    ("theory", r"(?:(?:landasan|kerangka|kajian|grand) )?(?:teori|theory|theories|theoretical framework)(?: .*)?"),
    (
        "topic",
        r"(?:fokus|topik|tema|variabel|variable|variables|focus|topic|theme|pokok bahasan|masalah|permasalahan)"
        r"(?: (?:penelitian|bebas|terikat|independen|dependen|kajian|masalah|yang diteliti|x|y))*|rumusan masalah",
    ),
    ("aspect", r"(?:aspek|dimensi|sub ?fokus|aspects?|dimensions?)(?: .*)?"),
    ("program", r"(?:program|intervensi|intervention|perlakuan|treatment)(?: .*)?"),
    ("aim", r"(?:tujuan|maksud|aims?|objectives?|purpose)(?: .*)?"),
    (
        "findings",
        r"(?:hasil|temuan|kesimpulan|simpulan|findings?|results?|conclusions?|ringkasan hasil|output)(?: .*)?"
        r"|(?:research|key|main) (?:findings?|results?)|pembahasan",
    ),
    ("limitations", r"(?:keterbatasan|kelemahan|kekurangan|limitations?|weakness(?:es)?)(?: .*)?"),
    ("relevance", r"(?:relevansi|kontribusi|manfaat|relevance|contribution)(?: .*)?"),
    (NOTE, r"catatan|keterangan|ket|remarks?|notes?|orisinalitas(?: .*)?|komentar"),
)
_PATTERNS = tuple((content, re.compile(words)) for content, words in _RULES)


@lru_cache(maxsize=2_000)
def contents_of(heading: str) -> tuple[str, ...]:
    """The contents that a heading names, in its order; empty where it names none.

    Of a heading of two levels ("Metode / Pendekatan") the lower one counts, where it says anything.
    """
    upper, slash, lower = heading.partition(LEVELS)
    if slash:
        return contents_of(lower) or contents_of(upper) if not is_value(lower) else contents_of(upper)
    words = _folded(heading)
    if not words or len(words) > 120:
        return ()
    whole = _single(words)
    parts = _parts(heading)
    return parts if len(parts) > 1 or not whole else (whole,)


LEVELS = " › "
"""Stands between the levels of a heading."""


def is_value(words: str) -> bool:
    """Whether the lower level of a heading names no content: then it may be a value that is ticked."""
    return not contents_of(words)


def _folded(heading: str) -> str:
    text = heading.casefold().replace("*", " ").replace("_", " ")
    return " ".join(re.sub(r"[.:?!\"'“”‘’\[\]]", " ", text).split())


def _single(words: str) -> str | None:
    bare = " ".join(_BRACKET.sub(" ", words).split())
    for content, pattern in _PATTERNS:
        if pattern.fullmatch(bare):
            return content
    return None


def _parts(heading: str) -> tuple[str, ...]:
    """Contents of each part of "Nama Peneliti, Tahun, dan Judul"; "Penulis (Tahun)" has two parts."""
    words = _BRACKET.sub(r", \1", _folded(heading.replace("\n", ", ")))
    found: list[str] = []
    for part in _SEVERAL.split(words):
        content = _single(part.strip()) if part.strip() else None
        if content and content not in found:
            found.append(content)
    if METHOD in found:
        found = [each for each in found if each not in ("approach", "design", "analysis", "data-collection")]
    if STUDY in found and (AUTHOR in found or TITLE in found):
        found.remove(STUDY)
    return tuple(found)
