"""What is still to be done: first steps, what a supervisor marks, what cannot be compared; each leads somewhere."""

from __future__ import annotations

from pathlib import Path

from kb.queries.facets import facets
from kb.review.todo import MOST, todo
from kb.review.unread import unread_cells
from kb.store.new_project import new_project
from kb.store.project import open_project

ROOT = Path(__file__).parent.parent.parent


def test_an_empty_project_is_told_its_first_steps(tmp_path: Path) -> None:
    library = open_project(new_project(tmp_path / "p", "Judul"))
    assert [thing.where for thing in todo(library)] == ["concepts", "imports", "studies"]
    assert "bibliography" in todo(library, "en")[1].words


def test_the_example_leads_to_the_things_themselves() -> None:
    found = todo(open_project(ROOT))
    assert len(found) == MOST
    assert ("study", "studi-daulay") in [(thing.where, thing.id) for thing in found]
    assert any(thing.words.startswith("Raihanah Daulay (2018): belum dapat dibandingkan pada") for thing in found)
    assert all(thing.id for thing in found if thing.where in ("study", "definition", "concept", "work", "draft"))


def test_unread_cells_count_what_nothing_is_noted_of(tmp_path: Path) -> None:
    folder = new_project(tmp_path / "p", "Judul")
    base = open_project(folder).base
    assert unread_cells(open_project(folder)) == 0
    (folder / "notes" / "a.ttl").write_text(
        f"@prefix : <{base}> . @prefix kajian: <https://w3id.org/kajian/ns#> . @prefix facet: <https://w3id.org/kajian/facets#> ."
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
        ':studi-a a kajian:Study ; skos:prefLabel "A"@id .'
        ':fs-a a kajian:FacetStatement ; kajian:ofStudy :studi-a ; kajian:facet facet:location ; rdf:value "Desa"@id ;'
        " kajian:state facet:stated .",
        encoding="utf-8",
    )
    library = open_project(folder)
    assert unread_cells(library) == len(facets(library)) - 1
