"""Rows of a table that Kajian exported and a person edited: cells by the column's id, whatever was moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.findings import Finding, Place
from kb.model.record import Records, SheetRow
from kb.model.table_mark import TableMark
from kb.reading.records.grid import Line


def rows_back(tables: Sequence[Sequence[Line]], mark: TableMark) -> Records:
    """The rows of all tables that have the mark's headings; a later part without headings goes on with the first's."""
    rows: list[SheetRow] = []
    notes: list[Finding] = []
    places: dict[int, str] = {}
    for lines in tables:
        turned = _turned(lines) if mark.transposed else list(lines)
        heads = [at for at, line in enumerate(turned) if _heads(line, mark)]
        if heads:
            places = _places(turned[heads[0]], mark)
        elif not places or not rows:
            continue
        for at, line in enumerate(turned):
            if at in heads or (heads and at < heads[0]) or _is_heading(line):
                continue
            cells = {places[column]: cell for column, cell in enumerate(line.cells) if column in places}
            rows.append(SheetRow(line.place, cells))
    found = set(places.values())
    for name, label in mark.columns:
        if rows and name not in found:
            notes.append(Finding("import-column-gone", "info", Place(rows[0].place.file), {"column": label}))
    return Records(
        rows=tuple(rows), columns=tuple(name for name, _ in mark.columns if name in found), notes=tuple(notes)
    )


def _heads(line: Line, mark: TableMark) -> bool:
    """Whether a line says most of the headings."""
    said = {_folded(cell) for cell in line.cells if cell}
    known = {_folded(label) for _, label in mark.columns if label}
    return bool(known) and len(said & known) * 2 > len(known)


def _places(line: Line, mark: TableMark) -> dict[int, str]:
    """The column's id by its place; a heading that was reworded is known by where it stands, if nothing was moved."""
    by_label = {_folded(label): name for name, label in mark.columns}
    found = {at: by_label[_folded(cell)] for at, cell in enumerate(line.cells) if _folded(cell) in by_label}
    if len(line.cells) == len(mark.columns):
        for at, (name, _) in enumerate(mark.columns):
            if at not in found and name not in found.values():
                found[at] = name
    return found


def _is_heading(line: Line) -> bool:
    """A line that says nothing, or one thing across the whole table."""
    texts = set(line.filled)
    return not texts or (len(texts) == 1 and len(line.filled) == len(line.cells) > 1)


def _turned(lines: Sequence[Line]) -> list[Line]:
    width = max((len(line.cells) for line in lines), default=0)
    columns: Iterable[tuple[str, ...]] = (
        tuple(line.cells[at] if at < len(line.cells) else "" for line in lines) for at in range(width)
    )
    place = lines[0].place if lines else Place()
    return [
        Line(Place(place.file, place.line, at + 1, cells[0] if cells else ""), cells)
        for at, cells in enumerate(columns)
    ]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
