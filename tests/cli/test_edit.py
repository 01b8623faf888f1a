"""`edit`, `history`, `restore`: one thing changes, everything else stays byte for byte, everything can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kajian
from tests.cli.test_refusals import refused


def files(project: Path) -> dict[str, bytes]:
    """Every file of the project but Kajian's own."""
    found = (path for path in project.rglob("*") if path.is_file() and ".kajian" not in path.parts)
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in found}


def changed_lines(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """Lines that went and lines that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_field_of_a_work_changes_that_field_only(kajian: Kajian, project: Path) -> None:
    before = files(project)
    result = kajian("-C", str(project), "edit", "murni2016peran", "journal=Sosio Konsepsia", "--format", "json")
    assert result.json == {"saved": ["references.bib"], "save": 1}
    after = files(project)
    gone, came = changed_lines(before["references.bib"], after["references.bib"])
    assert gone == [] or len(gone) == 1
    assert [b"Sosio Konsepsia" in line for line in came].count(True) == 1 and len(came) <= 2
    assert {name for name in before if before[name] != after[name]} == {"references.bib"}


def test_a_facet_is_stated_by_a_word_in_either_language(kajian: Kajian, project: Path) -> None:
    def daulay() -> dict[str, object]:
        return kajian("-C", str(project), "studies", "--aspect", "style", "--format", "json").json[0]

    assert kajian("-C", str(project), "edit", "studi-daulay", "approach=Qualitative").code == 0
    facets = daulay()["facets"]
    assert isinstance(facets, dict)
    assert [(v["value"], v["state"], v["basis"]) for v in facets["approach"]] == [("qualitative", "stated", "stated")]
    assert "kualitatif" in str(daulay()["similarities"])


def test_a_facet_without_a_value_is_unread_again(kajian: Kajian, project: Path) -> None:
    assert kajian("-C", str(project), "edit", "studi-daulay", "design=").code == 0
    found = kajian("-C", str(project), "studies", "--aspect", "style", "--format", "json").json[0]
    assert "design" not in found["facets"]


def test_an_unchanged_value_keeps_its_passage(kajian: Kajian, project: Path) -> None:
    before = kajian("-C", str(project), "studies", "--format", "json").json[1]["facets"]["data-collection"]
    names = "; ".join(value["labels"]["id"] for value in before)
    assert kajian("-C", str(project), "edit", "studi-daulay", f"data-collection={names}; dokumentasi").code == 0
    after = kajian("-C", str(project), "studies", "--format", "json").json[1]["facets"]["data-collection"]
    assert [v["passage"] for v in after[: len(before)]] == [v["passage"] for v in before]
    assert len(after) == len(before) + 1


def test_a_study_says_that_it_lacks_something(kajian: Kajian, project: Path) -> None:
    assert kajian("-C", str(project), "edit", "studi-daulay", "program=tidak: program kegiatan").code == 0
    found = kajian("-C", str(project), "studies", "--aspect", "style", "--format", "json").json[0]
    assert [value["state"] for value in found["facets"]["program"]] == ["absent"]


def test_labels_and_notes_of_a_concept(kajian: Kajian, project: Path) -> None:
    words = ("label=kemiskinan keluarga", "alt=kemelaratan; kepapaan", 'note=Kutip "apa adanya".')
    assert kajian("-C", str(project), "edit", "konsep-kemiskinan", *words).code == 0
    found = kajian("-C", str(project), "concepts", "kepapaan", "--format", "json").json[0]
    assert found["labels"]["id"] == "kemiskinan keluarga"
    assert found["labels"]["en"] == "poverty"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["studi-dauly", "approach=kualitatif"], "studi-daulay"),
        (["studi-daulay", "aproach=kualitatif"], "approach"),
        (["studi-daulay", "approach"], "KUNCI=NILAI"),
        (["konsep-kemiskinan", "label="], "label"),
        (["konsep-kemiskinan", "lable=x"], "label"),
        (["def-baker-1994", "text="], "text"),
    ],
)
def test_a_wrong_edit_changes_nothing(kajian: Kajian, project: Path, arguments: list[str], said: str) -> None:
    before = files(project)
    assert said in refused(kajian("-C", str(project), "edit", *arguments))
    assert files(project) == before


@pytest.mark.parametrize(
    "text",
    [
        "} @misc{jahat, title={x}}",
        "tidak { seimbang",
        'kutip " di tengah',
        "garis \\ miring",
        "baris\nbaru",
        "@book{a, title={b}}",
    ],
)
def test_no_text_breaks_out_of_its_field(kajian: Kajian, project: Path, text: str) -> None:
    before = files(project)
    count = len(
        kajian("-C", str(project), "query", "SELECT ?w { ?w kajian:citekey ?k }", "--format", "csv").out.splitlines()
    )
    result = kajian("-C", str(project), "edit", "murni2016peran", f"note={text}")
    after = len(
        kajian("-C", str(project), "query", "SELECT ?w { ?w kajian:citekey ?k }", "--format", "csv").out.splitlines()
    )
    assert after == count
    if result.code == 2:
        assert files(project) == before
    study = kajian("-C", str(project), "edit", "studi-murni", f"limitations={text}")
    assert study.code == 0, study.err
    said = kajian("-C", str(project), "studies", "--format", "json").json[0]["facets"]["limitations"][0]["text"]
    assert said == " ".join(text.split())


def test_history_and_restore_bring_everything_back(kajian: Kajian, project: Path) -> None:
    states = [files(project)]
    for words in (
        ("studi-daulay", "approach=kualitatif"),
        ("murni2016peran", "volume=5"),
        ("konsep-kemiskinan", "label=miskin"),
    ):
        assert kajian("-C", str(project), "edit", *words).code == 0
        states.append(files(project))
    saves = kajian("-C", str(project), "history", "--format", "json").json
    assert [save["save"] for save in saves] == [3, 2, 1]
    assert all(set(save) == {"save", "when", "by", "files", "summary"} and save["by"] == "edit" for save in saves)
    for number in (0, 2, 1, 3):
        restored = kajian("-C", str(project), "restore", str(number), "--format", "json").json
        assert files(project) == states[number], number
        assert restored["saved"]
    assert kajian("-C", str(project), "history", "--format", "json").json[0]["by"] == "restore"
    refused(kajian("-C", str(project), "restore", "99"))


def test_an_edit_without_a_change_writes_nothing(kajian: Kajian, project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*.ttl")}
    assert kajian("-C", str(project), "edit", "studi-murni", "approach=kualitatif").code == 0
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*.ttl")} == before
    assert kajian("-C", str(project), "history", "--format", "json").json == []
