"""IRIs of the vocabularies in use, as plain strings: `rdflib.namespace` alone would load all of rdflib."""

from __future__ import annotations

from urllib.parse import quote, unquote

KAJIAN = "https://w3id.org/kajian/ns#"
FACET = "https://w3id.org/kajian/facets#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
C4O = "http://purl.org/spar/c4o/"
CITO = "http://purl.org/spar/cito/"
FABIO = "http://purl.org/spar/fabio/"
DOCO = "http://purl.org/spar/doco/"
FOAF = "http://xmlns.com/foaf/0.1/"
BIBO = "http://purl.org/ontology/bibo/"
PRISM = "http://prismstandard.org/namespaces/basic/2.0/"

PREFIXES: dict[str, str] = {
    "kajian": KAJIAN,
    "facet": FACET,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "dct": DCT,
    "prov": PROV,
    "oa": OA,
    "c4o": C4O,
    "cito": CITO,
    "fabio": FABIO,
    "doco": DOCO,
    "foaf": FOAF,
    "bibo": BIBO,
    "prism": PRISM,
}
"""Prefix table of every file that is written and every question that is asked."""

WORKS = "karya/"
"""Works live under the project's base + this + their citekey, so that no citekey can take another thing's name."""


def work_iri(base: str, citekey: str) -> str:
    """The IRI of a work; characters that an IRI does not carry are percent-encoded."""
    return base + WORKS + quote(citekey, safe="-._~:+@")


def citekey_of(base: str, iri: str) -> str | None:
    """The citekey of a work's IRI, None for anything else."""
    prefix = base + WORKS
    return unquote(iri[len(prefix) :]) if iri.startswith(prefix) else None


def source_iri(base: str, source: str) -> str:
    """The IRI of a draft by its id, the stem of its file; a stem may hold blanks, an IRI may not."""
    return base + quote(source, safe="-._~:+@")


def short_id(base: str, iri: str) -> str:
    """The id a person types for an IRI: the citekey, the local name under the base, a facet value's name, else the IRI."""
    citekey = citekey_of(base, iri)
    if citekey is not None:
        return citekey
    for prefix in (base, FACET, KAJIAN):
        if iri.startswith(prefix):
            return iri[len(prefix) :]
    return iri
