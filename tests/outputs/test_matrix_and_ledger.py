"""The coverage matrix and the definition ledger in their formats."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from docx import Document
from hostile_text import CELLS
from read_back import csv_rows, docx_rows, html_rows, markdown_rows, xlsx_rows

from benchmarks.sample_tables import example_definitions, example_matrix
from kb.errors import InputError
from kb.model.coverage import Coverage, CoverageRow, Mark
from kb.outputs import ledger, matrices

FIELDS = [
    ["Penelitian", "purpose", "structure", "style", "value"],
    ["Murni (2016)", "≈", "·", "·", "–"],
    ["Daulay (2018)", "✗", "·", "≈", "·"],
    ["Kumalasari (2021)", "·", "✓", "·", "·"],
]
COUNTS = ["Jumlah penelitian", "1", "1", "1", "0"]


def test_matrix_tells_stated_from_interpreted_absent_unmentioned_and_unread() -> None:
    matrix = example_matrix()
    assert csv_rows(matrices.render(matrix, "csv")) == FIELDS
    assert xlsx_rows(matrices.render(matrix, "xlsx")) == FIELDS
    for form, read in (("docx", docx_rows), ("html", html_rows), ("md", markdown_rows)):
        assert read(matrices.render(matrix, form)) == [*FIELDS, COUNTS], form


def test_matrix_in_word_has_caption_legend_and_gap() -> None:
    document = Document(io.BytesIO(matrices.render(example_matrix(), "docx", "id", None, "2.2")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Tabel 2.2 Cakupan Aspek dalam Penelitian Terdahulu"
    assert texts[1].startswith("Keterangan: ✓ dinyatakan dalam penelitian; ≈ bersesuaian menurut telaah penulis")
    assert texts[2].startswith("Dari tiga penelitian terdahulu")


def test_legend_names_only_signs_that_are_used() -> None:
    bare = replace(
        example_matrix(), rows=(CoverageRow("a", "A", {v: Mark("stated", "stated") for v in example_matrix().values}),)
    )
    assert matrices.legend(bare, "id") == [("✓", "dinyatakan dalam penelitian")]


def test_matrix_speaks_english() -> None:
    text = matrices.render(example_matrix(), "md", "en").decode()
    assert text.startswith("**Aspect Covered") and "Table" not in text
    assert "Aspect Covered by Previous Studies" in text and "not yet read" in text


def test_matrix_as_json_has_the_contracts_keys() -> None:
    data = json.loads(matrices.render(example_matrix(), "json"))
    assert {"facet", "values", "rows", "uncovered", "covered_by", "smallest_cover", "gap_sentence"} <= data.keys()


def svg(matrix: Coverage) -> tuple[list[str], str]:
    from lxml import etree

    text = matrices.render(matrix, "svg")
    root = etree.fromstring(text)
    return [element.text or "" for element in root.iter("{*}text")], text.decode()


def test_picture_is_read_without_colours() -> None:
    words, text = svg(example_matrix())
    signs = [word for word in words if word in {"✓", "≈", "✗", "–", "·"}]
    assert signs[:12] == [sign for row in FIELDS[1:] for sign in row[1:]]
    assert "<title" in text and "<desc" in text and 'role="img"' in text
    assert "belum tercakup: value" in words


def test_picture_of_hostile_labels_is_well_formed() -> None:
    values = tuple(CELLS)
    rows = (CoverageRow("a", CELLS[0], {value: Mark("stated", "stated") for value in values}),)
    words, _ = svg(Coverage("x", {}, values, values, rows, values, {}, (), {"id": CELLS[0]}))
    assert any("& < >" in word for word in words)


@pytest.mark.parametrize("form", matrices.FORMATS)
def test_empty_matrix_is_still_a_document(form: str) -> None:
    assert matrices.render(Coverage("aspect", {}, (), (), (), (), {}, (), {}), form)


def test_ledger_stands_under_its_concepts_with_citations() -> None:
    entries, cited = example_definitions()
    rows = docx_rows(ledger.render(entries, cited, "docx"))
    assert [row[0] for row in rows] == ["No", "Jejaring kerja", "1", "2", "Kemiskinan", "1"]
    assert rows[2][1:] == [
        "“Jejaring kerja (networking) adalah hubungan yang baik antara individu dan organisasi.”",
        "(Suharto, 2005, hlm. 12)",
    ]
    assert rows[3][2] == "tanpa sumber"
    assert rows[5][2] == "(Friedmann, 1992, dalam Rustanto, 2015)"


def test_ledger_as_data_has_a_column_for_each_fact() -> None:
    entries, cited = example_definitions()
    header, first, *_ = csv_rows(ledger.render(entries, cited, "csv"))
    found = dict(zip(header, first, strict=True))
    assert found["id"] == "def-friedmann" and found["Konsep"] == "Kemiskinan"
    assert (found["Pengarang"], found["Tahun tertulis"], found["Dibaca melalui"]) == (
        "John Friedmann",
        "1992",
        "Bambang Rustanto",
    )


def test_ledger_in_markdown_and_english() -> None:
    entries, cited = example_definitions()
    text = ledger.render(entries, cited, "md", "en").decode()
    assert "**Networking**" in text and "*networking*" in text and "no source" in text


def test_unknown_form_of_a_matrix_is_refused() -> None:
    with pytest.raises(InputError):
        matrices.render(example_matrix(), "doc")
