"""Shapes (SHACL) held against the notes, as findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import RdfFormat

from kb.findings import Severity
from kb.store.library import Library
from kb.store.resources import ONTOLOGY

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

    data, shapes = Graph(), Graph()
    dumped = b"".join(_lines(library))
    data.parse(data=dumped, format="nt")
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


def _lines(library: Library) -> Iterator[bytes]:
    """Every triple once, as N-Triples; the vocabulary's own graph too, since values and facets are in it."""
    from pyoxigraph import Triple, serialize

    triples = {
        Triple(q.subject, q.predicate, q.object) for q in library.store.quads_for_pattern(None, None, None, None)
    }
    yield serialize(triples, format=RdfFormat.N_TRIPLES) or b""
