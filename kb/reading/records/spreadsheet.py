"""Spreadsheets of prior studies to rows: CSV and TSV of any program and encoding, and Excel workbooks."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.errors import InputError
from kb.findings import Finding, Place
from kb.model.record import Records
from kb.model.table_mark import mark_in
from kb.reading.records.grid import Line, Sheet, header_of, sheet_of, tidy, upright
from kb.reading.records.table_back import rows_back
from kb.store.bibliography_encoding import decode

_DELIMITERS = ";\t,|"
_SAID = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_LOOK = 60


def read_csv(file: str, data: bytes) -> Records:
    """The rows of a CSV or TSV; which mark divides its cells is seen from its lines."""
    decoded = decode(data, file)
    if any(finding.severity == "error" for finding in decoded.findings):
        return Records(rejected=decoded.findings)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    said = _SAID.match(text)
    first = 1 if said else 0
    body = text[said.end() :] if said else text
    lines, broken = _lines(file, body, said[1] if said else _delimiter(body), first)
    sheet = read_sheet(file, lines)
    return records_of(sheet, (*decoded.findings, *broken))


def records_of(sheet: Sheet, findings: Sequence[Finding] = ()) -> Records:
    """A table as records; findings of level error are rejections."""
    return Records(
        rows=tuple(sheet.rows),
        columns=sheet.columns,
        rejected=(*(each for each in findings if each.severity == "error"), *sheet.rejected),
        notes=(*(each for each in findings if each.severity != "error"), *sheet.notes),
    )


def read_sheet(file: str, lines: Sequence[Line]) -> Sheet:
    """The rows of one table of which nothing else is known; InputError where it has no header and rows."""
    kept = upright(lines)
    header = header_of(kept)
    if not header.headings:
        raise InputError("import-no-table", file=file)
    return sheet_of(kept, header)


def _delimiter(text: str) -> str:
    """The mark that divides most of the first lines into equally many cells, more than one."""

    def worth(mark: str) -> tuple[int, int]:
        rows = (row for row, _ in zip(csv.reader(io.StringIO(text), delimiter=mark), range(_LOOK), strict=False))
        count = Counter(len(row) for row in rows if any(row))
        width, times = max(count.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
        return (times if width > 1 else 0, width)

    _widen()
    return max(_DELIMITERS, key=worth)


def _lines(file: str, text: str, delimiter: str, first: int) -> tuple[list[Line], list[Finding]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[Line] = []
    start = 0
    for row in reader:
        cells = tuple(tidy(cell) for cell in row)
        found.append(Line(_place(file, first + start + 1, cells), cells))
        last, start = start, reader.line_num
    return found, list(_not_closed(file, text, delimiter, first + last + 1)) if found else []


def _not_closed(file: str, text: str, delimiter: str, line: int) -> Iterator[Finding]:
    """A quotation mark that nothing closes has swallowed all lines after it."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as broken:
        if "unexpected end of data" in str(broken):
            yield Finding("import-quote-open", "error", Place(file, line), {"file": file, "line": line})


def _widen() -> None:
    csv.field_size_limit(20_000_000)


def _place(file: str, line: int, cells: tuple[str, ...]) -> Place:
    return Place(file, line, None, " | ".join(cell for cell in cells if cell)[:120])


def read_xlsx(file: str, data: bytes) -> Records:
    """The rows of the workbook's sheet of prior studies; other sheets that hold something are named."""
    from kb.reading.records.workbook import Workbook

    book = Workbook(file, data)
    mark = mark_in(book.origin)
    if mark:
        return replace(rows_back([lines for _, lines in book.sheets()], mark), origin=book.origin)
    sheets = [(name, upright(lines)) for name, lines in book.sheets()]
    filled = [(name, lines) for name, lines in sheets if lines]
    if not filled:
        raise InputError("import-no-table", file=file)
    scored = [(len(set(header_of(lines).recognised)), -at, name, lines) for at, (name, lines) in enumerate(filled)]
    _, _, taken, lines = max(scored, key=lambda each: each[:2])
    header = header_of(lines)
    if not header.headings:
        raise InputError("import-no-table", file=file)
    others = [
        Finding("import-sheet-left", "info", Place(file, None, None, name), {"sheet": name, "taken": taken})
        for name, _ in filled
        if name != taken
    ]
    sheet = sheet_of(lines, header)
    return records_of(sheet, (*book.findings, *others))
