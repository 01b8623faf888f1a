"""Tables of prior studies: their rows by role, and what the prose says of the same studies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.audit.chapter import Chapter
from kb.audit.sentences import sentences
from kb.citing.people import folded, likeness, parts_of
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


_CHAPTER = re.compile(r"(?:bab|chapter)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


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


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the prose about a study; `headed` where it stands under the study's own heading.

    `named_at` is where it names the author, -1 where it only goes on; `alone` where it names no other study.
    """

    block: int
    start: int
    end: int
    text: str
    headed: bool
    named_at: int
    alone: bool


class Callings:
    """Looks up, word by word, which studies of a table a sentence names."""

    def __init__(self, studies: tuple[Study, ...]) -> None:
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        for number, study in enumerate(studies):
            for name in study.names[:2]:
                for calling in _callings(name):
                    self._by_word.setdefault(calling.split()[0], []).append((number, calling))

    def named(self, text: str) -> dict[int, int]:
        """Numbers of the studies, each with the place of its name."""
        found: dict[int, int] = {}
        for word in _WORD.finditer(text):
            for number, calling in self._by_word.get(word[0], ()):
                if number not in found and text.startswith(calling, word.start()):
                    found[number] = word.start()
        return found


def _callings(name: str) -> list[str]:
    """What an author may be called by: the whole name, its last word, its first two."""
    words = name.replace(",", " ").split()
    last = name.split(",")[0].split()[-1:] if name.split(",")[0].split() else []
    found = [name] if name.split() else []
    found += [word for word in last if len(word) >= 4]
    return found + ([" ".join(words[:2])] if len(words) > 2 and "," not in name else [])


@lru_cache(maxsize=1)
def prose_about(chapter: Chapter) -> dict[Study, list[Said]]:
    """Per study the sentences of its chapter, tables aside, that are about it: under its heading or naming its author."""
    found: dict[Study, list[Said]] = {}
    for blocks in _chapters(chapter):
        studies = tuple(
            study
            for table in study_tables(chapter)
            for study in table.studies
            if table.blocks[0] in range(*_ends(blocks))
        )
        if studies:
            _gather(chapter, blocks, studies, found)
    return found


def _ends(blocks: list[tuple[int, Block]]) -> tuple[int, int]:
    return blocks[0][0], blocks[-1][0] + 1


def _chapters(chapter: Chapter) -> list[list[tuple[int, Block]]]:
    """The blocks, cut where a heading begins a new chapter."""
    parts: list[list[tuple[int, Block]]] = [[]]
    for number, block in chapter.blocks:
        if block.kind == "heading" and _CHAPTER.match(block.label) and parts[-1]:
            parts.append([])
        parts[-1].append((number, block))
    return [part for part in parts if part]


def _gather(
    chapter: Chapter, blocks: list[tuple[int, Block]], studies: tuple[Study, ...], found: dict[Study, list[Said]]
) -> None:
    callings = Callings(studies)
    headings = _headings(chapter, studies)
    under: frozenset[int] = frozenset()
    for number, block in blocks:
        if block.kind == "heading":
            under = headings.get(number, frozenset())
        if block.kind not in ("paragraph", "list-item", "quote"):
            continue
        going_on: frozenset[int] = frozenset()
        for start, end in sentences(block.text):
            text = block.text[start:end]
            named = callings.named(text)
            persons = {studies[each].names[0] for each in named}
            going_on = frozenset(named) or going_on
            for each in under | going_on:
                alone = all(_same_person(person, studies[each].names[0]) for person in persons)
                said = Said(number, start, end, text, each in under, named.get(each, -1), alone)
                found.setdefault(studies[each], []).append(said)


def _headings(chapter: Chapter, studies: tuple[Study, ...]) -> dict[int, frozenset[int]]:
    """Headings that are the title of a study with its author in brackets, with the studies they head."""
    found: dict[int, frozenset[int]] = {}
    for each in headed_studies(chapter):
        name = each.citation.authors[0] if each.citation.authors else ""
        heads = {
            number
            for number, study in enumerate(studies)
            if (study.citation and set(each.own.keys) & set(study.citation.own.keys))
            or (name and study.names and _same_person(name, study.names[0]))
        }
        found[each.citation.block] = found.get(each.citation.block, frozenset()) | heads
    return found


@lru_cache(maxsize=20_000)
def _same_person(one: str, other: str) -> bool:
    return likeness(parts_of(one), parts_of(other)) != "other"


@lru_cache(maxsize=1)
def headed_studies(chapter: Chapter) -> tuple[Resolved, ...]:
    """Citations that stand in headings: prior studies that the prose presents one by one."""
    return tuple(
        each
        for each in chapter.citations
        if chapter.draft.blocks[each.citation.block].kind == "heading" and each.citation.subject == "work"
    )
