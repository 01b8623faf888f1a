"""What is written can be read back, whatever the text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hostile_text import CELLS, PROFILE, hostile, table_of
from hypothesis import given, settings
from read_back import Rows, csv_rows, docx_rows, html_rows, latex_rows, markdown_rows, xlsx_rows

from kb.outputs import tables
from kb.outputs.cleaning import clean, formula_safe

Reader = Callable[[bytes], Rows]


def _markdown_spaces(text: str) -> str:
    """Markdown keeps no space around the lines of a cell."""
    return "\n".join(line.strip() for line in text.replace("\t", " ").split("\n")).strip()


FORMS: dict[str, tuple[Reader, Callable[[str], str]]] = {
    "docx": (docx_rows, clean),
    "xlsx": (xlsx_rows, clean),
    "csv": (csv_rows, formula_safe),
    "html": (html_rows, clean),
    "tex": (latex_rows, lambda text: clean(text).replace("\t", " ")),
    "md": (markdown_rows, lambda text: _markdown_spaces(clean(text))),
}


def cells(form: str, *texts: str) -> tuple[list[str], list[str]]:
    """The second column as read back, and as it should be."""
    read, kept = FORMS[form]
    rows = read(tables.render(table_of(*texts), PROFILE, form))
    body = rows if form == "tex" else rows[1:]
    found = [row[1] for row in body]
    if form == "md":
        found = [_markdown_spaces(text) for text in found]
    return found, [kept(text) for text in texts]


@pytest.mark.parametrize("form", FORMS)
def test_cells_read_back_equal_the_tables(form: str) -> None:
    found, expected = cells(form, *CELLS)
    assert found == expected


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(text=hostile)
def test_any_text_reads_back(form: str, text: str) -> None:
    found, expected = cells(form, text)
    assert found == expected


def test_json_keeps_cells_exactly_with_the_contracts_keys() -> None:
    data = json.loads(tables.render(table_of("a\x00b\n=1", "x"), PROFILE, "json"))
    assert {"caption", "source_line", "columns", "rows"} <= data.keys()
    assert data["columns"][0].keys() == {"id", "label"}
    assert data["rows"][0]["cells"]["k2"]["text"] == "a\x00b\n=1"
    assert {"text", "origin", "passages"} <= data["rows"][0]["cells"]["k2"].keys()


@pytest.mark.parametrize("form", ["docx", "csv", "xlsx", "html", "md"])
def test_headers_read_back_with_the_labels(form: str) -> None:
    rows = FORMS[form][0](tables.render(table_of("x"), PROFILE, form))
    assert rows[0] == ["No & <b>", "Teks {x} % _"]


def test_half_a_character_is_marked_and_not_dropped() -> None:
    assert clean("a\ud800b\x00c") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("form", tables.FORMATS)
def test_the_same_table_gives_the_same_bytes(form: str) -> None:
    assert tables.render(table_of("x"), PROFILE, form) == tables.render(table_of("x"), PROFILE, form)
