"""Tables of prior studies in a Word file to rows, as they stand once all tracked changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kb.errors import InputError
from kb.findings import Finding, Place
from kb.model.draft import Block, TableCell
from kb.model.record import Records
from kb.model.table_mark import NAME, mark_in
from kb.reading.records.grid import Header, Line, Sheet, header_of, sheet_of, tidy, upright
from kb.reading.records.spreadsheet import records_of
from kb.reading.records.table_back import rows_back
from kb.reading.word import read_word
from kb.reading.word_package import Package, attribute

_OF_STUDIES = re.compile(
    r"(?:penelitian|studi|kajian|riset)\s+(?:\w+\s+)?(?:terdahulu|relevan|sebelumnya|terkait|sejenis)"
    r"|(?:previous|prior|related)\s+(?:studies|research|works?)|orisinalitas|state of the art|literature review",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A table with what stands above it; `line` is where it begins."""

    line: int
    above: str
    lines: tuple[Line, ...]
    header: Header

    @property
    def columns(self) -> str:
        return ", ".join(heading for heading in self.header.headings if heading)[:160]


def read_word_tables(file: str, data: bytes) -> Records:
    """The studies of all tables that list prior studies; tables of anything else are named and left out."""
    draft = read_word(file, data)
    origin = properties(Package(file, data))
    mark = mark_in(origin)
    if mark:
        tables = [[_line(file, row) for row in _filled(block)] for block in draft.blocks if block.kind == "table"]
        return replace(rows_back(tables, mark), origin=origin)
    found = list(_tables(file, draft.blocks))
    groups = _joined(_of_studies(found))
    if not groups:
        raise InputError("import-no-table", file=file)
    taken = {table.line for group in groups for table in group}
    notes = [_left(file, table) for table in found if table.line not in taken]
    sheets = [_sheet(group) for group in groups]
    return records_of(_as_one(sheets), (*draft.findings, *notes))


def properties(package: Package) -> dict[str, str]:
    """What Kajian wrote into the file's custom properties."""
    root = package.xml("docProps/custom.xml")
    found = {} if root is None else {attribute(each, "name") or "": "".join(each.itertext()) for each in root}
    return {name: text for name, text in found.items() if name.startswith(NAME)}


def _tables(file: str, blocks: Sequence[Block]) -> list[_Found]:
    found = []
    for at, block in enumerate(blocks):
        if block.kind != "table":
            continue
        lines = upright([_line(file, row) for row in _filled(block)])
        near = [each.text for each in blocks[max(0, at - 3) : at] if each.kind in ("caption", "heading", "paragraph")]
        if lines:
            found.append(_Found(block.line, " ".join(near), tuple(lines), header_of(lines)))
    return found


def _filled(block: Block) -> list[tuple[TableCell, ...]]:
    """Rows of equal width in which a merged cell's words stand in every cell that it covers."""
    width = max(len(row) for row in block.rows)
    rows: list[tuple[TableCell, ...]] = []
    for row in block.rows:
        cells: list[TableCell] = []
        for column, cell in enumerate(row):
            if cell.merged == "left" and cells:
                cell = cells[-1]
            elif cell.merged == "above" and rows and column < len(rows[-1]):
                cell = rows[-1][column]
            cells.append(cell)
        empty = TableCell("", row[0].line if row else block.line)
        rows.append((*cells, *[empty] * (width - len(cells))))
    return rows


def _line(file: str, row: Sequence[TableCell]) -> Line:
    texts = tuple(tidy(_paragraphs(cell)) for cell in row)
    words = dict.fromkeys(text.replace("\n", " ") for text in texts if text)
    return Line(Place(file, row[0].line if row else None, None, " | ".join(words)[:120]), texts)


def _paragraphs(cell: TableCell) -> str:
    """The cell's words with its paragraphs on lines of their own."""
    starts = [offset for offset, _, _ in cell.columns if offset]
    edges = [0, *starts, len(cell.text)]
    return "\n".join(cell.text[start:end] for start, end in pairwise(edges))


def _of_studies(found: Sequence[_Found]) -> list[_Found]:
    """Tables whose headings say so, and those without a header of their own that go on with the table before."""
    wanted: list[_Found] = []
    for at, table in enumerate(found):
        if _lists_studies(table) or (wanted and found[at - 1] is wanted[-1] and _goes_on(wanted[-1], table)):
            wanted.append(table)
    return wanted


def _lists_studies(table: _Found) -> bool:
    contents = set(table.header.recognised)
    said = bool(_OF_STUDIES.search(table.above))
    body = len(table.lines) - table.header.at - table.header.height
    if body < 1 or not table.header.of_studies:
        return False
    telling = contents & {"findings", "similarities", "differences", "method", "approach", "design", "title", "study"}
    return bool(telling) and (said or len(contents - {"number"}) >= 3)


def _goes_on(before: _Found, table: _Found) -> bool:
    """A table without headings of its own and as wide as the one before it: its rest behind a page's end."""
    width = len(before.header.headings)
    return not table.header.of_studies and len(table.lines[0].cells) == width


def _joined(tables: Sequence[_Found]) -> list[list[_Found]]:
    """Tables with one header, or without one, put together with the table that they go on with."""
    groups: list[list[_Found]] = []
    for table in tables:
        same = next((group for group in groups if _same_header(group[0], table)), None)
        if same is not None:
            same.append(table)
        elif groups and not table.header.of_studies:
            groups[-1].append(table)
        else:
            groups.append([table])
    return groups


def _same_header(one: _Found, other: _Found) -> bool:
    first, second = ([h.casefold() for h in table.header.headings] for table in (one, other))
    return first == second


def _sheet(group: Sequence[_Found]) -> Sheet:
    """The first table's header over the rows of all; headers that repeat are no rows."""
    first, *others = group
    lines = list(first.lines)
    for table in others:
        lines += table.lines
    return sheet_of(lines, first.header)


def _as_one(sheets: Sequence[Sheet]) -> Sheet:
    """Several tables of studies as one: their columns side by side, each study with the cells of its own table."""
    one = Sheet(tuple(dict.fromkeys(column for sheet in sheets for column in sheet.columns)))
    for sheet in sheets:
        one.rows += sheet.rows
        one.rejected += sheet.rejected
        one.notes += sheet.notes
    return one


def _left(file: str, table: _Found) -> Finding:
    params = {"line": table.line, "columns": table.columns or " | ".join(table.lines[0].filled)[:160]}
    return Finding("import-table-left", "info", Place(file, table.line, None, table.columns), params)
