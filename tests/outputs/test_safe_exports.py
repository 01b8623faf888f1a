"""Nothing in a student's data is obeyed by the program that opens the document."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from hostile_text import CELLS, FORMULAS, NUMBERS, PROFILE, table_of
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.outputs import tables
from kb.outputs.cleaning import formula_safe
from kb.outputs.xlsx import LONGEST, held, sheet_name


def workbook(*texts: str, caption: str | None = None) -> bytes:
    table = table_of(*texts)
    return tables.render(replace(table, caption=caption or table.caption), PROFILE, "xlsx")


def test_workbook_holds_text_only() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(workbook(*CELLS))).active
    assert sheet is not None
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert kinds == {"s"} and links == []
    with zipfile.ZipFile(io.BytesIO(workbook(*CELLS))) as parts:
        assert not any("<f>" in parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
        assert not any("external" in name.lower() for name in parts.namelist())


def test_workbook_has_a_frozen_header_filters_and_wrapped_cells() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(workbook("a", "b " * 300))).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet["B2"].alignment.wrap_text and sheet["B2"].alignment.vertical == "top"
    widths = [sheet.column_dimensions[name].width for name in "AB"]
    assert widths[1] > 2 * widths[0]
    assert (sheet.row_dimensions[3].height or 0) > 3 * (sheet.row_dimensions[2].height or 15)


@pytest.mark.parametrize("letter", ["x", "😀"])
def test_text_too_long_for_a_cell_is_cut_with_a_mark(letter: str) -> None:
    kept = held(letter * 40_000, "id")
    assert kept.startswith(letter * 100) and "terpotong: 40000" in kept
    assert len(kept.encode("utf-16-le")) // 2 <= LONGEST
    assert held(letter * 100, "id") == letter * 100
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(workbook(letter * 40_000))).active
    assert sheet is not None and sheet["B2"].value == kept


@pytest.mark.filterwarnings("ignore:Cannot parse header")
@given(st.text(max_size=40))
@settings(max_examples=50, deadline=None)
def test_any_caption_makes_a_workbook_that_opens(caption: str) -> None:
    from openpyxl import load_workbook

    assert load_workbook(io.BytesIO(workbook("x", caption=caption))).active is not None


def test_sheet_names_lose_what_excel_forbids() -> None:
    assert sheet_name("'a[b]:*?/\\c'") == "a b      c"
    assert len(sheet_name("x" * 99)) == 31


@pytest.mark.parametrize("text", [text for text in FORMULAS if not text.startswith(("{", "http"))])
def test_csv_formulas_are_shown_as_text(text: str) -> None:
    assert formula_safe(text).startswith("'")


@pytest.mark.parametrize("text", NUMBERS)
def test_csv_numbers_are_untouched(text: str) -> None:
    assert formula_safe(text) == text


def test_csv_begins_with_the_mark_excel_looks_for_and_then_the_header() -> None:
    data = tables.render(table_of("x"), PROFILE, "csv")
    assert data.startswith(b"\xef\xbb\xbfNo & <b>,")
    assert data.count(b"\r\n") == 2


def test_csv_can_be_split_at_semicolons() -> None:
    from kb.outputs.csv import render

    assert render(table_of("a;b"), PROFILE, delimiter=";").decode("utf-8-sig").splitlines()[1] == '0;"a;b"'


def test_html_links_lead_to_the_web_only() -> None:
    page = tables.render(table_of(*CELLS, "mailto:a@b.id doi:10.1/x HTTPS://b.id/"), PROFILE, "html").decode()
    addresses = re.findall(r'href="([^"]*)"', page)
    assert addresses and all(re.match(r"https?://|mailto:", address, re.IGNORECASE) for address in addresses)
    assert "https://doi.org/10.1234/abc.5" in addresses
    assert not re.search(r"<(script|img|iframe|link|object)|javascript:[^a]|\son\w+=", page)


def test_html_is_one_file_that_fetches_nothing() -> None:
    page = tables.render(table_of("x"), PROFILE, "html").decode()
    assert "default-src 'none'" in page and "<link" not in page and "url(" not in page
    assert '<html lang="id">' in page and 'scope="col"' in page and 'scope="row"' in page and "<caption>" in page
    assert "prefers-color-scheme: dark" in page and "@media print" in page and "table-header-group" in page


def test_latex_of_hostile_text_has_no_live_control_words() -> None:
    text = tables.render(table_of(*CELLS), PROFILE, "tex").decode()
    body = text[text.index(r"\begin{document}") :]
    words = set(re.findall(r"\\([a-zA-Z]+)", body))
    ours = {
        "begin", "end", "caption", "centering", "arraybackslash", "bfseries", "hline", "endfirsthead", "endhead",
        "multicolumn", "normalsize", "fontsize", "selectfont", "raggedright", "dimexpr", "linewidth", "tabcolsep",
        "arrayrulewidth", "relax", "newline", "mbox", "textbackslash", "textasciicircum", "textasciitilde",
        "textless", "textgreater", "textbar", "noindent", "small", "par",
    }  # fmt: skip
    assert words <= ours, words - ours


def test_word_file_points_to_nothing_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(tables.render(table_of(*CELLS), PROFILE, "docx"))) as parts:
        relations = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels"))
    assert "External" not in relations


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("csv", ["lxml", "docx", "xlsxwriter", "typst"]),
        ("markdown", ["lxml", "docx"]),
        ("docx", ["docx", "lxml"]),
        ("xlsx", ["xlsxwriter"]),
        ("tables", ["lxml", "docx", "xlsxwriter", "typst"]),
        ("matrices", ["lxml", "docx", "xlsxwriter", "typst"]),
    ],
)
def test_importing_a_format_loads_no_heavy_library(module: str, absent: list[str]) -> None:
    program = f"import sys, kb.outputs.{module}; print(*[name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
