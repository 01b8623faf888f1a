"""Tables of prior studies: their rows by role, and what the prose says of the same studies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.audit.chapter import Chapter
from kb.citing.people import folded
from kb.model.citation import Resolved
from kb.model.draft import Block, Row, TableCell

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("author", re.compile(r"\b(?:peneliti|pengarang|penulis|nama|author|researcher|oleh)\b", re.I)),
    ("same", re.compile(r"\b(?:persamaan|kesamaan|similarit\w+)\b", re.I)),
    ("different", re.compile(r"\b(?:perbedaan|differences?|orisinalitas)\b", re.I)),
    ("title", re.compile(r"\b(?:judul|title|topik)\b", re.I)),
    ("method", re.compile(r"\b(?:metod\w*|pendekatan|method\w*|desain|teknik)\b", re.I)),
    ("result", re.compile(r"\b(?:hasil|temuan|simpulan|kesimpulan|findings?|results?)\b", re.I)),
    ("year", re.compile(r"\b(?:tahun|year)\b", re.I)),
)
_CAPTION = re.compile(
    r"penelitian\s+(?:terdahulu|yang relevan|relevan|sebelumnya|terkait|sejenis)|previous (?:studies|research)", re.I
)


@dataclass(frozen=True, eq=False)
class Study:
    """A row: the cells by role, the citation in the author's cell, and the names it may be called by."""

    block: int
    row: int
    cells: dict[str, TableCell]
    citation: Resolved | None
    names: tuple[str, ...]
    label: str

    @property
    def text(self) -> str:
        """All the row says."""
        return " ".join(cell.text for cell in self.cells.values())


@dataclass(frozen=True, eq=False)
class StudyTable:
    """A table of studies, put together again where it was cut by pages; `repeated` are its repeated header rows."""

    blocks: tuple[int, ...]
    studies: tuple[Study, ...]
    repeated: tuple[int, ...]


@lru_cache(maxsize=1)
def study_tables(chapter: Chapter) -> tuple[StudyTable, ...]:
    """All tables of the chapter that list studies."""
    found: list[StudyTable] = []
    for number, block in chapter.blocks:
        if block.kind != "table" or len(block.rows) < 2:
            continue
        roles = _roles(block.rows[0])
        if not _lists_studies(chapter, number, block, roles):
            continue
        studies = tuple(_studies(chapter, number, block, roles))
        before = found[-1] if found else None
        if (
            before
            and before.blocks[-1] == number - 1
            and _header(chapter.draft.blocks[before.blocks[0]]) == _header(block)
        ):
            found[-1] = StudyTable((*before.blocks, number), (*before.studies, *studies), (*before.repeated, number))
        else:
            found.append(StudyTable((number,), studies, ()))
    return tuple(found)


def _header(block: Block) -> tuple[str, ...]:
    return tuple(folded(cell.text) for cell in block.rows[0])


def _roles(header: Row) -> dict[int, str]:
    roles: dict[int, str] = {}
    for column, cell in enumerate(header):
        for role, pattern in _ROLES:
            if pattern.search(cell.text) and role not in roles.values():
                roles[column] = role
                break
    return roles


def _lists_studies(chapter: Chapter, number: int, block: Block, roles: dict[int, str]) -> bool:
    if "author" not in roles.values():
        column = _author_column(chapter, number, block)
        if column is None:
            return False
        roles[column] = "author"
    others = set(roles.values()) - {"author", "year"}
    near = chapter.draft.blocks[max(0, number - 2) : number]
    named = any(_CAPTION.search(each.text) for each in near if each.kind in ("caption", "heading", "paragraph"))
    return len(others) >= 2 or (bool(others) and named) or (bool(others) and _cites_each_row(chapter, number, block))


def _author_column(chapter: Chapter, number: int, block: Block) -> int | None:
    """The column that cites something in every row."""
    columns: dict[int, set[int]] = {}
    for each in chapter.by_block.get(number, ()):
        if each.citation.cell and each.citation.cell[0] > 0:
            columns.setdefault(each.citation.cell[1], set()).add(each.citation.cell[0])
    full = [column for column, rows in columns.items() if len(rows) == len(block.rows) - 1 >= 2]
    return min(full) if full else None


def _cites_each_row(chapter: Chapter, number: int, block: Block) -> bool:
    rows = {each.citation.cell[0] for each in chapter.by_block.get(number, ()) if each.citation.cell}
    return len(rows) >= max(2, len(block.rows) - 1)


def _studies(chapter: Chapter, number: int, block: Block, roles: dict[int, str]) -> list[Study]:
    found: list[Study] = []
    for row_number, row in enumerate(block.rows[1:], 1):
        cells = {role: row[column] for column, role in roles.items() if column < len(row)}
        author = cells.get("author")
        if author is None or not author.text.strip() or folded(author.text) == folded(block.rows[0][0].text):
            continue
        column = next(column for column, role in roles.items() if role == "author")
        citation = next(
            (each for each in chapter.by_block.get(number, ()) if each.citation.cell == (row_number, column)), None
        )
        names = citation.citation.authors if citation and citation.citation.authors else _bare_names(author.text)
        label = author.text.strip().split("\n")[0][:80]
        found.append(Study(number, row_number, cells, citation, tuple(names), label))
    return found


def _bare_names(text: str) -> tuple[str, ...]:
    match = re.match(r"\s*(?:\d+[.)]\s*)?((?:[^\W\d_][\w.'’-]*\s*){1,5})", text)
    return (match[1].strip(),) if match else ()
