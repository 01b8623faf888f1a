"""What cannot be done is one line, exit 2, nothing written; what is broken in part still opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kajian, Result


def refused(result: Result) -> str:
    """The line of a refusal."""
    assert result.code == 2, result
    assert result.out == ""
    lines = result.err.strip().splitlines()
    assert len(lines) == 1, result.err
    assert "Traceback" not in result.err
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tabel"], "table"),
        (["table", "--colums", "title"], "--columns"),
        (["table", "--columns", "judul,hasill"], "hasil"),
        (["table", "--comparison", "komputed"], "computed"),
        (["table", "--profile", "umumm"], "umum"),
        (["table", "--format", "pptx"], "docx"),
        (["studies", "--facet", "approach=kualitatip"], "kualitatif"),
        (["studies", "--facet", "aproach=kualitatif"], "approach"),
        (["studies", "--facet", "approach"], "approach"),
        (["studies", "--year", "dulu"], "2018..2021"),
        (["concepts", "jejaring kerjaa"], "jejaring kerja"),
        (["matrix", "--facet", "aspekt"], "aspek"),
        (["query", "INSERT DATA { <a:b> <a:c> <a:d> }"], "SELECT"),
        (["query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", "SELECT * FROM <file:///etc/hosts> { ?s ?p ?o }"], "FROM"),
        (["query", "SELECT * { ?s ?p "], "1"),
        (["query", "tidak-ada.rq"], "tidak-ada.rq"),
        (["map", "--depth", "7"], "--help"),
        (["-C", "/tidak/ada", "table"], "kajian.toml"),
    ],
)
def test_a_wrong_call_is_one_line_with_the_nearest_right_word(kajian: Kajian, arguments: list[str], said: str) -> None:
    assert said in refused(kajian(*arguments))


def test_english_lines_on_request(kajian: Kajian) -> None:
    assert "Nearest" in refused(kajian("--lang", "en", "concepts", "networc"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = ", "kajian.toml"),
        ('version = 99\nbase = "urn:x:1#"', "99"),
        ("version = 1", "base"),
        ('version = 1\nbase = "urn:x:1#"\nchapter = "dua"', "chapter"),
        ('version = 1\nbase = "urn:x:1#"\nlanguage = "fr"', "language"),
        ('version = 1\nbase = "urn:x:1#"\nbibliography = "../../etc/hosts"', "../../etc/hosts"),
    ],
)
def test_a_broken_project_file_is_refused(kajian: Kajian, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "kajian.toml").write_text(text, encoding="utf-8")
    assert said in refused(kajian("-C", str(tmp_path), "studies"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kajian.toml"]


def test_a_broken_notes_file_is_a_finding_with_its_line_and_the_rest_opens(kajian: Kajian, project: Path) -> None:
    path = project / "ontology/balewangi/studies/daulay.ttl"
    broken = path.read_text(encoding="utf-8") + "\n:x a kajian:Study ;;; .\n<tanpa penutup\n"
    path.write_text(broken, encoding="utf-8")
    found = kajian("-C", str(project), "check", "--format", "json")
    finding = next(f for f in found.json["findings"] if f["check"] == "notes-broken")
    assert finding["file"] == "ontology/balewangi/studies/daulay.ttl"
    assert finding["line"] >= len(broken.splitlines()) - 1
    assert found.code == 1
    studies = kajian("-C", str(project), "studies", "--format", "json").json
    assert {"studi-murni", "studi-kumalasari"} <= {study["id"] for study in studies}


def test_one_closed_notes_file_is_one_error_and_not_a_hundred_missing_things(kajian: Kajian, project: Path) -> None:
    path = project / "ontology/balewangi/concepts.ttl"
    path.write_text(path.read_text(encoding="utf-8") + "\n@@@ <rusak\n", encoding="utf-8")
    found = kajian("-C", str(project), "check", "--format", "json").json["findings"]
    assert {f["check"] for f in found} & {"notes-shape", "notes-rule"} == set()
    (said,) = [f for f in found if f["check"] == "notes-unchecked"]
    assert said["severity"] == "info" and "concepts.ttl" in said["message"]


def test_a_broken_entry_is_a_finding_with_its_line_and_the_rest_opens(kajian: Kajian, project: Path) -> None:
    path = project / "references.bib"
    text = path.read_text(encoding="utf-8")
    path.write_text("@book{rusak, title = {tidak ditutup,\n\n" + text, encoding="utf-8")
    found = kajian("-C", str(project), "check", "--format", "json").json["findings"]
    assert any(f["file"] == "references.bib" and f["line"] == 1 and f["severity"] == "error" for f in found)
    assert len(kajian("-C", str(project), "studies", "--format", "json").json) == 3


def test_init_refuses_a_folder_that_has_a_project(kajian: Kajian, project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert str(project) in refused(kajian("init", str(project)))
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_init_makes_an_empty_project_that_opens(kajian: Kajian, tmp_path: Path) -> None:
    folder = tmp_path / "baru"
    assert kajian("init", str(folder), "--title", 'Judul "saya"').code == 0
    assert kajian("-C", str(folder), "studies", "--format", "json").json == []
    assert kajian("-C", str(folder), "matrix", "--format", "json").json["rows"] == []
    result = kajian("-C", str(folder), "check", "--format", "json")
    assert result.code == 0, result.json


def test_two_copies_of_the_example_never_share_a_base(kajian: Kajian, tmp_path: Path) -> None:
    bases = set()
    for name in ("a", "b"):
        assert kajian("init", str(tmp_path / name), "--example").code == 0
        bases.add((tmp_path / name / "kajian.toml").read_text(encoding="utf-8").split('base = "')[1].split('"')[0])
    assert len(bases) == 2


@pytest.mark.parametrize("name", ["tidak/ada/tabel.md"])
def test_an_output_that_cannot_be_written_is_refused(kajian: Kajian, tmp_path: Path, name: str) -> None:
    assert name in refused(kajian("table", "-o", str(tmp_path / name)))
    assert list(tmp_path.iterdir()) == []
