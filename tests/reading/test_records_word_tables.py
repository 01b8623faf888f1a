"""Tables of prior studies in Word files: each study once, with what stands there once all changes are accepted."""

from __future__ import annotations

import pytest

from kb.errors import InputError
from tests.reading.record_samples import read, said
from tests.reading.table_samples import cells
from tests.reading.word_tables import cell_xml, row_xml, table_xml, word_file

HEAD = ["No", "Nama dan Tahun", "Judul", "Hasil"]
BUDI, ANI = ["1", "Budi (2019)", "Modal", "Baik"], ["2", "Ani (2020)", "Pasar", "Buruk"]
CAPTION = "Tabel 2.1 Penelitian Terdahulu"
BOTH = [("Budi (2019)", "Baik"), ("Ani (2020)", "Buruk")]


@pytest.mark.parametrize(
    ("name", "parts", "rows"),
    [
        ("plain", [CAPTION, table_xml([HEAD, BUDI, ANI])], BOTH),
        ("no caption", [table_xml([HEAD, BUDI, ANI])], BOTH),
        ("title row", [table_xml([row_xml([cell_xml(CAPTION, 4)]), HEAD, BUDI, ANI])], BOTH),
        ("header in the next part again", [table_xml([HEAD, BUDI]), "Lanjutan Tabel 2.1", table_xml([HEAD, ANI])], BOTH),
        ("next part without header", [table_xml([HEAD, BUDI]), "Lanjutan Tabel 2.1", table_xml([ANI])], BOTH),
        ("header again inside", [table_xml([HEAD, BUDI, row_xml([cell_xml("Lanjutan", 4)]), HEAD, ANI])], BOTH),
        ("row in a control", [table_xml([HEAD, row_xml(BUDI, control=True), ANI])], BOTH),
        ("words in a control", [table_xml([HEAD, ["1", "{sdt|Budi} (2019)", "Modal", "{sdt|Baik}"], ANI])], BOTH),
        ("inserted row", [table_xml([HEAD, BUDI, row_xml(ANI, change="ins")])], BOTH),
        ("deleted row", [table_xml([HEAD, BUDI, row_xml(["9", "Cici (2018)", "X", "Y"], change="del"), ANI])], BOTH),
        ("tracked words", [table_xml([HEAD, ["1", "Budi (2019)", "Modal", "{del|Buruk}{ins|Baik}"], ANI])], BOTH),
        ("numbers of columns", [table_xml([HEAD, ["(1)", "(2)", "(3)", "(4)"], BUDI, ANI])], BOTH),
        ("blank rows", [table_xml([HEAD, ["", "", "", ""], BUDI, ["", "", "", ""], ANI])], BOTH),
        ("source line", [table_xml([HEAD, BUDI, ANI, row_xml([cell_xml("Sumber: diolah penulis", 4)])])], BOTH),
        (
            "cells merged downward",
            [table_xml([HEAD, [cell_xml("1", merge="restart"), cell_xml("Budi (2019)", merge="restart"), "Modal", "Baik"],
                        [cell_xml("", merge="continue"), cell_xml("", merge="continue"), "Modal", "Luas"], ANI])],
            [("Budi (2019)", "Baik\nLuas"), ("Ani (2020)", "Buruk")],
        ),
        ("row cut by a page", [table_xml([HEAD, BUDI, ["", "", "", "dan luas"], ANI])],
         [("Budi (2019)", "Baik\ndan luas"), ("Ani (2020)", "Buruk")]),
        ("paragraphs", [table_xml([HEAD, ["1", "Budi (2019)", "Modal", "1. Baik\n2. Luas"], ANI])],
         [("Budi (2019)", "1. Baik\n2. Luas"), ("Ani (2020)", "Buruk")]),
        ("studies as columns", [table_xml([["Nama dan Tahun", "Budi (2019)", "Ani (2020)"], ["Judul", "Modal", "Pasar"],
                                           ["Hasil", "Baik", "Buruk"]])], BOTH),
    ],
)  # fmt: skip
def test_a_table_gives_its_studies(name: str, parts: list[str], rows: list[tuple[str, str]]) -> None:
    records = read("a.docx", word_file(*parts))
    assert cells(records, "Nama dan Tahun", "Hasil") == rows
    assert not records.rejected


def test_two_levels_of_headings() -> None:
    upper = row_xml([cell_xml("No", merge="restart"), cell_xml("Peneliti", merge="restart"), cell_xml("Metode", 2),
                     cell_xml("Hasil", merge="restart")])  # fmt: skip
    lower = row_xml([cell_xml("", merge="continue"), cell_xml("", merge="continue"), "Pendekatan", "Desain",
                     cell_xml("", merge="continue")])  # fmt: skip
    records = read(
        "a.docx", word_file(table_xml([upper, lower, ["1", "Budi (2019)", "Kualitatif", "Studi kasus", "Baik"]]))
    )
    assert records.columns == ("No", "Peneliti", "Metode › Pendekatan", "Metode › Desain", "Hasil")
    assert cells(records, "Metode › Pendekatan", "Metode › Desain") == [("Kualitatif", "Studi kasus")]


def test_a_value_merged_over_two_studies_is_both_ones() -> None:
    rows = [["Peneliti", "Judul", "Pendekatan"], ["Budi", "Modal", cell_xml("Kualitatif", merge="restart")],
            ["Ani", "Pasar", cell_xml("", merge="continue")]]  # fmt: skip
    records = read("a.docx", word_file(table_xml(rows)))
    assert cells(records, "Peneliti", "Pendekatan") == [("Budi", "Kualitatif"), ("Ani", "Kualitatif")]


def test_tables_of_other_things_are_named_and_left() -> None:
    other = table_xml([["Tahun", "Jumlah penduduk"], ["2019", "1000"], ["2020", "1100"]])
    contact = table_xml([["Nama", "NIM"], ["Budi", "123"]])
    records = read("a.docx", word_file(contact, "Data", other, CAPTION, table_xml([HEAD, BUDI, ANI])))
    assert cells(records, "Nama dan Tahun", "Hasil") == BOTH
    assert [check for check, _ in said(records)] == ["import-table-left", "import-table-left"]


def test_two_tables_of_studies_with_other_columns_are_both_read() -> None:
    more = table_xml([["Peneliti", "Judul", "Metode", "Hasil"], ["Cici (2018)", "Desa", "Kualitatif", "Sedang"]])
    records = read("a.docx", word_file(CAPTION, table_xml([HEAD, BUDI]), "Penelitian yang relevan", more))
    assert records.columns == ("No", "Nama dan Tahun", "Judul", "Hasil", "Peneliti", "Metode")
    assert [row.cells.get("Peneliti") or row.cells.get("Nama dan Tahun") for row in records.rows] == [
        "Budi (2019)",
        "Cici (2018)",
    ]


def test_a_file_without_such_a_table_says_so() -> None:
    with pytest.raises(InputError) as refusal:
        read("a.docx", word_file("Hanya teks", table_xml([["Tahun", "Jumlah"], ["2019", "5"]])))
    assert refusal.value.code == "import-no-table"


def test_a_row_is_found_again_by_its_line() -> None:
    records = read("a.docx", word_file(CAPTION, table_xml([HEAD, BUDI, ANI])))
    assert [row.place.line for row in records.rows] == [6, 10]
    assert records.rows[0].place.quote.startswith("1 | Budi (2019)")
