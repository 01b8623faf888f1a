"""A table that Kajian exported and a person edited comes back as differences, cell by cell, to accept or refuse."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from kb.store.new_project import copy_example, new_project
from tests.cli.conftest import Kajian
from tests.cli.test_edit import files

OWN = "Penelitian Murni juga kualitatif, tetapi di panti sosial."


def exported(kajian: Kajian, project: Path, form: str, *more: str) -> bytes:
    """The table as a file."""
    return kajian("-C", str(project), "table", "--format", form, *more).raw


def edited(data: bytes, form: str, edit: Callable[[list[Any]], None]) -> bytes:
    """The file with the rows of its first table edited: lists of cells with `value` (xlsx) or `text` (docx)."""
    target = io.BytesIO()
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        edit([list(row) for row in book.active.iter_rows()])
        book.save(target)
    else:
        document = docx.Document(io.BytesIO(data))
        edit([row.cells for row in document.tables[0].rows])
        document.save(target)
    return target.getvalue()


def put(cell: Any, text: str) -> None:
    """Write a cell, whatever kind it is."""
    if hasattr(cell, "paragraphs"):
        cell.text = text
    else:
        cell.value = text


def back(kajian: Kajian, project: Path, tmp_path: Path, data: bytes, form: str, *more: str) -> Any:
    path = tmp_path / f"tabel.{form}"
    path.write_bytes(data)
    result = kajian("-C", str(project), "import", str(path), "--format", "json", *more)
    assert result.code in (0, 1), result.err
    return result.json


def broken(kajian: Kajian, project: Path) -> list[str]:
    """Names of the checks that find an error."""
    found = kajian("-C", str(project), "check", "--format", "json").json["findings"]
    return sorted(each["check"] for each in found if each["severity"] == "error")


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize(
    "options", [(), ("--profile", "metode"), ("--columns", "penulis+tahun,pendekatan,hasil"), ("--transpose",)]
)
def test_an_untouched_table_differs_in_nothing(
    kajian: Kajian, project: Path, tmp_path: Path, form: str, options: tuple[str, ...]
) -> None:
    before = files(project)
    result = back(kajian, project, tmp_path, exported(kajian, project, form, *options), form)
    assert (result["read"], result["differences"], result["save"]) == (3, [], None), result
    assert files(project) == before


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_what_was_edited_is_shown_and_saved(kajian: Kajian, project: Path, tmp_path: Path, form: str) -> None:
    def edit(rows: list[Any]) -> None:
        put(rows[1][3], OWN)
        put(rows[2][2], "Kelompok majelis taklim menjadi mandiri.")
        put(rows[3][1], "Judul yang dibetulkan")

    before, wrong = files(project), broken(kajian, project)
    data = edited(exported(kajian, project, form), form, edit)
    shown = back(kajian, project, tmp_path, data, form, "--dry-run")
    assert [(d["study"], d["column"]) for d in shown["differences"]] == [
        ("studi-murni", "similarities"), ("studi-daulay", "findings"), ("studi-kumalasari", "title"),
    ]  # fmt: skip
    assert shown["differences"][0]["after"] == OWN and shown["differences"][0]["before"] and files(project) == before
    saved = back(kajian, project, tmp_path, data, form)
    assert saved["save"] == 1 and len(saved["updated"]) == 3
    rows = kajian("-C", str(project), "table", "--format", "json").json["rows"]
    assert rows[0]["cells"]["similarities"]["text"] == OWN
    assert rows[1]["cells"]["findings"]["text"] == "Kelompok majelis taklim menjadi mandiri."
    assert rows[2]["cells"]["title"]["text"] == "Judul yang dibetulkan"
    assert broken(kajian, project) == wrong
    assert back(kajian, project, tmp_path, data, form)["save"] is None, "a second time nothing is left to take"


def test_a_computed_sentence_that_was_edited_is_the_persons_own(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    def edit(rows: list[Any]) -> None:
        put(rows[2][4], "Berbeda dalam aspek dan subjek.")

    data = edited(exported(kajian, project, "docx", "--comparison", "computed"), "docx", edit)
    back(kajian, project, tmp_path, data, "docx")
    study = kajian("-C", str(project), "studies", "--text", "taklim", "--format", "json").json[0]
    mine = [each for each in study["differences"] if each["text"] == "Berbeda dalam aspek dan subjek."]
    assert mine[0]["origin"] == "asserted" and set(mine[0]["facets"]) == {"aspect", "subjects"}


def test_only_the_accepted_cell_is_saved(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    def edit(rows: list[Any]) -> None:
        put(rows[1][3], OWN)
        put(rows[2][2], "Lain.")

    data = edited(exported(kajian, project, "xlsx"), "xlsx", edit)
    result = back(kajian, project, tmp_path, data, "xlsx", "--accept", "murni:persamaan")
    assert (len(result["differences"]), result["updated"]) == (2, ["studi-murni"])
    rows = kajian("-C", str(project), "table", "--format", "json").json["rows"]
    assert rows[0]["cells"]["similarities"]["text"] == OWN and rows[1]["cells"]["findings"]["text"] != "Lain."
    path = str(tmp_path / "tabel.xlsx")
    refused = kajian("-C", str(project), "import", path, "--accept", "murni:perbedaan")
    assert refused.code == 2 and refused.err.count("\n") == 1


def test_rows_that_were_sorted_added_or_deleted(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported(kajian, project, "xlsx")))
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head, first, _second, third = rows
    third[3] = OWN
    for number, row in enumerate([head, third, first, ["Orang Baru (2020)", "Judul", "Hasil", "", ""]], 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    target = io.BytesIO()
    book.save(target)
    result = back(kajian, project, tmp_path, target.getvalue(), "xlsx", "--dry-run")
    assert [(d["study"], d["column"]) for d in result["differences"]] == [("studi-kumalasari", "similarities")]
    said = " ".join(each["note"] for each in result["notes"])
    assert "Orang Baru" in said and "Raihanah Daulay (2018) tidak ada lagi dalam tabel" in said


def test_a_study_that_the_project_no_longer_has_is_called_as_the_row_calls_it(
    kajian: Kajian, project: Path, tmp_path: Path
) -> None:
    data = exported(kajian, project, "docx")
    for path in (project / "ontology").rglob("*.ttl"):
        path.write_text(path.read_text(encoding="utf-8").replace(":studi-daulay", ":studi-lain"), encoding="utf-8")
    notes = back(kajian, project, tmp_path, data, "docx", "--dry-run")["notes"]
    assert any("tentang Raihanah Daulay (2018), yang tidak ada lagi" in each["note"] for each in notes), notes


def test_what_the_project_changed_meanwhile_is_no_difference(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    data = exported(kajian, project, "docx")
    kajian("-C", str(project), "edit", "murni2016peran", "title=Judul baru")
    assert back(kajian, project, tmp_path, data, "docx")["differences"] == []


def test_in_another_project_it_is_a_table_like_any(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    data = exported(kajian, project, "docx")
    result = back(kajian, new_project(tmp_path / "lain"), tmp_path, data, "docx")
    assert (result["read"], len(result["added"]), result["differences"]) == (3, 3, [])


def test_a_cell_that_cannot_be_told_apart_is_kept_out_and_said(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    def edit(rows: list[Any]) -> None:
        put(rows[1][0], "entah siapa")

    result = back(kajian, project, tmp_path, edited(exported(kajian, project, "docx"), "docx", edit), "docx")
    assert result["save"] is None and any("entah siapa" in each["note"] for each in result["notes"])


def test_two_copies_of_the_example_know_their_own_tables(kajian: Kajian, tmp_path: Path) -> None:
    one = copy_example(tmp_path / "satu")
    assert (
        back(kajian, one, tmp_path, exported(kajian, one, "docx", "--group", "approach"), "docx")["differences"] == []
    )
