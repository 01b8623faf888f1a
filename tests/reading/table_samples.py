"""Makes the tables that students have: workbooks with merged cells and formulas, and what a reader made of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl

from kb.model.record import Records


def workbook(sheets: dict[str, Sequence[Sequence[Any]]], merge: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets; `merge` are ranges of the first."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for span in merge:
        book.worksheets[0].merge_cells(span)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The packed file with one part more, or that part in place of its own."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return target.getvalue()


def cells(records: Records, *columns: str) -> list[tuple[str, ...]]:
    """The rows as their cells in these columns."""
    return [tuple(row.cells.get(column, "") for column in columns) for row in records.rows]
