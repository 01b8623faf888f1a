"""A table as a workbook: text only, so that nothing from data is ever a formula or a link."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from kb.locale import fill, translator
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.table_mark import mark_of, properties
from kb.model.text import plain
from kb.outputs.captions import below, caption
from kb.outputs.cleaning import clean
from kb.outputs.grid import flat
from kb.outputs.measure import line_count

LONGEST = 32_767
"""Characters that a cell of a workbook can hold."""

_SHEET_WIDTH = 150.0
_NARROWEST, _WIDEST = 8.0, 80.0
_HEADER_LONGEST = 255
_SIZE, _LINE, _TALLEST = 11.0, 15.0, 409.0
_CHARACTER = 5.3
"""Width in points of the digit that a workbook measures its columns with, in Calibri 11."""
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def render(table: Table, profile: Profile) -> bytes:
    """One sheet, header row frozen and filtered; caption and lines below stand in the print header and footer."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _SETTINGS) as book:
        book.set_properties({"title": clean(caption(table)), "created": datetime(2000, 1, 1)})
        for name, value in properties(mark_of(table, profile.name, lambda text: held(text, table.language))):
            book.set_custom_property(name, value)
        sheet = book.add_worksheet(sheet_name(table.caption) or translator(table.language)("Tabel"))
        _write(book, sheet, table, profile)
    return target.getvalue()


def sheet_name(text: str) -> str:
    """The text as far as a sheet's name allows."""
    name = _cut(_FORBIDDEN_IN_NAMES.sub(" ", clean(text)).strip(" '"), 31).strip(" '")
    return "" if name.casefold() == "history" else name  # Excel keeps that name for itself


def held(text: str, language: str) -> str:
    """The text, or as much of it as a cell can hold and a mark that says so."""
    text = clean(text)
    if _length(text) <= LONGEST:
        return text
    template = translator(language)("… [terpotong: {length} huruf tidak muat; teks utuh ada dalam Word dan CSV]")
    mark = fill(template, {"length": len(text)})
    return _cut(text, LONGEST - _length(mark)) + mark


def _write(book: Any, sheet: Any, table: Table, profile: Profile) -> None:
    header, rows = flat(table)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#EDEDED"})
    body = {"text_wrap": True, "valign": "top", "border": 1}
    looks = [book.add_format(body), book.add_format({**body, "align": "center"})]
    widths = _widths(table, len(header))
    centered = _centered(table, len(header))
    for column, text in enumerate(header):
        sheet.write_string(0, column, held(text, table.language), head)
    last = 0
    for last, row in enumerate(rows, start=1):
        sheet.set_row(last, _height(row, widths))
        for column, text in enumerate(row):
            look = looks[centered[column]]
            if text:
                sheet.write_string(last, column, held(text, table.language), look)
            else:
                sheet.write_blank(last, column, None, look)
    if header:
        sheet.set_row(0, _height(header, widths))
        _arrange(sheet, header, widths, last)
    _set_printing(sheet, table, profile)


def _widths(table: Table, count: int) -> list[float]:
    """Widths of columns in characters."""
    weights = [1.0] * count if table.transposed else [column.weight for column in table.columns]
    weights = [sum(weights) / 8] * (count - len(weights)) + weights
    total = sum(weights) or 1.0
    return [min(max(weight / total * _SHEET_WIDTH, _NARROWEST), _WIDEST) for weight in weights]


def _centered(table: Table, count: int) -> list[bool]:
    centered = [column.align == "center" and not table.transposed for column in table.columns]
    return [False] * max(0, count - len(centered)) + centered if not table.transposed else [False] * count


def _height(texts: list[str], widths: list[float]) -> float:
    """Height of a row in points: LibreOffice does not find it out by itself, Excel only sometimes."""
    lines = max(
        (
            line_count(clean(text)[:LONGEST], wide * _CHARACTER, "Calibri", _SIZE)
            for text, wide in zip(texts, widths, strict=True)
        ),
        default=1,
    )
    return min(max(lines, 1) * _LINE, _TALLEST)


def _arrange(sheet: Any, header: list[str], widths: list[float], last: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(header) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_column_name(len(header))}{last + 1}"})
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide)


def _set_printing(sheet: Any, table: Table, profile: Profile) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(_print_line("&C", caption(table)))
    if lines := below(table, profile):
        sheet.set_footer(_print_line("&L", "\n".join(plain(runs) for runs in lines)))


def _print_line(position: str, text: str) -> str:
    """A print header of data: `&` starts a code there, and 255 characters are the most."""
    written = position + clean(text).replace("&", "&&")
    if _length(written) > _HEADER_LONGEST:
        written = _cut(written, _HEADER_LONGEST - 1).rstrip("&") + "…"
    return written


def _column_name(count: int) -> str:
    name = ""
    while count:
        count, rest = divmod(count - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cut(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")


def _length(text: str) -> int:
    """Characters as Excel counts them."""
    return len(text) + sum(letter > "\uffff" for letter in text)
