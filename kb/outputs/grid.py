"""A table as it stands on the page: header, heading rows, cells, whichever way it is turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.locale import translator
from kb.model.table import Cell, Row, Table
from kb.model.text import runs, without_emphasis

EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page; a heading has one cell that goes across."""

    cells: tuple[Cell, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Header cells, shares of the width that add up to 1, lines, and which columns are centered."""

    header: tuple[Cell, ...]
    shares: tuple[float, ...]
    lines: tuple[Line, ...]
    centered: tuple[bool, ...]


def grid(table: Table) -> Grid:
    """The table laid out, with groups as heading rows."""
    if table.transposed:
        return _turned(table)
    header = tuple(head(column.label) for column in table.columns)
    lines = tuple(_lines(table, tuple(column.id for column in table.columns)))
    centered = tuple(column.align == "center" for column in table.columns)
    return Grid(header, _shares([column.weight for column in table.columns]), lines, centered)


def head(text: str) -> Cell:
    """A cell of a header: words with foreign ones between asterisks."""
    return Cell((runs(text),) if text else (), "asserted", "stated")


def flat(table: Table) -> tuple[list[str], Iterator[list[str]]]:
    """Header and rows as plain words for data formats: a group is a first column, to be sorted and filtered by.

    A transposed table stays turned: what is downloaded is what was seen.
    """
    if table.transposed:
        turned = _turned(table)
        return [c.text for c in turned.header], ([c.text for c in line.cells] for line in turned.lines)
    grouped = any(row.group is not None for row in table.rows)
    lead = [translator(table.language)("Kelompok")] if grouped else []
    header = lead + [without_emphasis(column.label) for column in table.columns]
    ids = [column.id for column in table.columns]
    rows = (
        ([without_emphasis(row.group or "")] if grouped else []) + [row.cells.get(name, EMPTY).text for name in ids]
        for row in table.rows
    )
    return header, rows


def _lines(table: Table, ids: tuple[str, ...]) -> Iterator[Line]:
    group: str | None = None
    for row in table.rows:
        if row.group is not None and row.group != group:
            yield Line((head(row.group),), heading=True)
        group = row.group
        yield Line(tuple(row.cells.get(name, EMPTY) for name in ids))


def _turned(table: Table) -> Grid:
    """Studies as columns: the first column's cells become the header, the other columns become rows."""
    if not table.columns:
        return Grid((), (), (), ())
    first, *others = table.columns
    header = (head(first.label), *(row.cells.get(first.id, EMPTY) for row in table.rows))
    lines = [Line((head(c.label), *(row.cells.get(c.id, EMPTY) for row in table.rows))) for c in others]
    if any(row.group is not None for row in table.rows):
        lines.insert(0, _group_line(table.rows, translator(table.language)("Kelompok")))
    count = len(table.rows)
    return Grid(header, _shares([0.6] + [1.0] * count), tuple(lines), (False,) * (count + 1))


def _group_line(rows: tuple[Row, ...], label: str) -> Line:
    return Line((head(label), *(head(row.group or "") for row in rows)))


def _shares(weights: list[float]) -> tuple[float, ...]:
    total = sum(weights)
    return tuple(weight / total for weight in weights) if total > 0 else ()
