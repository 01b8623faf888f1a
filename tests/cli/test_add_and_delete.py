"""`add` and `delete`, and `edit` on the same roads: what the app can enter, a script can too."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Kajian
from tests.cli.test_edit import files
from tests.cli.test_refusals import refused


def test_a_work_a_concept_and_a_definition_are_added_and_taken_back(kajian: Kajian, project: Path) -> None:
    before = files(project)
    at = ("-C", str(project))
    work = ("type=book", "author=Field, John", "year=2010", "title=Modal Sosial", "publisher=Kreasi Wacana")
    key = kajian(*at, "add", "work", *work, "--format", "json").json["id"]
    assert key == "field2010modal"
    concept = kajian(*at, "add", "concept", "label=kepercayaan", "label.en=trust", "--format", "json").json["id"]
    said = (
        "text=Kepercayaan adalah harapan.",
        "author=Robert Putnam",
        "name=Putnam",
        "year=1993",
        f"via={key}, hlm. 5",
    )
    made = kajian(*at, "add", "definition", "concept=trust", *said, "--format", "json").json
    found = next(d for d in kajian(*at, "definitions", "--format", "json").json if d["id"] == made["id"])
    assert found["concept"] == concept and found["author"] == "Robert Putnam"
    assert [(hop["citekey"], hop["locator"]) for hop in found["via"]] == [(key, "5")]
    assert found["citation"] == "(Putnam, 1993, dalam Field, 2010, hlm. 5)"
    assert key in refused(kajian(*at, "delete", concept)) or made["id"] in refused(kajian(*at, "delete", concept))
    for identifier in (made["id"], concept, key):
        assert kajian(*at, "delete", identifier, "--with-uses").code == 0
    after = files(project)
    changed = {name for name in before if before[name].rstrip() != after[name].rstrip()}
    assert changed <= {"ontology/balewangi/people.ttl"}, "a person once met stays"


def test_what_is_missing_is_said_in_one_line_with_its_field(kajian: Kajian, project: Path) -> None:
    at = ("-C", str(project))
    assert "publisher: " in refused(kajian(*at, "add", "work", "type=book", "author=A", "year=2000", "title=T"))
    assert "label.id: " in refused(kajian(*at, "add", "concept", "label.en=trust"))
    assert "KUNCI" in refused(kajian(*at, "add", "concept", "kepercayaan"))
    assert "label" in refused(kajian(*at, "add", "concept", "lable=x"))


def test_a_definition_is_moved_and_its_chain_written_anew(kajian: Kajian, project: Path) -> None:
    at = ("-C", str(project))
    assert kajian(*at, "edit", "def-baker-1994", "concept=kemiskinan", "year=1995", "via=").code == 0
    found = next(d for d in kajian(*at, "definitions", "--format", "json").json if d["id"] == "def-baker-1994")
    assert (found["concept"], found["year"], found["via"]) == ("konsep-kemiskinan", "1995", [])
