"""Checks of what a template or a draft left behind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.audit.chapter import Chapter, at, finding
from kb.findings import Finding

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD)\b|\?{3,}"
    r"|\[(?i:(?:isi|masukkan|tulis|ketik|lengkapi|sebutkan|insert|your)(?![\w-])[^\[\]]{0,60}"
    r"|(?:nama|judul|tahun|sumber|kutipan|halaman|citation)(?:\s+(?:anda|penulis|di\s+sini|here|needed|buku|karya|terbit|ahli|tokoh|pakar|peneliti|lengkap))?"
    r"|tbd|x{2,}|\?+)\]"
    r"|\(\s*(?i:nama|penulis|author)\s*,\s*(?i:tahun|year)\s*\)|<(?i:isi|nama|judul)(?:\s[^<>]{0,40})?>",
)
_WORDS = re.compile(r"lorem ipsum|click (?:or tap )?here to|klik (?:atau ketuk )?di sini untuk", re.IGNORECASE)
_BROKEN = re.compile(
    r"Error!\s*(?:Reference source not found|Bookmark not defined|No text of specified style|Not a valid[^.]{0,30})\.?"
    r"|Kesalahan!\s*(?:Sumber referensi tidak ditemukan|Bookmark tidak ditentukan)[^.]{0,20}\.?|#REF!|\[\?\]"
    r"|\b(?:Tabel|Gambar|Bab|Persamaan|Lampiran|Bagian|Table|Figure|Section|Chapter|Equation)\s\(?\?\?\)?(?!\?)",
    re.IGNORECASE,
)


def placeholder_left(chapter: Chapter) -> Iterable[Finding]:
    """Words of a template or a note to oneself."""
    for stretch in chapter.stretches:
        found = [*_PLACEHOLDER.finditer(stretch.text), *_WORDS.finditer(stretch.text)]
        seen: set[int] = set()
        for match in found:
            if match.start() in seen or any(
                span.kind in ("code", "citation") and span.start <= match.start() < span.end for span in stretch.spans
            ):
                continue
            seen.add(match.start())
            yield finding("placeholder-left", "error", (at(stretch, match.start(), match.end()),), words=match[0])


def broken_reference(chapter: Chapter) -> Iterable[Finding]:
    """A cross-reference that Word or LaTeX could not fill in."""
    for stretch in chapter.stretches:
        for match in _BROKEN.finditer(stretch.text):
            yield finding("broken-reference", "error", (at(stretch, match.start(), match.end()),), words=match[0])
