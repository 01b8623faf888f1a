"""Each question gives the same rows on rdflib and on Oxigraph, over the whole example."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery

from kb.queries.question import question_text
from kb.store.library import Library
from kb.store.project import open_project

FOLDER = Path(__file__).parent.parent.parent / "kb" / "queries"
QUESTIONS = sorted(path.stem for path in FOLDER.glob("*.rq"))


@pytest.fixture(scope="module")
def library(example_root: Path) -> Library:
    return open_project(example_root)


@pytest.fixture(scope="module")
def graph(library: Library) -> rdflib.Graph:
    graph = rdflib.Graph()
    quads = library.store.quads_for_pattern(None, None, None, None)
    triples = {pyoxigraph.Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    graph.parse(data=pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES), format="nt")
    return graph


def test_there_are_questions() -> None:
    assert len(QUESTIONS) >= 24


@pytest.mark.parametrize("name", QUESTIONS)
def test_same_rows_on_both_engines(name: str, library: Library, graph: rdflib.Graph) -> None:
    text = question_text(name)
    native = library.store.query(text, use_default_graph_as_union=True)
    assert isinstance(native, pyoxigraph.QuerySolutions)
    variables = [variable.value for variable in native.variables]
    ours = Counter(tuple(_ours(solution[variable]) for variable in variables) for solution in native)
    theirs = Counter(tuple(_theirs(row[variable]) for variable in variables) for row in graph.query(prepareQuery(text)))
    assert ours == theirs


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_says_what_it_asks_what_it_returns_and_why(name: str) -> None:
    head = [line for line in question_text(name).splitlines() if line.startswith("#")]
    assert [line.split(":")[0] for line in head] == ["# Question", "# Returns", "# Why"]


def _ours(term: object) -> str | None:
    if term is None:
        return None
    return "_:" if isinstance(term, pyoxigraph.BlankNode) else str(term.value)  # type: ignore[attr-defined]


def _theirs(term: object) -> str | None:
    if term is None:
        return None
    return "_:" if isinstance(term, rdflib.BNode) else str(term)
