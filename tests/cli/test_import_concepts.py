"""`import` of a vocabulary: concepts with their hierarchy, once only, and nothing where a circle was found."""

from __future__ import annotations

from pathlib import Path

from kb.store.new_project import new_project
from tests.cli.conftest import Kajian
from tests.cli.test_edit import files

HEAD = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix ex: <http://contoh.id/> .\n"
GOOD = HEAD + (
    'ex:a a skos:Concept ; skos:prefLabel "modal"@id , "capital"@en ; skos:definition "Batasan."@id .\n'
    'ex:b a skos:Concept ; skos:prefLabel "social \\"capital\\""@en ; skos:altLabel "modal sosial"@id ; skos:broader ex:a .\n'
)


def test_concepts_come_in_with_their_places_and_only_once(kajian: Kajian, tmp_path: Path) -> None:
    project = new_project(tmp_path / "kosong")
    file = tmp_path / "sosial.ttl"
    file.write_text(GOOD, encoding="utf-8")
    result = kajian("-C", str(project), "import", str(file), "--to", "concepts", "--format", "json")
    assert result.code == 0 and result.json["added"] == ["konsep-modal", "konsep-social-capital"], result
    shown = {each["id"]: each for each in kajian("-C", str(project), "concepts", "--format", "json").json}
    assert shown["konsep-social-capital"]["broader"] == ["konsep-modal"]
    assert (
        shown["konsep-modal"]["labels"] == {"id": "modal", "en": "capital"}
        and shown["konsep-modal"]["definitions"] == 0
    )
    assert "Batasan." in (project / "notes" / "kosakata-sosial.ttl").read_text(encoding="utf-8")
    check = kajian("-C", str(project), "check", "--format", "json").json["findings"]
    assert [each for each in check if each["severity"] != "info"] == []
    before = files(project)
    again = kajian("-C", str(project), "import", str(file), "--format", "json").json
    assert (again["added"], [each["of"] for each in again["duplicates"]]) == (
        [],
        ["konsep-modal", "konsep-social-capital"],
    )
    assert files(project) == before


def test_a_circle_holds_all_back_until_partial(kajian: Kajian, tmp_path: Path) -> None:
    project = new_project(tmp_path / "kosong")
    file = tmp_path / "a.ttl"
    file.write_text(GOOD + "ex:a skos:broader ex:b .\n", encoding="utf-8")
    before = files(project)
    result = kajian("-C", str(project), "import", str(file))
    assert result.code == 1 and "→" in result.out and files(project) == before
    assert kajian("-C", str(project), "import", str(file), "--partial", "--format", "json").json["save"] == 1


def test_a_concept_that_bears_a_known_label_is_that_concept(kajian: Kajian, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(HEAD + 'ex:x a skos:Concept ; skos:prefLabel "Kemiskinan"@id .\n', encoding="utf-8")
    result = kajian("-C", str(project), "import", str(file), "--format", "json").json
    assert result["added"] == [] and result["duplicates"][0]["of"] == "konsep-kemiskinan"
