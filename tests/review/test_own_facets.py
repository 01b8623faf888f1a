"""Facets that a project adds: columns, filters, sentences, matrix, groups, as the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import make

from kb.audit.notes import check_notes
from kb.model.profile import Profile
from kb.queries.concepts import concepts
from kb.queries.facets import facets
from kb.queries.studies import prior_studies
from kb.review.columns import own_column, table_columns
from kb.review.comparison import at_a_glance, compared_studies
from kb.review.selection import Selection, facet_named, select, values_of
from kb.review.table import comparison_table
from kb.store.library import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return make(tmp_path_factory.mktemp("membaca"))


def test_an_own_facet_stands_among_the_shipped_ones_in_its_order(library: Library) -> None:
    names = [facet.name for facet in facets(library).values()]
    assert names.index("subjects") < names.index("unsur-jenjang") < names.index("location")


def test_an_own_facet_is_found_by_any_of_its_names(library: Library) -> None:
    for word in ("jenjang", "Level of Schooling", "jenjang pendidikan", "unsur-jenjang", "UNSUR JENJANG"):
        assert facet_named(library, word) == "unsur-jenjang"
        assert own_column(library, word, Profile("umum", "", ())).content == ("unsur-jenjang",)


def test_its_values_are_a_filter_even_where_no_study_has_them(library: Library) -> None:
    assert set(values_of(library, "unsur-jenjang")) == {"jenjang-sd", "jenjang-smp", "jenjang-sma"}
    found = select(library, Selection(facets={"jenjang": ("primary school", "SMA")}))
    assert [study.id for study in found] == ["studi-sari", "studi-nur", "studi-yanti"]


def test_a_label_of_its_own_comes_before_another_facets_hidden_one(tmp_path: Path) -> None:
    notes = (
        ':unsur-hambatan a skos:Concept ; skos:inScheme facet:facets ; skos:prefLabel "hambatan"@id , "obstacles"@en .'
    )
    assert facet_named(make(tmp_path, notes), "hambatan") == "unsur-hambatan"


def test_facets_and_their_values_are_no_concepts_of_the_chapter(library: Library) -> None:
    assert {concept.id for concept in concepts(library).values()} == {"konsep-literasi", "konsep-motivasi"}


def test_sentences_speak_of_it_by_the_default_phrase(library: Library) -> None:
    sari, nur, *_ = compared_studies(library)
    assert any(
        s.text == "Penelitian ini mencakup jenjang SMP, sedangkan penelitian Sari mencakup jenjang SMA."
        or "mencakup jenjang SMP" in s.text
        for s in sari.differences
    )
    assert any("sama-sama" in s.text and "mencakup jenjang SMP" in s.text for s in nur.similarities)
    english = compared_studies(library, "en")
    assert any("junior high school as their level of schooling" in s.text for s in english[1].similarities)
    assert any("senior high school as its level of schooling" in s.text for s in english[0].differences)


def test_it_is_a_column_with_its_heading_in_both_languages(library: Library) -> None:
    profile = Profile("umum", "", ())
    assert table_columns(library, profile, "en")["unsur-jenjang"] == "Level of schooling"
    made = comparison_table(library, profile, [own_column(library, "jenjang", profile)])
    assert made.columns[0].label == "Jenjang" and made.rows[0].cells["unsur-jenjang"].text == "SMA"


def test_it_is_named_at_a_glance(library: Library) -> None:
    glance = at_a_glance(library, prior_studies(library)[1])
    assert "unsur-jenjang" in glance["shared"] and "unsur-jenjang" in glance["differing"]
    assert "unsur-jenjang" in at_a_glance(library, prior_studies(library)[2])["not_comparable"]


def test_notes_with_own_facets_keep_the_rules(library: Library) -> None:
    wrong = [finding for finding in check_notes(library) if finding.severity == "error"]
    assert not wrong, wrong
