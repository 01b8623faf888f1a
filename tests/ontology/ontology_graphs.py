"""Where the ontology and its examples lie, and how a graph is made of files."""

from __future__ import annotations

from pathlib import Path

import rdflib

HERE = Path(__file__).parent
ONTOLOGY = HERE.parent.parent / "ontology"
FACET = "https://w3id.org/kajian/facets#"


def parse(*paths: Path) -> rdflib.Graph:
    """The triples of these files in one graph."""
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph
