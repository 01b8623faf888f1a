"""Shapes: valid by SHACL's own shapes, core only, quiet on every valid example, exact on every invalid one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.ttl"))
INVALID = sorted((HERE / "invalid").glob("*.ttl"))
SHAPE = rdflib.Namespace("https://w3id.org/kajian/shapes#")
InContext = Callable[..., rdflib.Graph]


def results(data: rdflib.Graph, shapes: rdflib.Graph) -> set[tuple[str, str, str]]:
    """Shape, severity and focus node of every result; details inside a result are not results of their own."""
    _conforms, report, _text = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    return {
        (
            str(report.value(result, SH.sourceShape)),
            str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)),
            str(report.value(result, SH.focusNode)),
        )
        for result in report.objects(None, SH.result)
    }


def expected(case: Path) -> tuple[str, str, str]:
    """The one result that an invalid example announces in its header."""
    graph = rdflib.Graph().parse(case, format="turtle")
    head = dict(re.findall(r"^# (Breaks|Severity|At): (\S+)$", case.read_text(encoding="utf-8"), re.MULTILINE))
    names = rdflib.Graph(bind_namespaces="none").namespace_manager
    for prefix, namespace in graph.namespaces():
        names.bind(prefix, namespace)
    names.bind("shape", SHAPE)
    return str(names.expand_curie(head["Breaks"])), head["Severity"], str(names.expand_curie(head["At"]))


def ruled(shapes: rdflib.Graph) -> set[rdflib.term.Node]:
    """Every shape that can give a result of its own."""
    named = {shape for kind in (SH.PropertyShape, SH.NodeShape) for shape in shapes.subjects(RDF.type, kind)}
    holders = {shape for shape in named if not (shapes.value(shape, SH.path) or shapes.value(shape, SH.message))}
    return named - holders


@pytest.mark.parametrize("case", VALID, ids=lambda path: path.stem)
def test_valid_example_gives_no_result(case: Path, in_context: InContext, shapes: rdflib.Graph) -> None:
    assert results(in_context(case), shapes) == set()


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.stem)
def test_invalid_example_gives_exactly_its_one_result(case: Path, in_context: InContext, shapes: rdflib.Graph) -> None:
    assert results(in_context(case), shapes) == {expected(case)}


def test_every_rule_has_an_invalid_example(shapes: rdflib.Graph) -> None:
    broken = {expected(case)[0] for case in INVALID}
    assert sorted(str(shape) for shape in ruled(shapes) if str(shape) not in broken) == []


def test_every_target_stands_in_a_valid_example(in_context: InContext, shapes: rdflib.Graph) -> None:
    data = in_context(*VALID)
    types = set(data.objects(None, RDF.type))
    assert [c for c in set(shapes.objects(None, SH.targetClass)) if c not in types] == []
    assert [p for p in set(shapes.objects(None, SH.targetSubjectsOf)) if (None, p, None) not in data] == []


def test_every_rule_says_its_severity_and_its_remedy_in_both_languages(shapes: rdflib.Graph) -> None:
    assert len(ruled(shapes)) > 90
    for shape in ruled(shapes):
        assert shapes.value(shape, SH.severity) in (SH.Violation, SH.Warning, SH.Info), shape
        languages = sorted(message.language for message in shapes.objects(shape, SH.message))
        assert languages == ["en", "id"], shape


def test_every_rule_is_reached_from_a_target(shapes: rdflib.Graph) -> None:
    held = set(shapes.objects(None, SH.property)) | set(shapes.subjects(SH.targetClass, None))
    assert [shape for shape in ruled(shapes) if shape not in held] == []


def test_shapes_are_core_only(shapes: rdflib.Graph) -> None:
    beyond = {SH.sparql, SH.js, SH.rule, SH.target, SH.expression, SH.select, SH.ask, SH.declare}
    assert {predicate for predicate in shapes.predicates() if predicate in beyond} == set()


def test_shapes_are_valid_by_the_shapes_of_shapes(shapes: rdflib.Graph) -> None:
    data = rdflib.Graph().parse(HERE / "valid" / "project.ttl", format="turtle")
    pyshacl.validate(data, shacl_graph=shapes, meta_shacl=True, inference="none", advanced=False)


def test_broken_shape_is_refused_by_the_shapes_of_shapes(shapes: rdflib.Graph) -> None:
    broken = rdflib.Graph()
    broken += shapes.triples((SHAPE["Concept-scheme"], None, None))
    broken.set((SHAPE["Concept-scheme"], SH.minCount, rdflib.Literal("satu")))
    with pytest.raises(pyshacl.errors.ReportableRuntimeError):
        pyshacl.validate(rdflib.Graph(), shacl_graph=broken, meta_shacl=True, inference="none", advanced=False)


def test_shipped_facets_keep_the_shapes(facets: rdflib.Graph, shapes: rdflib.Graph) -> None:
    assert results(facets, shapes) == set()
