"""Table, matrix, studies, narrative, brief and init from the command line: the options of this part of the contract."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Kajian


def test_studies_say_at_a_glance_what_is_shared(kajian: Kajian) -> None:
    murni = kajian("studies", "--year", "2016", "--format", "json").json[0]
    assert set(murni["at_a_glance"]) == {"shared", "differing", "not_comparable"}
    assert {"topic", "approach"} <= set(murni["at_a_glance"]["shared"])
    assert set(murni["at_a_glance"]["not_comparable"]) == {item["facet"] for item in murni["not_comparable"]}
    text = kajian("studies", "--year", "2016").out
    assert "= sama: fokus, aspek, pendekatan" in text and "= belum dapat dibandingkan: desain" in text
    assert "= shared: topic, aspect, approach" in kajian("--lang", "en", "studies", "--year", "2016").out


def test_the_own_study_has_no_glance(kajian: Kajian) -> None:
    own = kajian("studies", "--with-focal", "--format", "json").json[0]
    assert own["focal"] and own["at_a_glance"] is None


def test_every_verb_takes_the_same_filter(kajian: Kajian) -> None:
    wanted = ("--kind", "jurnal", "--year", "2018..", "--facet", "approach=kualitatif", "--format", "json")
    assert [study["id"] for study in kajian("studies", *wanted).json] == ["studi-kumalasari"]
    assert [row["study"] for row in kajian("table", *wanted).json["rows"]] == ["studi-kumalasari"]
    assert [row["study"] for row in kajian("matrix", *wanted).json["rows"]] == ["studi-kumalasari"]
    told = kajian("narrative", *wanted).json["paragraphs"]
    assert [p["study"] for p in told if p["kind"] == "study"] == ["studi-kumalasari"]
    assert "Kumalasari (2021)" in kajian("brief", *wanted[:-2]).out


def test_rows_are_sorted_and_grouped(kajian: Kajian) -> None:
    found = kajian(
        "table", "--columns", "no,penulis+tahun", "--sort", "-year", "--group", "pendekatan", "--format", "json"
    ).json
    assert [(row["group"], row["study"]) for row in found["rows"]] == [
        ("Pendekatan: kualitatif", "studi-kumalasari"),
        ("Pendekatan: kualitatif", "studi-murni"),
        ("Pendekatan: belum diisi", "studi-daulay"),
    ]
    assert [row["cells"]["number"]["text"] for row in found["rows"]] == ["1", "2", "3"]
    assert found["rows"][1]["cells"]["author-year"]["text"] == "Ruaida Murni\n2016"


def test_ticks_come_with_their_legend(kajian: Kajian) -> None:
    found = kajian("table", "--columns", "citation,aspect-ticks", "--format", "json").json
    assert [column["label"] for column in found["columns"]][1:] == ["*purpose*", "*structure*", "*style*", "*value*"]
    assert found["notes"] == ["Keterangan: ≈ bersesuaian menurut telaah penulis"]


def test_two_facets_are_crossed_in_json_and_text(kajian: Kajian) -> None:
    found = kajian("matrix", "--facet", "aspek", "--by", "pendekatan", "--format", "json").json
    assert (found["facet"], found["by"], found["by_values"]) == ("aspect", "approach", ["kualitatif"])
    assert found["left_out"] == ["studi-daulay"]
    assert "Jumlah" in kajian("matrix", "--facet", "aspek", "--by", "pendekatan").out
    assert kajian("matrix", "--format", "json").json["uncovered_pairs"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("table", "--sort", "tahum"), "tahum"),
        (("table", "--group", "pendekata"), "pendekatan"),
        (("table", "--columns", "penuls"), "penulis"),
        (("studies", "--kind", "skripsy"), "skripsi"),
        (("matrix", "--by", "aspk"), "aspek"),
        (("matrix", "--facet", "aspek", "--by", "design", "--format", "svg"), "svg"),
        (("narrative", "--profile", "umun"), "umum"),
        (("narrative", "--format", "pdf"), "docx"),
        (("brief", "--format", "docx"), "html"),
    ],
)
def test_what_nothing_bears_is_named_with_the_nearest(kajian: Kajian, arguments: tuple[str, ...], named: str) -> None:
    refused = kajian(*arguments)
    assert refused.code == 2 and refused.out == ""
    assert refused.err.count("\n") == 1 and named in refused.err


def test_the_narrative_in_word_and_latex(kajian: Kajian, tmp_path: Path) -> None:
    for name in ("narasi.docx", "narasi.tex", "narasi.md"):
        assert kajian("narrative", "-o", str(tmp_path / name)).code == 0
        assert (tmp_path / name).stat().st_size > 2000


def test_every_passage_of_the_narrative_occurs_at_its_place(kajian: Kajian) -> None:
    from tests.cli.test_example import TEXT, passages

    found = passages(kajian("narrative", "--format", "json").json)
    assert len(found) > 40
    assert all(TEXT[p["start"] : p["end"]] == p["exact"] for p in found)


def test_the_brief_is_one_file(kajian: Kajian, tmp_path: Path) -> None:
    assert kajian("brief", "--no-date", "-o", str(tmp_path / "b.html")).code == 0
    assert kajian("brief", "-o", str(tmp_path / "b.pdf")).code == 0
    assert (tmp_path / "b.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


def test_a_project_starts_from_a_template_in_either_language(kajian: Kajian, tmp_path: Path) -> None:
    for name, facet in (
        ("Pendidikan", "jenjang"),
        ("management", "sektor usaha"),
        ("SOCIAL WORK", "tahap pertolongan"),
    ):
        folder = tmp_path / name
        assert kajian("init", str(folder), "--template", name).code == 0
        assert kajian("-C", str(folder), "check").code == 0
        assert kajian("-C", str(folder), "table", "--columns", f"penulis,{facet}").code == 0


def test_an_unknown_template_is_refused_and_nothing_is_made(kajian: Kajian, tmp_path: Path) -> None:
    refused = kajian("init", str(tmp_path / "p"), "--template", "pendidikn")
    assert refused.code == 2 and re.search("Pendidikan", refused.err) and not (tmp_path / "p").exists()
    assert kajian("init", str(tmp_path / "p"), "--template", "education", "--example").code == 2
