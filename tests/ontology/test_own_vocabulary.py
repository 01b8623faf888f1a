"""The vocabulary: read alike by two parsers, told in both languages, tied to terms that exist."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from ontology_graphs import HERE, ONTOLOGY
from rdflib.compare import isomorphic
from rdflib.namespace import OWL, RDF, RDFS, SKOS

KAJIAN = "https://w3id.org/kajian/ns#"
OWN = ("https://w3id.org/kajian/", "https://opensource.org/licenses/", "urn:", "https://example.org/")
FILES = sorted(ONTOLOGY.glob("*.ttl"))
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


def own_terms(vocabulary: rdflib.Graph) -> set[rdflib.URIRef]:
    """Classes and properties that the vocabulary mints."""
    return {
        term
        for kind in KINDS
        for term in vocabulary.subjects(RDF.type, kind)
        if isinstance(term, rdflib.URIRef) and term.startswith(KAJIAN)
    }


def pinned_terms() -> set[str]:
    """IRIs of `terms.txt`: what was seen in the vocabularies themselves."""
    found: set[str] = set()
    for line in (HERE / "terms.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            namespace, *names = line.split()
            found.update(namespace + name for name in names)
    return found


def mentioned(graph: rdflib.Graph) -> set[str]:
    """Every foreign IRI: terms of other vocabularies, and those vocabularies themselves."""
    nodes = {node for triple in graph for node in triple}
    datatypes = {node.datatype for node in nodes if isinstance(node, rdflib.Literal) and node.datatype}
    iris = {str(node) for node in nodes | datatypes if isinstance(node, rdflib.URIRef)}
    return {iri for iri in iris if not iri.startswith(OWN)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_two_parsers_read_the_same(path: Path) -> None:
    ours = rdflib.Graph().parse(path, format="turtle")
    other = pyoxigraph.serialize(
        pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE), format=pyoxigraph.RdfFormat.N_TRIPLES
    )
    theirs = rdflib.Graph().parse(data=other, format="nt")
    assert len(ours) > 300
    assert isomorphic(ours, theirs)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_survives_being_written_again(path: Path) -> None:
    graph = rdflib.Graph().parse(path, format="turtle")
    again = rdflib.Graph().parse(data=graph.serialize(format="longturtle"), format="turtle")
    assert isomorphic(graph, again)


def test_every_own_term_has_one_label_and_one_comment_in_each_language(vocabulary: rdflib.Graph) -> None:
    assert len(own_terms(vocabulary)) > 40
    for term in own_terms(vocabulary):
        for property in (RDFS.label, RDFS.comment):
            languages = Counter(text.language for text in vocabulary.objects(term, property))
            assert languages == {"id": 1, "en": 1}, (term, property)


def test_labels_tell_the_terms_apart(vocabulary: rdflib.Graph) -> None:
    for kind in KINDS:
        for language in ("id", "en"):
            labels = [
                str(label)
                for term in vocabulary.subjects(RDF.type, kind)
                for label in vocabulary.objects(term, RDFS.label)
                if label.language == language
            ]
            assert [label for label, times in Counter(labels).items() if times > 1] == []


def test_no_term_is_of_two_kinds(vocabulary: rdflib.Graph) -> None:
    kinds = Counter(term for kind in KINDS for term in set(vocabulary.subjects(RDF.type, kind)))
    assert [term for term, times in kinds.items() if times > 1] == []


def test_every_statement_class_is_an_entity_of_prov(vocabulary: rdflib.Graph) -> None:
    entity = rdflib.PROV.Entity
    statements = set(vocabulary.transitive_subjects(RDFS.subClassOf, rdflib.URIRef(KAJIAN + "Statement")))
    assert {str(term).removeprefix(KAJIAN) for term in statements} >= {"Definition", "FacetStatement", "Difference"}
    assert all(entity in set(vocabulary.transitive_objects(term, RDFS.subClassOf)) for term in statements)


def test_similarity_and_difference_exclude_each_other(vocabulary: rdflib.Graph) -> None:
    similarity, difference = (rdflib.URIRef(KAJIAN + name) for name in ("Similarity", "Difference"))
    assert (similarity, OWL.disjointWith, difference) in vocabulary
    assert (difference, OWL.disjointWith, similarity) in vocabulary


@pytest.mark.parametrize("path", [*FILES, *sorted((HERE / "valid").glob("*.ttl"))], ids=lambda path: path.name)
def test_every_foreign_term_exists(path: Path) -> None:
    graph = rdflib.Graph().parse(path, format="turtle")
    assert sorted(mentioned(graph) - pinned_terms()) == []


def test_every_foreign_term_of_the_example_exists(example_root: Path) -> None:
    from kb.store.project import open_project

    quads = open_project(example_root).store.quads_for_pattern(None, None, None, None)
    triples = {pyoxigraph.Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    data = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert sorted(mentioned(rdflib.Graph().parse(data=data, format="nt")) - pinned_terms()) == []


def test_shapes_and_vocabulary_speak_of_terms_that_the_vocabulary_has(
    vocabulary: rdflib.Graph, shapes: rdflib.Graph, facets: rdflib.Graph
) -> None:
    known = {str(term) for term in own_terms(vocabulary)} | {str(subject) for subject in facets.subjects()}
    for graph in (vocabulary, shapes, facets):
        used = {str(node) for triple in graph for node in triple if isinstance(node, rdflib.URIRef)}
        ours = {iri for iri in used if iri.startswith((KAJIAN, "https://w3id.org/kajian/facets#"))}
        assert ours - known == set()


def test_header_says_prefix_and_namespace_that_the_code_uses(vocabulary: rdflib.Graph, facets: rdflib.Graph) -> None:
    from kb.vocabulary import PREFIXES

    vann = rdflib.Namespace("http://purl.org/vocab/vann/")
    for graph in (vocabulary, facets):
        for ontology in graph.subjects(RDF.type, OWL.Ontology):
            prefix = str(graph.value(ontology, vann.preferredNamespacePrefix))
            assert PREFIXES[prefix] == str(graph.value(ontology, vann.preferredNamespaceUri))


def test_versions_of_the_three_files_agree() -> None:
    versions = {str(version) for path in FILES for version in rdflib.Graph().parse(path).objects(None, OWL.versionInfo)}
    assert len(versions) == 1


def test_concepts_are_not_collections(vocabulary: rdflib.Graph) -> None:
    """SKOS holds the two apart: a typology must never be declared a concept."""
    typology = rdflib.URIRef(KAJIAN + "Typology")
    assert SKOS.OrderedCollection in set(vocabulary.objects(typology, RDFS.subClassOf))
    assert SKOS.Concept not in set(vocabulary.transitive_objects(typology, RDFS.subClassOf))
