"""An Excel workbook as lines of text: looked at before it is unpacked, its merged cells filled, formulas by their value."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from kb.errors import InputError
from kb.findings import Finding, Place
from kb.model.table_mark import NAME
from kb.reading.records.grid import Line, tidy

_MAX_UNPACKED, _MAX_PARTS, _MAX_RATIO, _SMALL = 50_000_000, 2_000, 100, 5_000_000
_ROWS, _COLUMNS = 20_000, 400
"""A table of studies is smaller; what stands further out is named, not walked to."""


class Workbook:
    """A workbook that passed the checks; `findings` say which cells could not be read."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._data = data
        formulas = _looked_at(file, data)
        self._values = self._load(data, values=True)
        self._formulas = self._load(data, values=False) if formulas else None

    def _load(self, data: bytes, values: bool) -> Any:
        import warnings

        import openpyxl

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return openpyxl.load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
        except Exception as broken:  # openpyxl raises whatever its parts raise on a file that is not sound
            why = str(broken).split("\n")[0][:120] or type(broken).__name__
            raise InputError("import-sheet-damaged", file=self.file, why=why) from broken

    def sheets(self) -> Iterator[tuple[str, list[Line]]]:
        """Each sheet of cells with its lines, hidden ones too."""
        for sheet in self._values.worksheets:
            yield sheet.title, self._lines(sheet)

    @property
    def origin(self) -> dict[str, str]:
        """What Kajian wrote into the file's custom properties."""
        props = self._values.custom_doc_props.props
        return {each.name: str(each.value) for each in props if str(each.name).startswith(NAME)}

    def _lines(self, sheet: Any) -> list[Line]:
        texts = dict(self._texts(sheet))
        for span in sheet.merged_cells.ranges:
            text = texts.get((span.min_row, span.min_col))
            if text:
                wide = range(span.min_col, min(span.max_col, _COLUMNS) + 1)
                for row in range(span.min_row, min(span.max_row, _ROWS) + 1):
                    texts.update({(row, column): text for column in wide})
        width = max((column for _, column in texts), default=0)
        rows: dict[int, dict[int, str]] = {}
        for (row, column), text in texts.items():
            rows.setdefault(row, {})[column] = text
        return [
            Line(self._place(sheet, row, cells), tuple(cells.get(column, "") for column in range(1, width + 1)))
            for row, cells in sorted(rows.items())
        ]

    def _texts(self, sheet: Any) -> Iterator[tuple[tuple[int, int], str]]:
        # the cells that are there: the public iterator walks every row and column up to the last one
        for (row, column), cell in sheet._cells.items():
            text = self._text(sheet, cell)
            if not text:
                continue
            if row > _ROWS or column > _COLUMNS:
                self._say("import-cell-far", sheet, cell, value=text[:60])
            else:
                yield (row, column), text

    def _text(self, sheet: Any, cell: Any) -> str:
        value = cell.value
        if value is None and self._formulas is not None:
            formula = self._formulas[sheet.title][cell.coordinate].value
            words = getattr(formula, "text", formula)
            if isinstance(words, str) and words.startswith("="):
                self._say("import-formula", sheet, cell, "error", formula=words[:60])
            return ""
        if cell.data_type == "e":
            self._say("import-cell-error", sheet, cell, "error", value=value)
            return ""
        return tidy(shown(value))

    def _say(self, check: str, sheet: Any, cell: Any, severity: str = "info", **params: object) -> None:
        place = Place(self.file, cell.row, cell.column, f"{sheet.title}!{cell.coordinate}")
        given = {"file": self.file, "cell": place.quote, **params}
        self.findings.append(Finding(check, "error" if severity == "error" else "info", place, given))

    def _place(self, sheet: Any, row: int, cells: dict[int, str]) -> Place:
        words = dict.fromkeys(text for _, text in sorted(cells.items()))
        return Place(self.file, row, None, f"{sheet.title}: {' | '.join(words)}"[:120])


def shown(value: object) -> str:
    """A cell's value as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _looked_at(file: str, data: bytes) -> bool:
    """Whether the workbook has formulas; InputError where it is none, or would be too large once unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > _MAX_PARTS or unpacked > _MAX_UNPACKED or _too_dense(unpacked, len(data)):
                raise InputError("import-sheet-too-large", file=file, why=f"{unpacked // 1_000_000} MB, {len(parts)}")
            if any(part.flag_bits & 1 for part in parts) or "xl/workbook.xml" not in archive.namelist():
                raise InputError("import-sheet-damaged", file=file, why="xl/workbook.xml")
            sheets = [archive.read(part) for part in parts if part.filename.endswith(".xml")]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as broken:
        why = "OLE, .xls" if data.startswith(b"\xd0\xcf\x11\xe0") else str(broken)[:80]
        raise InputError("import-sheet-damaged", file=file, why=why) from broken
    if any(b"<!DOCTYPE" in part[:4096] or b"<!ENTITY" in part[:65_536] for part in sheets):
        raise InputError("import-sheet-damaged", file=file, why="DOCTYPE")
    return any(b"<f>" in part or b"<f " in part for part in sheets)


def _too_dense(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > _MAX_RATIO * max(packed, 1)
