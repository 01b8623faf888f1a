"""`import`: all or nothing, what was there stays, and twice adds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.store.new_project import new_project
from tests.cli.conftest import Kajian
from tests.cli.test_edit import files


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A new project with nothing in it."""
    return new_project(tmp_path / "kosong")


def written(folder: Path, name: str, content: str | bytes) -> str:
    """A file to import, and its path."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


OWN = """@String{jes = "Jurnal Ekonomi dan Sosial"}

@Article{Pratama2020,
  author  = {Pratama, Agus},
  title   = {Modal sosial \\& usaha kecil},
    journal = jes,
  year =2020,  % tahun terbit
}
"""


def test_a_bib_comes_in_byte_for_byte(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    before = files(project)
    result = kajian("-C", str(project), "import", written(tmp_path, "a.bib", OWN), "--format", "json")
    assert result.code == 0 and result.json["added"] == ["Pratama2020"], result
    assert result.json["read"] == 1 and result.json["saved"] == ["references.bib"]
    after = (project / "references.bib").read_bytes()
    assert after.startswith(before["references.bib"])
    assert OWN[OWN.index("@Article") :].strip().encode() in after and b'@String{jes = "Jurnal' in after
    shown = kajian("-C", str(project), "bibliography", "--all", "--format", "bib").out
    assert "Pratama2020" in shown


def test_a_second_import_adds_nothing(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "a.bib", OWN)
    kajian("-C", str(project), "import", file)
    before = files(project)
    result = kajian("-C", str(project), "import", file, "--format", "json")
    assert (result.code, result.json["added"], result.json["save"]) == (0, [], None)
    assert [each["of"] for each in result.json["duplicates"]] == ["Pratama2020"]
    assert files(project) == before


def test_what_is_there_is_called_by_name_and_year(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    ris = "TY  - BOOK\nAU  - Burt, Ronald S.\nTI  - Structural Holes versus Network Closure as Social Capital\nPY  - 2001\nER  - \n"
    words = kajian("-C", str(project), "import", written(tmp_path, "a.ris", ris), "--dry-run").out
    listed = words.partition("Sudah ada:")[2].strip().splitlines()[0]
    assert listed.startswith("Burt, Ronald S. (2001). Structural") and "burt2001structural" in listed, words


def test_a_dry_run_changes_nothing(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    before = files(project)
    result = kajian("-C", str(project), "import", written(tmp_path, "a.bib", OWN), "--dry-run")
    assert result.code == 0 and "Pratama2020" in result.out and files(project) == before
    assert not (project / ".kajian" / "history").exists()


def test_what_was_rejected_holds_all_back_until_partial(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    before = files(project)
    file = written(tmp_path, "a.ris", "TY  - BOOK\nER  - \nTY  - BOOK\nTI  - Utuh\nPY  - 2001\nER  - \n")
    result = kajian("-C", str(project), "import", file, "--format", "json")
    assert result.code == 1 and files(project) == before
    assert result.json["rejected"][0]["where"] == "a.ris:1" and result.json["save"] is None
    result = kajian("-C", str(project), "import", file, "--partial", "--format", "json")
    assert result.code == 1 and len(result.json["added"]) == 1 and result.json["save"] == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("@book{MURNI2016PERAN, title={}, year=2016}", "kunci"),
        ("@book{lain, title={Lain sama sekali}, doi={10.1234/ABC}}", "DOI"),
        ("@book{lain, author={Ruaida Pratama}, title={Modal sosial & usaha keçil}, year={2020}}", "serupa"),
    ],
)
def test_a_work_that_is_there_is_told_with_the_evidence(
    kajian: Kajian, project: Path, tmp_path: Path, text: str, why: str
) -> None:
    own = OWN.replace("year =2020", "doi = {10.1234/abc}, year =2020") if why == "DOI" else OWN
    if why == "DOI":
        text = text.replace("Lain sama sekali", "Modal sosial dan usaha")
    kajian("-C", str(project), "import", written(tmp_path, "a.bib", own))
    result = kajian("-C", str(project), "import", written(tmp_path, "b.bib", text), "--format", "json")
    assert result.json["added"] == [] and why in result.json["duplicates"][0]["why"], result.out


def test_a_key_that_another_work_bears_is_changed_and_told(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "a.bib", "@book{Murni2016peran, author={Zed, A}, title={Kimia organik}, year={1999}}")
    result = kajian("-C", str(project), "import", file, "--format", "json")
    assert result.json["added"] == ["Murni2016peran-2"], result.out
    assert "Murni2016peran-2" in str(result.json["notes"])
    again = kajian("-C", str(project), "import", file, "--format", "json")
    assert again.json["added"] == [] and again.json["duplicates"][0]["of"] == "Murni2016peran-2"


def test_two_entries_with_one_key_both_come_in(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    twice = """@book{rusdiana, title = {Sistem Informasi Manajemen}, author = {Rusdiana}, year = {2014}}

@book{Rusdiana, title = {Koperasi}, author = {Sitio, Arifin}, year = {2015}}

@inbook{bab, crossref = {rusdiana}, title = {Satu bab}, pages = {1--9}}
"""
    result = kajian("-C", str(empty), "import", written(tmp_path, "a.bib", twice), "--format", "json")
    assert (result.code, result.json["added"], result.json["rejected"]) == (0, ["rusdiana", "Rusdiana-2", "bab"], [])
    assert any("Rusdiana-2" in each["note"] and each["where"] == "a.bib:3" for each in result.json["notes"])
    assert "crossref = {rusdiana}" in (empty / "references.bib").read_text(encoding="utf-8")


def test_a_name_that_only_looks_alike_makes_no_duplicate(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    text = (
        "@book{a, author={Rahman}, title={Statistik sosial}, year={2001}}\n"
        "@book{b, author={Rahmat}, title={Sosiologi desa}, year={2001}}\n"
        "@book{c, author={Rahmat}, title={Sosiologi desa 2}, year={2001}}\n"
    )
    result = kajian("-C", str(empty), "import", written(tmp_path, "a.bib", text), "--format", "json")
    assert result.json["added"] == ["a", "b", "c"]


def test_an_abbreviation_of_another_meaning_is_rejected(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    kajian("-C", str(project), "import", written(tmp_path, "a.bib", OWN))
    other = OWN.replace("Ekonomi dan Sosial", "Entomologi").replace("Pratama", "Wibowo").replace("Modal", "Serangga")
    result = kajian("-C", str(project), "import", written(tmp_path, "b.bib", other), "--format", "json")
    assert result.code == 1 and "jes" in result.json["rejected"][0]["reason"]


def test_a_windows_file_takes_what_it_can_write(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    (empty / "references.bib").write_bytes("@book{a,\r\n  title = {Café},\r\n  year = {2001}\r\n}\r\n".encode("cp1252"))
    result = kajian("-C", str(empty), "import", written(tmp_path, "a.bib", OWN.replace("sosial", "naïf")))
    assert result.code == 0, result
    assert "naïf \\& usaha".encode("cp1252") in (empty / "references.bib").read_bytes()
    assert b"\n\n" not in (empty / "references.bib").read_bytes()
    result = kajian("-C", str(empty), "import", written(tmp_path, "c.bib", "@book{z, title={Ḥadīṡ}, year=2001}"))
    assert result.code == 1 and "Ḥ" in result.out


def test_pasted_text_comes_by_standard_input(kajian: Kajian, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OWN.encode())))
    result = kajian("-C", str(empty), "import", "-", "--format", "json")
    assert result.json["added"] == ["Pratama2020"]


def test_twenty_five_ris_records_arrive_and_stay(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    text = "".join(
        f"TY  - JOUR\nAU  - Penulis{n}, Nama\nTI  - Kajian {100 % n} % {n}_a #{n} & \\x{{y\nPY  - {1990 + n}\n"
        f"JO  - Jurnal {n}\nUR  - https://contoh.id/{n}%20x_y\nER  - \n"
        for n in range(1, 26)
    )
    file = written(tmp_path, "a.ris", text)
    result = kajian("-C", str(empty), "import", file, "--format", "json")
    assert (result.code, result.json["read"], len(result.json["added"])) == (0, 25, 25), result.out
    import json

    items = json.loads(kajian("-C", str(empty), "bibliography", "--all", "--format", "json").out)
    assert len(items["entries"]) == 25
    assert kajian("-C", str(empty), "import", file, "--format", "json").json["added"] == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", "%PDF-1.4", "a.pdf"),
        ("a.bib", "", "kosong"),
        ("tidak-ada.bib", None, "tidak-ada.bib"),
    ],
)
def test_a_refusal_is_one_line_and_changes_nothing(
    kajian: Kajian, empty: Path, tmp_path: Path, name: str, content: str | None, words: str
) -> None:
    before = files(empty)
    path = str(tmp_path / name) if content is None else written(tmp_path, name, content)
    result = kajian("-C", str(empty), "import", path)
    assert result.code == 2 and words in result.err and result.err.count("\n") == 1
    assert files(empty) == before


def test_from_a_thousand_records_on_a_line_tells_how_far(
    kajian: Kajian, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.cli.imports._on_a_screen", lambda: True)
    text = "".join(f"@misc{{k{n}, title={{Judul {n}}}, year={{2001}}}}\n" for n in range(1000))
    result = kajian("-C", str(empty), "import", written(tmp_path, "a.bib", text))
    assert "1000 dari 1000" in result.err and "Baru:" in result.out
    assert kajian("-C", str(empty), "import", written(tmp_path, "b.bib", OWN)).err == ""


def test_an_entry_inherits_from_its_parent_even_when_that_got_another_key(
    kajian: Kajian, empty: Path, tmp_path: Path
) -> None:
    (empty / "references.bib").write_text(
        "@book{prosiding, title = {Lain sama sekali}, year = 1999}\n", encoding="utf-8"
    )
    text = (
        "@inproceedings{anak, author={A}, title={Makalah}, crossref = {prosiding}}\n"
        "@proceedings{prosiding, title={Prosiding Seminar}, year={2015}, editor={Editor, E}}\n"
    )
    result = kajian("-C", str(empty), "import", written(tmp_path, "a.bib", text), "--format", "json")
    assert result.json["added"] == ["anak", "prosiding-2"], result
    assert "crossref = {prosiding-2}" in (empty / "references.bib").read_text(encoding="utf-8")


def test_what_the_file_says_beyond_an_entry_is_told(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    (empty / "references.bib").write_text(
        "@article{a, author={A}, title={Modal sosial}, year=2001}\n", encoding="utf-8"
    )
    text = "@article{a, author={A}, title={Modal sosial}, year=2001, doi={10.1234/a}, pages={1--2}}\n"
    result = kajian("-C", str(empty), "import", written(tmp_path, "b.bib", text), "--format", "json")
    assert result.json["added"] == [] and "doi, pages" in result.json["notes"][0]["note"], result.out


def test_a_dry_run_says_what_the_import_then_does(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    text = (
        OWN
        + "@book{Murni2016peran, author={Zed, A}, title={Kimia organik}, year={1999}}\n@misc{,title={Tanpa kunci}}\n"
    )
    file = written(tmp_path, "a.bib", text)
    planned = kajian("-C", str(project), "import", file, "--dry-run", "--format", "json").json
    done = kajian("-C", str(project), "import", file, "--format", "json").json
    assert planned["save"] is None and done["save"] == 1 and len(done["added"]) == 3
    assert {**planned, "saved": 0, "save": 0} == {**done, "saved": 0, "save": 0}


def test_the_citations_of_a_word_chapter_become_the_bibliography(kajian: Kajian, empty: Path, tmp_path: Path) -> None:
    from tests.reading.test_records_word_citations import csl, field, item, word

    file = written(tmp_path, "bab2.docx", word(field(csl("ZOTERO_ITEM", item("Modal sosial", "Field")))))
    result = kajian("-C", str(empty), "import", file, "--to", "bibliography", "--format", "json")
    assert result.code == 0 and result.json["added"] == ["field2001modal"], result
    again = kajian("-C", str(empty), "import", file, "--to", "bibliography", "--format", "json")
    assert again.json["added"] == [] and again.json["duplicates"][0]["of"] == "field2001modal"
    wrong = kajian("-C", str(empty), "import", file, "--to", "concepts")
    assert wrong.code == 2 and "bibliography" in wrong.err
