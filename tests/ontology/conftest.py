"""Graphs that the tests of the ontology share, parsed once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from ontology_graphs import FACET, HERE, ONTOLOGY, parse
from rdflib.namespace import RDF, SKOS


@pytest.fixture(scope="session")
def vocabulary() -> rdflib.Graph:
    return parse(ONTOLOGY / "kajian.ttl")


@pytest.fixture(scope="session")
def facets() -> rdflib.Graph:
    return parse(ONTOLOGY / "facets.ttl")


@pytest.fixture(scope="session")
def shapes() -> rdflib.Graph:
    return parse(ONTOLOGY / "shapes.ttl")


@pytest.fixture(scope="session")
def in_context(facets: rdflib.Graph) -> Callable[..., rdflib.Graph]:
    """Cases together with the valid project and what `facets.ttl` says of the facets and values both mention."""
    project = parse(HERE / "valid" / "project.ttl")

    def gather(*cases: Path) -> rdflib.Graph:
        graph = parse(*(case for case in cases if case.name != "project.ttl"))
        graph += project
        mentioned = {term for triple in graph for term in triple if str(term).startswith(FACET)}
        for term in list(mentioned):
            mentioned.update(facets.objects(term, SKOS.inScheme))
        for term in mentioned:
            for predicate, value in facets.predicate_objects(term):
                if not str(value).startswith(FACET) or value in mentioned or predicate == RDF.type:
                    graph.add((term, predicate, value))
        return graph

    return gather
