"""Sentences a person wrote, held against the facets they speak of."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import STATEMENTS, make, sentence

from kb.audit.notes import quick_findings
from kb.model.profile import Profile
from kb.queries.studies import prior_studies
from kb.review.columns import own_columns
from kb.review.table import comparison_table
from kb.review.written import Doubt, basis_now, doubts
from kb.store.library import Library
from kb.store.project import open_project


def doubted(folder: Path, *written: str) -> dict[str, tuple[Doubt, ...]]:
    return doubts(make(folder, "".join(written)))


def test_a_similarity_about_a_facet_that_only_differs_is_contradicted(tmp_path: Path) -> None:
    words = "Sama-sama memakai pendekatan kualitatif."
    found = doubted(tmp_path, sentence("sama-1", "Similarity", "sari", "facet:approach", words))
    assert found == {"sama-1": (Doubt("contradicted", ("approach",)),)}


def test_a_difference_about_a_facet_that_is_equal_is_contradicted(tmp_path: Path) -> None:
    words = "Berbeda dalam fokus dan pendekatan."
    found = doubted(tmp_path, sentence("beda-1", "Difference", "sari", "facet:topic , facet:approach", words))
    assert found == {"beda-1": (Doubt("contradicted", ("topic",)),)}


def test_what_is_partly_shared_contradicts_neither(tmp_path: Path) -> None:
    found = doubted(
        tmp_path,
        sentence("sama-1", "Similarity", "nur", ":unsur-jenjang", "Sama-sama di SMP."),
        sentence("beda-1", "Difference", "nur", ":unsur-jenjang", "Penelitian lain juga di SD."),
    )
    assert found == {}


def test_what_is_unread_contradicts_nothing(tmp_path: Path) -> None:
    assert (
        doubted(tmp_path, sentence("sama-1", "Similarity", "lestari", "facet:approach", "Sama-sama kualitatif.")) == {}
    )


def test_a_sentence_of_the_present_facets_is_not_outdated(tmp_path: Path) -> None:
    library = make(tmp_path / "a")
    sari = prior_studies(library)[0]
    basis = basis_now(library, sari, ["approach"])
    words = "Pendekatannya berbeda."
    written = sentence("beda-1", "Difference", "sari", "facet:approach", words, basis)
    assert doubted(tmp_path / "b", written) == {}
    changed = {**STATEMENTS, "sari": (("facet:approach", "facet:mixed-methods", "stated"),)}
    assert doubts(make(tmp_path / "c", written, statements=changed)) == {"beda-1": (Doubt("outdated", ("approach",)),)}


def test_the_fingerprint_does_not_change_with_order_or_other_facets(tmp_path: Path) -> None:
    turned = {name: tuple(reversed(said)) for name, said in STATEMENTS.items()}
    without = {name: [s for s in said if s[0] != "facet:location"] for name, said in STATEMENTS.items()}
    bases = set()
    for name, statements in (("a", STATEMENTS), ("b", turned), ("c", without)):
        library = make(tmp_path / name, statements=statements)
        bases.add(basis_now(library, prior_studies(library)[1], ["data-collection", "approach"]))
    assert len(bases) == 1


def test_a_change_of_this_study_outdates_too(tmp_path: Path) -> None:
    changed = {**STATEMENTS, "ini": (("facet:approach", "facet:quantitative", "stated"),)}
    bases = []
    for name, statements in (("a", STATEMENTS), ("b", changed)):
        library = make(tmp_path / name, statements=statements)
        bases.append(basis_now(library, prior_studies(library)[0], ["approach"]))
    assert bases[0] != bases[1]


@pytest.fixture
def wrong(tmp_path: Path) -> Library:
    return make(
        tmp_path,
        sentence("sama-1", "Similarity", "sari", "facet:approach", "Sama-sama kualitatif.")
        + sentence("beda-1", "Difference", "sari", "facet:location", "Berbeda tempat.", "0000000000000000")
        + sentence("beda-2", "Difference", "nur", "facet:location", "Berbeda tempat dari Garut."),
    )


def test_the_table_takes_the_computed_sentence_while_a_written_one_is_doubted(wrong: Library) -> None:
    specs = own_columns(wrong, "similarities,differences", Profile("umum", "", ()))
    best = comparison_table(wrong, Profile("umum", "", ()), specs)
    assert {row.study: row.cells["differences"].origin for row in best.rows[:2]} == {
        "studi-sari": "computed",
        "studi-nur": "asserted",
    }
    assert "kualitatif" not in best.rows[0].cells["similarities"].text
    asked = comparison_table(wrong, Profile("umum", "", ()), specs, comparison="asserted")
    assert asked.rows[0].cells["similarities"].text == "Sama-sama kualitatif."


def test_the_check_names_row_facets_and_sentence(wrong: Library) -> None:
    found = {finding.check: finding for finding in quick_findings(wrong)}
    contradicted, outdated = found["comparison-contradicts-facets"], found["comparison-outdated"]
    assert contradicted.place.quote == "Sama-sama kualitatif." and contradicted.params["facets"] == "pendekatan"
    assert outdated.params == {"row": "Sari", "facets": "lokasi"} and outdated.citekeys == ("sari2019",)
    assert {contradicted.severity, outdated.severity} == {"warning"}


def test_the_example_has_no_sentence_that_its_facets_contradict(example_root: Path) -> None:
    checks = {finding.check for finding in quick_findings(open_project(example_root))}
    assert "comparison-names-another-study" in checks
    assert not checks & {"comparison-contradicts-facets", "comparison-outdated"}
