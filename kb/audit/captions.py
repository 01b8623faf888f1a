"""Checks of captions and of the lines under tables that name their source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.audit.chapter import Chapter, finding, in_block
from kb.audit.study_tables import study_tables
from kb.findings import Finding, Phrase, Place
from kb.model.draft import Block

_PARTS = re.compile(
    r"(?P<word>Tabel|TABEL|Table|Gambar|GAMBAR|Figure|Grafik|Bagan|Skema|Diagram)\b\.?[ \t]*"
    r"(?P<number>(?:\d+|[IVX]+\b|[A-Z]\b)(?:[ .\-–]\d+)*)?(?P<rest>.*)$",
    re.DOTALL,
)
_BROKEN = re.compile(r"\d+\s+\d+|\d+\s*[.\-–]\s+\d+")
_SOURCE = re.compile(r"\s*(?:sumber|source)\s*:?\s", re.IGNORECASE)
_OWN_DATA = re.compile(
    r"\b(?:hasil\s+(?:penelitian|wawancara|observasi|olah(?:an)?\s+data|survei)|data\s+(?:primer|lapangan|penelitian)"
    r"|dokumen(?:tasi)?\s+(?:pribadi|peneliti|penulis)|primary\s+data)\b",
    re.IGNORECASE,
)
_FROM_OTHERS = re.compile(
    r"\b(?:terdahulu|berbagai|dirangkum|diringkas|diolah\s+dari|peneliti\s+lain|jurnal)\b", re.IGNORECASE
)
_CONTINUED = re.compile(r"\blanjutan|continued|sambungan\b", re.IGNORECASE)


def caption_form(chapter: Chapter) -> Iterable[Finding]:
    """A caption without number or title, or with a broken or repeated number."""
    seen: dict[tuple[str, str], Block] = {}
    for position, (_, block) in enumerate(chapter.blocks):
        if block.kind != "caption" or block.automatic:
            continue
        match = _PARTS.match(block.text.strip(" *_"))
        if match is None:
            continue
        what = _fault(match, chapter, position)
        if what:
            yield finding("caption-form", "warning", (in_block(block),), what=what, kind=match["word"].capitalize())
        elif match["number"] and not _CONTINUED.search(block.text):
            mark = (match["word"].lower(), match["number"])
            if mark in seen:
                places = (in_block(block), in_block(seen[mark]))
                yield finding(
                    "caption-form",
                    "warning",
                    places,
                    what=Phrase("nomornya sudah dipakai"),
                    kind=match["word"].capitalize(),
                )
            seen.setdefault(mark, block)


def _fault(match: re.Match[str], chapter: Chapter, position: int) -> Phrase | None:
    number = match["number"]
    if not number:
        return Phrase("nomornya belum ada")
    if _BROKEN.search(number):
        return Phrase("nomornya ditulis “{number}”", {"number": number})
    if not match["rest"].strip(" .:*_-–") and not _titled_below(chapter, position):
        return Phrase("judulnya belum ada")
    return None


def _titled_below(chapter: Chapter, position: int) -> bool:
    """A title may stand on its own line under the number."""
    following = chapter.blocks[position + 1][1] if position + 1 < len(chapter.blocks) else None
    return following is not None and following.kind in ("paragraph", "heading") and len(following.text) < 160


def table_without_caption(chapter: Chapter) -> Iterable[Finding]:
    """A table of some size that no caption names, where it is not the rest of the one before."""
    blocks = chapter.blocks
    continued = {number for table in study_tables(chapter) for number in table.repeated}
    for position, (number, block) in enumerate(blocks):
        if block.kind != "table" or number in continued or not _is_data(block):
            continue
        beside = [each for _, each in blocks[max(0, position - 3) : position]] + [
            each for _, each in blocks[position + 1 : position + 3]
        ]
        if any(each.kind == "caption" for each in beside):
            continue
        quote = "\t".join(cell.text for cell in block.rows[0])[:200]
        yield finding("table-without-caption", "warning", (Place(block.file, block.line, 1, quote),))


def _is_data(block: Block) -> bool:
    columns = max(sum(1 for cell in row if cell.text) for row in block.rows)
    return len(block.rows) >= 2 and columns >= 2


def table_without_source(chapter: Chapter) -> Iterable[Finding]:
    """A table of prior studies with no line that says where it was taken from."""
    for table in study_tables(chapter):
        block = chapter.draft.blocks[table.blocks[-1]]
        if _source_line(chapter, table.blocks[-1]) is None:
            quote = "\t".join(cell.text for cell in block.rows[0])[:200]
            yield finding("table-without-source", "info", (Place(block.file, block.line, 1, quote),))


def source_claims_others(chapter: Chapter) -> Iterable[Finding]:
    """ "Sumber: hasil penelitian" under a table of other people's studies."""
    for table in study_tables(chapter):
        line = _source_line(chapter, table.blocks[-1])
        if line and any(each.citation.line == line.line for each in chapter.citations):
            continue
        if line and _OWN_DATA.search(line.text) and not _FROM_OTHERS.search(line.text):
            yield finding("source-claims-others", "warning", (in_block(line),), count=len(table.studies))


def _source_line(chapter: Chapter, number: int) -> Block | None:
    for block in chapter.draft.blocks[number + 1 : number + 3]:
        if _SOURCE.match(block.text):
            return block
    return None
