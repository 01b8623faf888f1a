"""Skosify on each shipped scheme: it may add what the model leaves to tools, and must find nothing to mend."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import pytest
import rdflib
import skosify
from ontology_graphs import FACET, ONTOLOGY, parse
from rdflib.namespace import RDF, SKOS

ADDED = {
    SKOS.narrower: "the files say skos:broader only; the inverse is left to whoever wants it",
}
SAID = {
    "Don't know what to do with relation https://w3id.org/kajian/ns#valueScheme": "our own property",
    "Don't know what to do with literal https://w3id.org/kajian/ns#exclusive": "our own property",
}
SCHEMES = sorted(
    str(scheme).removeprefix(FACET) for scheme in parse(ONTOLOGY / "facets.ttl").subjects(RDF.type, SKOS.ConceptScheme)
)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_skosify_finds_nothing_to_mend(
    scheme: str, facets: rdflib.Graph, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    one = rdflib.Graph()
    iri = rdflib.URIRef(FACET + scheme)
    for subject in (iri, *facets.subjects(SKOS.inScheme, iri)):
        one += facets.triples((subject, None, None))
    path = tmp_path / "scheme.ttl"
    one.serialize(path, format="turtle")
    with caplog.at_level(logging.INFO):
        mended = skosify.skosify(str(path))
    assert set(one) - set(mended) == set()
    assert {predicate for _s, predicate, _o in set(mended) - set(one)} <= set(ADDED)
    said = Counter(record.getMessage() for record in caplog.records if record.name == "root")
    assert set(said) <= set(SAID)


def test_skosify_would_complain(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "scheme.ttl"
    path.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/> .\n"
        ":s a skos:ConceptScheme . :a a skos:Concept ; skos:inScheme :s ;"
        ' skos:prefLabel "satu"@id ; skos:altLabel "satu"@id .\n'
    )
    with caplog.at_level(logging.WARNING):
        skosify.skosify(str(path))
    assert any("altLabel" in record.getMessage() for record in caplog.records)
