"""Starter templates: facets and values of a field as notes that keep every rule and work everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.audit.notes import check_notes
from kb.model.profile import Profile
from kb.queries.concepts import concepts
from kb.queries.facets import facets
from kb.queries.labels import names
from kb.review.columns import own_column
from kb.review.selection import facet_named, values_of
from kb.store.library import Library
from kb.store.new_project import new_project
from kb.store.project import open_project
from kb.store.templates import BASE, Template, templates

TEMPLATES = templates()


@pytest.fixture(scope="module", params=TEMPLATES, ids=lambda template: template.name)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Template, Library]:
    template: Template = request.param
    folder = tmp_path_factory.mktemp(template.name) / "proyek"
    return template, open_project(new_project(folder, "Judul", template))


def own(library: Library) -> list[str]:
    return [facet.name for iri, facet in facets(library).items() if iri.startswith(library.base)]


def test_there_are_three_fields_with_titles_in_both_languages() -> None:
    assert [template.name for template in TEMPLATES] == ["education", "management", "social-work"]
    for template in TEMPLATES:
        assert all(template.titles[language] and template.uses[language] for language in ("id", "en"))


def test_a_new_project_keeps_every_rule(opened: tuple[Template, Library]) -> None:
    _, library = opened
    wrong = [finding for finding in check_notes(library) if finding.severity != "info"]
    assert not wrong, wrong


def test_everything_lies_under_the_projects_own_base(opened: tuple[Template, Library]) -> None:
    _, library = opened
    text = (library.root / "notes" / "facets.ttl").read_text(encoding="utf-8")
    assert BASE not in text and f"@prefix : <{library.base}> ." in text
    assert len(own(library)) >= 6


def test_every_facet_and_value_is_called_something_in_both_languages(opened: tuple[Template, Library]) -> None:
    _, library = opened
    for iri, known in names(library).items():
        if iri.startswith(library.base):
            assert set(known.preferred) == {"id", "en"}, iri


def test_every_facet_is_found_by_its_names_and_can_be_a_column(opened: tuple[Template, Library]) -> None:
    _, library = opened
    for facet in facets(library).values():
        if facet.name in own(library):
            assert facet_named(library, facet.labels["id"]) == facet.name
            assert facet_named(library, facet.labels["en"]) == facet.name
            assert own_column(library, facet.labels["id"], Profile("umum", "", ())).content == (facet.name,)


def test_values_can_be_chosen_before_any_study_has_them(opened: tuple[Template, Library]) -> None:
    _, library = opened
    with_values = [name for name in own(library) if values_of(library, name)]
    assert len(with_values) >= 3


def test_facets_take_no_shipped_facets_place_and_are_no_concepts(opened: tuple[Template, Library]) -> None:
    _, library = opened
    orders = [facet.order for facet in facets(library).values()]
    assert len(orders) == len(set(orders))
    assert not concepts(library)


def test_a_project_without_a_template_has_no_facets_of_its_own(tmp_path: Path) -> None:
    assert own(open_project(new_project(tmp_path / "proyek"))) == []
