"""Facets and their values: complete, told apart, and none implies a value of another facet."""

from __future__ import annotations

from collections import defaultdict

import pytest
import rdflib
from ontology_graphs import FACET
from rdflib.namespace import RDF, SKOS

KAJIAN = rdflib.Namespace("https://w3id.org/kajian/ns#")
FACETS = rdflib.Namespace(FACET)
SHIPPED = [
    "topic",
    "aspect",
    "theory",
    "approach",
    "design",
    "data-collection",
    "analysis",
    "sampling",
    "subjects",
    "location",
    "program",
    "aim",
    "findings",
    "limitations",
    "relevance",
]
WITH_VALUES = ("approach", "design", "data-collection", "analysis", "sampling")


def concepts(facets: rdflib.Graph) -> list[rdflib.term.Node]:
    return sorted(facets.subjects(RDF.type, SKOS.Concept), key=str)


def named(facets: rdflib.Graph, scheme: str, label: str) -> set[str]:
    """Names of the values of a scheme that bear this label, in whichever language and kind."""
    return {
        str(concept).removeprefix(FACET)
        for concept in facets.subjects(SKOS.inScheme, FACETS[scheme])
        for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        for text in facets.objects(concept, kind)
        if str(text).casefold() == label.casefold()
    }


def test_shipped_facets_stand_in_the_order_of_the_contract(facets: rdflib.Graph) -> None:
    found = sorted(
        facets.subjects(SKOS.inScheme, FACETS.facets), key=lambda f: int(str(facets.value(f, SKOS.notation)))
    )
    assert [str(facet).removeprefix(FACET) for facet in found] == SHIPPED


def test_every_value_stands_in_exactly_one_scheme(facets: rdflib.Graph) -> None:
    assert len(concepts(facets)) > 250
    assert [concept for concept in concepts(facets) if len(list(facets.objects(concept, SKOS.inScheme))) != 1] == []


def test_broader_never_leaves_its_scheme(facets: rdflib.Graph) -> None:
    for concept, broader in facets.subject_objects(SKOS.broader):
        assert facets.value(concept, SKOS.inScheme) == facets.value(broader, SKOS.inScheme)


@pytest.mark.parametrize("facet", WITH_VALUES)
def test_facet_has_a_scheme_of_values(facet: str, facets: rdflib.Graph) -> None:
    schemes = list(facets.objects(FACETS[facet], KAJIAN.valueScheme))
    assert len(schemes) == 1
    assert len(list(facets.subjects(SKOS.inScheme, schemes[0]))) >= 3


def test_only_the_approach_has_one_value(facets: rdflib.Graph) -> None:
    assert set(facets.subjects(KAJIAN.exclusive, rdflib.Literal(True))) == {FACETS.approach}


def test_values_of_an_exclusive_facet_exclude_one_another(facets: rdflib.Graph) -> None:
    """R&D or library research beside "kualitatif" must not look like a contradiction: they are designs."""
    values = {str(value).removeprefix(FACET) for value in facets.subjects(SKOS.inScheme, FACETS.approaches)}
    assert values == {"qualitative", "quantitative", "mixed-methods"}
    assert named(facets, "designs", "R&D") == {"research-and-development"}
    assert named(facets, "designs", "penelitian kepustakaan") == {"library-research"}


def test_top_concepts_are_written_both_ways(facets: rdflib.Graph) -> None:
    down = {(scheme, concept) for scheme, concept in facets.subject_objects(SKOS.hasTopConcept)}
    up = {(scheme, concept) for concept, scheme in facets.subject_objects(SKOS.topConceptOf)}
    assert down == up
    tops = {concept for _scheme, concept in down}
    assert tops == {concept for concept in concepts(facets) if not facets.value(concept, SKOS.broader)}


def test_no_label_means_two_values_of_one_scheme(facets: rdflib.Graph) -> None:
    bearers: dict[tuple[object, str | None, str], set[object]] = defaultdict(set)
    for concept in concepts(facets):
        for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
            for label in facets.objects(concept, kind):
                bearers[facets.value(concept, SKOS.inScheme), label.language, str(label).casefold()].add(concept)
    assert {key: found for key, found in bearers.items() if len(found) > 1} == {}


def test_every_concept_is_named_and_explained_in_both_languages(facets: rdflib.Graph) -> None:
    for thing in [*concepts(facets), *facets.subjects(RDF.type, SKOS.ConceptScheme)]:
        for kind in (SKOS.prefLabel, SKOS.definition):
            assert sorted(text.language for text in facets.objects(thing, kind)) == ["en", "id"], (thing, kind)


def test_labels_are_written_without_stray_blanks(facets: rdflib.Graph) -> None:
    for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.definition, SKOS.scopeNote):
        for _thing, text in facets.subject_objects(kind):
            assert str(text) == " ".join(str(text).split())


@pytest.mark.parametrize(
    ("scheme", "word", "value"),
    [
        ("facets", "metode", "approach"),
        ("facets", "jenis penelitian", "design"),
        ("facets", "teknik analisis data", "analysis"),
        ("facets", "informan", "subjects"),
        ("facets", "temuan", "findings"),
        ("approaches", "metode kualitatif", "qualitative"),
        ("approaches", "mixed methods", "mixed-methods"),
        ("designs", "PTK", "classroom-action-research"),
        ("designs", "penelitian deskriptif", "descriptive"),
        ("designs", "kuasi eksperimen", "quasi-experiment"),
        ("designs", "yuridis normatif", "normative-legal"),
        ("designs", "systematic literature review", "systematic-review"),
        ("data-collection-methods", "angket", "questionnaire"),
        ("data-collection-methods", "fokus grup diskusi", "focus-group-discussion"),
        ("data-collection-methods", "wawancara mendalam", "in-depth-interview"),
        ("data-collection-methods", "studi dokumentasi", "documentation"),
        ("analysis-methods", "Miles dan Huberman", "interactive-model"),
        ("analysis-methods", "regresi linier berganda", "multiple-linear-regression"),
        ("analysis-methods", "SmartPLS", "pls-sem"),
        ("sampling-methods", "purposive sampling", "purposive-sampling"),
        ("sampling-methods", "total sampling", "total-sampling"),
        ("sampling-methods", "bola salju", "snowball-sampling"),
    ],
)
def test_usual_word_finds_its_value(scheme: str, word: str, value: str, facets: rdflib.Graph) -> None:
    assert named(facets, scheme, word) == {value}


@pytest.mark.parametrize(
    ("narrow", "broad"),
    [
        ("in-depth-interview", "interview"),
        ("classroom-action-research", "action-research"),
        ("quasi-experiment", "experiment"),
        ("descriptive-qualitative-analysis", "descriptive-analysis"),
        ("pls-sem", "inferential-statistics"),
        ("purposive-sampling", "non-probability-sampling"),
    ],
)
def test_kind_is_narrower_than_what_it_is_a_kind_of(narrow: str, broad: str, facets: rdflib.Graph) -> None:
    assert FACETS[broad] in set(facets.transitive_objects(FACETS[narrow], SKOS.broader))


def test_shipped_facets_and_shapes_name_the_same_closed_lists(facets: rdflib.Graph, shapes: rdflib.Graph) -> None:
    listed = {str(node) for node in shapes.objects() if str(node).startswith(FACET)}
    shipped = {str(concept) for concept in concepts(facets)} | {FACET + "typology-kinds"}
    assert listed <= shipped
    for scheme, spared in (("states", {FACET + "unread"}), ("bases", set()), ("certainties", set())):
        values = {str(value) for value in facets.subjects(SKOS.inScheme, FACETS[scheme])}
        assert values - spared <= listed
