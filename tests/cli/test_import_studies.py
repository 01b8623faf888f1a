"""`import` of a table of prior studies: works, studies, facets and sentences arrive; nothing is lost, nothing invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kb.store.new_project import new_project
from kb.store.templates import templates
from tests.cli.conftest import Kajian
from tests.cli.test_edit import files
from tests.reading.table_samples import workbook

MATRIX = """\
Tabel 2.1 Penelitian Terdahulu;;;;;;;;
No;Nama Peneliti/Tahun;Judul;Metode Penelitian;Hasil;Persamaan;Perbedaan;Lokasi;Kode
1;Budi Santoso (2019);Pengaruh modal sosial;Kuantitatif, regresi linier berganda;Berpengaruh;\
Sama-sama meneliti modal sosial;Lokasi penelitian berbeda;Bandung;A1
2;Sari, D. P., & Wibowo, A. (2020);Peran jejaring;Kualitatif deskriptif;"1. Penting
2. Meluas";Sama-sama kualitatif;Subjek berbeda;-;A2
3;Ani Rahmawati (2021);Strategi UMKM;tidak disebutkan;Berdaya;;;;
4;Penelitian ini;;Kualitatif;;;;Desa X;
"""


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A new project with nothing in it."""
    return new_project(tmp_path / "kosong")


def imported(
    kajian: Kajian, project: Path, tmp_path: Path, content: str | bytes, *more: str, name: str = "t.csv"
) -> Any:
    """What an import of a file says as JSON."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = kajian("-C", str(project), "import", str(path), "--format", "json", *more)
    assert result.code in (0, 1), result.err
    return result.json


def facets(
    kajian: Kajian, project: Path, *filters: str
) -> dict[str, dict[str, list[tuple[str | None, str | None, str]]]]:
    """Study -> facet -> what is stated of it."""
    found = kajian("-C", str(project), "studies", "--with-focal", "--format", "json", *filters).json
    return {
        each["id"]: {
            name: [(v["value"], v["text"], v["state"]) for v in values] for name, values in each["facets"].items()
        }
        for each in found
    }


def test_a_matrix_becomes_works_and_studies(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    result = imported(kajian, empty, tmp_path, MATRIX)
    assert (result["read"], result["added"], result["updated"]) == (
        4,
        ["studi-santoso", "studi-sari", "studi-rahmawati"],
        ["studi-ini"],
    )
    assert (
        result["columns"]["Metode Penelitian"] == "method" and result["columns"]["Nama Peneliti/Tahun"] == "author+year"
    )
    found = facets(kajian, empty)
    assert found["studi-santoso"]["approach"] == [("quantitative", "Kuantitatif", "stated")]
    assert found["studi-santoso"]["analysis"] == [("multiple-linear-regression", "regresi linier berganda", "stated")]
    assert [text for _, text, _ in found["studi-sari"]["findings"]] == ["Penting", "Meluas"]
    assert "location" not in found["studi-sari"], "a dash claims nothing"
    assert [(value, state) for value, _, state in found["studi-rahmawati"]["approach"]] == [(None, "not-in-source")]
    assert found["studi-ini"]["location"] == [(None, "Desa X", "stated")]


def test_what_came_in_keeps_the_rules_and_prints(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    imported(kajian, empty, tmp_path, MATRIX)
    check = kajian("-C", str(empty), "check", "--format", "json")
    assert [each for each in check.json["findings"] if each["severity"] != "info"] == [], check.out
    table = kajian("-C", str(empty), "table").out
    assert "Sama-sama meneliti modal sosial" in table and "Penting.<br>Meluas." in table
    assert "sedangkan penelitian ini dilakukan di Desa X" not in table, "the student's own sentence stands"
    computed = kajian("-C", str(empty), "table", "--comparison", "computed").out
    assert "sedangkan penelitian ini dilakukan di Desa X" in computed


def test_a_second_import_changes_nothing(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    imported(kajian, empty, tmp_path, MATRIX)
    before = files(empty)
    result = imported(kajian, empty, tmp_path, MATRIX)
    assert (result["added"], result["updated"], result["save"]) == ([], [], None)
    assert [each["of"] for each in result["duplicates"]] == ["studi-santoso", "studi-sari", "studi-rahmawati"]
    assert files(empty) == before


VARIABLES = """\
No;Nama Peneliti/Tahun;Judul;Variabel X;Model Pembelajaran
1;Budi Santoso (2019);Berpikir kritis;PBL;
2;Ani Sari (2020);Hasil belajar;problem-based learning;PBL
3;Cici Dewi (2021);Kecemasan;tidak menggunakan;-
4;Eko Putra (2022);Minat;minat baca & PBL;
5;Penelitian ini;;Problem Based Learning;
"""


def test_two_names_of_one_thing_are_one_value_under_a_facet_without_values(kajian: Kajian, tmp_path: Path) -> None:
    """Else the table would claim that a study of "PBL" differs from one of "problem-based learning"."""
    field = next(template for template in templates() if template.name == "education")
    project = new_project(tmp_path / "didik", template=field)
    result = imported(kajian, project, tmp_path, VARIABLES)
    found = facets(kajian, project)
    name = result["columns"]["Variabel X"]
    for study, words in (
        ("studi-santoso", "PBL"),
        ("studi-sari", "problem-based learning"),
        ("studi-ini", "Problem Based Learning"),
    ):
        assert found[study][name] == [("model-pbl", words, "stated")]
    assert name not in found["studi-dewi"], "what is not used, and who says so, is left open"
    assert [value for value, _, _ in found["studi-putra"][name]] == [None], "part of a cell names nothing"
    table = kajian("-C", str(project), "table", "--comparison", "computed", "--columns", "citation,differences").out
    assert "variabel bebas" not in table.split("Dewi")[0]


def test_a_dry_run_writes_nothing(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    before = files(empty)
    result = imported(kajian, empty, tmp_path, MATRIX, "--dry-run")
    assert len(result["added"]) == 3 and files(empty) == before


def test_an_unknown_column_is_a_remark_until_it_is_mapped(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    result = imported(kajian, empty, tmp_path, MATRIX, "--dry-run")
    assert any('"Kode"' in each["note"] for each in result["notes"])
    mapped = imported(
        kajian, empty, tmp_path, MATRIX, "--map", "kode=program", "--map", "Lokasi=-", "--map", "hasil=tujuan"
    )
    assert (mapped["columns"]["Kode"], mapped["columns"]["Lokasi"], mapped["columns"]["Hasil"]) == (
        "program",
        "",
        "aim",
    )
    found = facets(kajian, empty)["studi-santoso"]
    assert found["program"] == [(None, "A1", "stated")] and "location" not in found and "findings" not in found


@pytest.mark.parametrize("pair", ["Kodee=program", "Kode=programm"])
def test_a_wrong_mapping_is_one_line_with_the_nearest(kajian: Kajian, empty: Path, tmp_path: Path, pair: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(MATRIX, encoding="utf-8")
    wrong = pair.replace("Kodee", "Xyz").replace("programm", "qqqq")
    result = kajian("-C", str(empty), "import", str(path), "--map", wrong)
    assert result.code == 2 and result.err.count("\n") == 1


def test_a_work_that_is_there_gets_its_study(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    entry = (
        "@article{kunciku, author = {Santoso, Budi}, title = {Pengaruh Modal Sosial}, journal = {J}, year = {2019}}\n"
    )
    (empty / "references.bib").write_text(entry, encoding="utf-8")
    result = imported(kajian, empty, tmp_path, MATRIX)
    assert "studi-santoso" in result["added"]
    text = (empty / "references.bib").read_text(encoding="utf-8")
    assert text.startswith(entry) and text.count("@") == 3
    assert "karya:kunciku" in (empty / "notes/studies/santoso.ttl").read_text(encoding="utf-8")


def test_author_and_year_alone_find_the_one_work_they_can_mean(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    entries = "".join(
        f"@article{{{key}, author = {{{who}}}, title = {{{title}}}, journal = {{J}}, year = {{2019}}}}\n"
        for key, who, title in (("satu", "Santoso, Budi", "A"), ("dua", "Sari, D", "B"), ("tiga", "Sari, E", "C"))
    )
    (empty / "references.bib").write_text(entries, encoding="utf-8")
    text = "Penulis (Tahun);Hasil\nSantoso (2019);Baik\nSari (2019);Buruk\n"
    result = imported(kajian, empty, tmp_path, text)
    assert result["save"] is None and "dua, tiga" in result["rejected"][0]["reason"]
    result = imported(kajian, empty, tmp_path, text, "--partial")
    assert result["added"] == ["studi-santoso"] and (empty / "references.bib").read_text(encoding="utf-8") == entries


def test_a_row_about_nobody_is_rejected_with_its_line(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    before = files(empty)
    result = imported(kajian, empty, tmp_path, "No;Nama;Judul;Hasil\n1;Budi;Modal;Baik\n2;;;Entah\n")
    assert result["rejected"][0]["where"] == "t.csv:3" and files(empty) == before


def test_filled_facets_stay_and_empty_ones_are_filled(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    imported(kajian, empty, tmp_path, "Nama;Tahun;Judul;Pendekatan\nBudi;2019;Modal;Kualitatif\n")
    result = imported(
        kajian, empty, tmp_path, "Nama;Tahun;Judul;Pendekatan;Lokasi\nBudi;2019;Modal;Kuantitatif;Bogor\n"
    )
    assert result["updated"] == ["studi-budi"] and "kualitatif" in str(result["notes"])
    found = facets(kajian, empty)["studi-budi"]
    assert found["approach"] == [("qualitative", "Kualitatif", "stated")] and found["location"] == [
        (None, "Bogor", "stated")
    ]


def test_two_levels_of_thirty_six_rows_lose_nothing(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    head = [
        ["MATRIKS PENELITIAN TERDAHULU", *[None] * 11],
        ["No", "Identitas", None, None, "Metode", None, None, "Pendekatan", None, "Hasil", "Persamaan", "Perbedaan"],
        [
            None,
            "Nama",
            "Tahun",
            "Judul",
            "Desain",
            "Pengumpulan Data",
            "Sampel",
            "Kualitatif",
            "Kuantitatif",
            *[None] * 3,
        ],
    ]
    rows = [
        [n, f"Penulis{n} Nama{n}", 2000 + n % 20, f"Judul karya ke-{n}", "studi kasus", "wawancara; observasi", f"{n} orang",
         True if n % 2 else None, None if n % 2 else "v", f"Hasil {n}", f"Sama {n}", f"Beda {n}"]
        for n in range(1, 37)
    ]  # fmt: skip
    spans = ["A1:L1", "A2:A3", "B2:D2", "E2:G2", "H2:I2", "J2:J3", "K2:K3", "L2:L3"]
    result = imported(kajian, empty, tmp_path, workbook({"M": [*head, *rows]}, spans), name="m.xlsx")
    assert (result["read"], len(result["added"]), result["rejected"]) == (36, 36, [])
    found = facets(kajian, empty)
    assert len(found) == 37
    for n in range(1, 37):
        mine = found[f"studi-nama{n}"]
        assert mine["approach"] == [("qualitative" if n % 2 else "quantitative", mine["approach"][0][1], "stated")]
        assert [value for value, _, _ in mine["data-collection"]] == ["interview", "observation"]
        assert mine["subjects"] == [(None, f"{n} orang", "stated")] and mine["findings"] == [
            (None, f"Hasil {n}", "stated")
        ]
    table = kajian("-C", str(empty), "table", "--format", "json").json
    assert [row["cells"]["similarities"]["text"] for row in table["rows"]] == [f"Sama {n}" for n in range(1, 37)]


@pytest.mark.parametrize(
    ("head", "cells", "facet", "expected"),
    [
        ("Metode", "Tidak dijelaskan secara rinci", "approach", [(None, None, "not-in-source")]),
        ("Metode", "R&D model ADDIE", "design", [("research-and-development", "R&D", "stated"), ("addie", "model ADDIE", "stated")]),
        ("Metode", "tidak menggunakan kuesioner", "design", [(None, "tidak menggunakan kuesioner", "stated")]),
        ("Metode", "yuridis normatif", "design", [("normative-legal", "yuridis normatif", "stated")]),
        ("Metode", "Wawancara", "approach", None),
        ("Teori", "-", "theory", None),
        ("Teori", "?", "theory", None),
        ("Teori", "tidak ada", "theory", [(None, None, "not-in-source")]),
        ("Variabel", "X: Motivasi\nY: Kinerja", "topic", [(None, "X: Motivasi", "stated"), (None, "Y: Kinerja", "stated")]),
        ("Tujuan", "Untuk mengetahui\npengaruh modal", "aim", [(None, "Untuk mengetahui pengaruh modal", "stated")]),
        ("Pendekatan > Kualitatif", "x", "approach", [("qualitative", "Kualitatif", "stated")]),
        ("Pendekatan > Kualitatif", "FALSE", "approach", [("qualitative", "Kualitatif", "not-in-source")]),
        ("Aspek > Tujuan bersama", "√", "aspect", [(None, "Tujuan bersama", "stated")]),
        ("Subjek dan Lokasi", "Guru; Bandung", "location", [(None, "Bandung", "stated")]),
    ],
)  # fmt: skip
def test_a_cell_says_what_it_says(
    kajian: Kajian, empty: Path, tmp_path: Path, head: str, cells: str, facet: str, expected: Any
) -> None:
    upper, _, lower = head.partition(" > ")
    rows = [
        ["Nama", "Judul", "Tahun", upper],
        *([["", "", "", lower]] if lower else []),
        ["Budi", "Modal", "2019", cells],
    ]
    spans = ["A1:A2", "B1:B2", "C1:C2"] if lower else []
    if lower:
        rows = [[*row, extra] for row, extra in zip(rows, (None, "Lain", None), strict=True)]
        spans.append("D1:E1")
    imported(kajian, empty, tmp_path, workbook({"A": rows}, spans), name="a.xlsx")
    assert facets(kajian, empty)["studi-budi"].get(facet) == expected


def test_ticks_of_aspects_are_the_readers(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    text = "Nama;Tahun;Judul;purpose;structure\nZaki;2020;Judul baru;v;\n"
    imported(kajian, project, tmp_path, text)
    found = kajian("-C", str(project), "studies", "--format", "json").json
    zaki = next(each for each in found if each["id"] == "studi-zaki")
    assert [(v["value"], v["basis"]) for v in zaki["facets"]["aspect"]] == [("konsep-purpose", "interpreted")]


def test_without_a_study_of_ones_own_sentences_are_told_and_the_rest_comes_in(
    kajian: Kajian, empty: Path, tmp_path: Path
) -> None:
    review = empty / "notes" / "review.ttl"
    text = review.read_text(encoding="utf-8")
    start = text.index(":tinjauan")
    review.write_text(text[:start], encoding="utf-8")
    result = imported(kajian, empty, tmp_path, MATRIX.split("4;")[0])
    said = " ".join(each["note"] for each in result["notes"])
    assert "belum menyebut penelitian Anda" in said and "Sama-sama kualitatif" in said
    assert len(result["added"]) == 3 and len(facets(kajian, empty)) == 3


def test_it_says_that_this_study_is_still_empty(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    result = imported(kajian, empty, tmp_path, "Nama;Judul;Hasil\nBudi;Modal;Baik\n")
    assert any("studi-ini" in each["note"] and "kajian edit" in each["note"] for each in result["notes"])


def test_a_word_table_into_an_empty_project_prints_checks_and_compares(
    kajian: Kajian, empty: Path, tmp_path: Path
) -> None:
    from tests.reading.word_tables import row_xml, table_xml, word_file

    head = row_xml(["No", "Nama/Tahun/Judul", "Metode", "Hasil", "Persamaan", "Perbedaan"], header=True)
    rows = [
        [str(n), f"Penulis Satu{n} ({2000 + n})\nPeran modal sosial di desa {n}", "Kualitatif, studi kasus" if n % 2 else "Kuantitatif",
         f"1. Hasil {n}\n2. Temuan {n}", f"Sama {n}" if n % 3 else "-", f"Beda {n}"]
        for n in range(1, 21)
    ]  # fmt: skip
    data = word_file(
        "Tabel 2.1 Penelitian Terdahulu", table_xml([head, *rows[:9]]), "Lanjutan", table_xml([head, *rows[9:]])
    )
    result = imported(kajian, empty, tmp_path, data, name="tabel.docx")
    assert (result["read"], len(result["added"]), result["rejected"]) == (20, 20, [])
    kajian("-C", str(empty), "edit", "studi-ini", "approach=kualitatif", "design=studi kasus")
    table = kajian("-C", str(empty), "table", "--format", "json").json["rows"]
    assert [row["cells"]["findings"]["text"] for row in table] == [f"Hasil {n}.\nTemuan {n}." for n in range(1, 21)]
    assert table[2]["cells"]["similarities"]["origin"] == "computed", "where the table has none"
    assert table[0]["cells"]["similarities"]["text"] == "Sama 1"
    check = kajian("-C", str(empty), "check", "--format", "json").json["findings"]
    assert [each for each in check if each["severity"] == "error"] == []
    matrix = kajian("-C", str(empty), "matrix", "--facet", "approach", "--format", "json").json
    assert matrix["values"] == ["kualitatif", "kuantitatif"]
