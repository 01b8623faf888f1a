"""Shapes (SHACL) held against the notes, as findings."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from kb.findings import Severity
from kb.store.library import Library
from kb.store.resources import ONTOLOGY
from kb.vocabulary import RDF

if TYPE_CHECKING:
    from rdflib import Graph

MOST = 40_000
"""Triples that shapes are held against: they take about half a second for each thousand, and larger vocabularies come
from elsewhere."""

_SEVERITIES: dict[str, Severity] = {"Violation": "error", "Warning": "warning", "Info": "info"}


@dataclass(frozen=True, slots=True)
class Violation:
    """One result of a validation: the subject, the path, and the shape's own words in both languages."""

    focus: str
    path: str
    shape: str
    severity: Severity
    messages: dict[str, str]


def violations(library: Library) -> Iterator[Violation]:
    """Results of all shapes over all notes, by subject; loads rdflib and pyshacl."""
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import SH

    data, shapes = _triples(library), Graph()
    shapes.parse(ONTOLOGY / "shapes.ttl", format="turtle")
    _conforms, report, _text = pyshacl.validate(data, shacl_graph=shapes, advanced=False, inference="none")
    for result in sorted(report.objects(None, SH.result), key=str):  # details of a result are not results
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2]
        words = {getattr(m, "language", None) or "id": str(m) for m in report.objects(result, SH.resultMessage)}
        yield Violation(
            focus=str(report.value(result, SH.focusNode)),
            path=str(report.value(result, SH.resultPath) or ""),
            shape=str(report.value(result, SH.sourceShape) or ""),
            severity=_SEVERITIES.get(severity, "error"),
            messages=words,
        )


LONGEST_LIST = 300
"""Members of a list: rules that compare each with each other take seconds from a thousand on, and cannot be stopped."""


def longest_list(library: Library) -> int:
    """How many members the longest list of the notes has; a list in a circle counts once round."""
    rest: dict[object, object] = {
        q.subject: q.object for q in library.store.quads_for_pattern(None, NamedNode(RDF + "rest"), None, None)
    }
    longest = 0
    for start in set(rest) - set(rest.values()) or set(list(rest)[:1]):
        seen: set[object] = set()
        at: object = start
        while at in rest and at not in seen:
            seen.add(at)
            at = rest[at]
        longest = max(longest, len(seen))
    return longest


def size(library: Library) -> int:
    """How many statements the shapes would be held against."""
    return len(library.store)


def _triples(library: Library) -> Graph:
    """Every triple once; the vocabulary's own graph too, since values and facets are in it.

    Term by term: rdflib's reader of N-Triples takes quadratic time for a long text.
    """
    from pyoxigraph import Triple
    from rdflib import Graph

    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # a value of the wrong kind is what shapes are for
    graph = Graph()
    for quad in library.store.quads_for_pattern(None, None, None, None):
        if not isinstance(quad.object, Triple):
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: Any) -> Any:
    from pyoxigraph import BlankNode, NamedNode
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    kind = term.datatype.value
    return Literal(term.value, datatype=None if kind == _STRING else URIRef(kind), normalize=False)


_STRING = "http://www.w3.org/2001/XMLSchema#string"
