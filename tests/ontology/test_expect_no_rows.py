"""Checks that expect no rows: the same rows on two engines, quiet on what is right, awake on what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pyoxigraph
import pytest
import rdflib
from ontology_graphs import HERE, ONTOLOGY, parse
from rdflib.namespace import OWL, RDF

CHECKS = sorted((ONTOLOGY / "checks").glob("*.rq"))
NAMES = [path.stem for path in CHECKS]
COLUMNS = ("entity", "property", "value")
HEADER = ("Problem", "Problem-en", "Fix", "Fix-en", "Severity", "Told-by", "Why")
Row = tuple[str | None, ...]


class Both:
    """The same triples in two engines."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.graph, self.store = graph, pyoxigraph.Store()
        self.store.load(graph.serialize(format="nt").encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)

    def rows(self, text: str) -> Counter[Row]:
        """Rows of a check; fails where rdflib and Oxigraph do not agree."""
        solutions = self.store.query(text)
        assert isinstance(solutions, pyoxigraph.QuerySolutions)
        assert [variable.value for variable in solutions.variables] == list(COLUMNS)
        native = Counter(tuple(_value(solution[column]) for column in COLUMNS) for solution in solutions)
        other = Counter(tuple(_string(row[column]) for column in COLUMNS) for row in self.graph.query(text))
        assert native == other
        return native


def _value(term: object) -> str | None:
    assert not isinstance(term, pyoxigraph.BlankNode)
    return None if term is None else str(term.value)  # type: ignore[attr-defined]


def _string(term: object) -> str | None:
    return None if term is None else str(term)


def text_of(name: str) -> str:
    return (ONTOLOGY / "checks" / f"{name}.rq").read_text(encoding="utf-8")


def header(name: str) -> dict[str, str]:
    found = re.findall(r"^# ([A-Z][a-z-]+): (.+)$", text_of(name), re.MULTILINE)
    return dict(found)


@pytest.fixture(scope="module")
def shipped() -> Both:
    return Both(parse(*sorted(ONTOLOGY.glob("*.ttl"))))


@pytest.fixture(scope="module")
def right(in_context: Callable[..., rdflib.Graph], vocabulary: rdflib.Graph) -> Both:
    """All valid examples together, with the vocabulary."""
    graph = in_context(*sorted((HERE / "valid").glob("*.ttl")))
    graph += vocabulary
    return Both(graph)


def test_every_check_has_a_case_that_makes_it_fire_and_no_case_lacks_a_check() -> None:
    assert sorted(path.stem for path in (HERE / "checks").glob("*.ttl")) == NAMES
    assert len(NAMES) >= 30


@pytest.mark.parametrize("name", NAMES)
def test_check_fires_where_expected_and_nowhere_else(
    name: str, in_context: Callable[..., rdflib.Graph], vocabulary: rdflib.Graph
) -> None:
    case = HERE / "checks" / f"{name}.ttl"
    graph = in_context(case)
    graph += vocabulary
    prefixes = dict(parse(case).namespaces())
    expected = set()
    for short in re.findall(r"^# Expects: (\S+)$", case.read_text(encoding="utf-8"), re.MULTILINE):
        prefix, _colon, local = short.partition(":")
        expected.add(str(prefixes[prefix]) + local)
    assert {row[0] for row in Both(graph).rows(text_of(name))} == expected


@pytest.mark.parametrize("name", NAMES)
def test_check_is_quiet_on_what_is_right(name: str, right: Both) -> None:
    said = right.rows(text_of(name))
    assert {row for row in said if not _shipped(row)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_check_is_quiet_on_what_is_shipped(name: str, shipped: Both) -> None:
    assert shipped.rows(text_of(name)) == Counter()


def _shipped(row: Row) -> bool:
    """Extracts of the shipped files lack their neighbours; the whole files are checked by themselves."""
    return (row[0] or "").startswith("https://w3id.org/kajian/")


@pytest.mark.parametrize("name", NAMES)
def test_header_says_problem_and_fix_in_both_languages_and_how_grave(name: str) -> None:
    head = [line for line in text_of(name).splitlines() if line.startswith("#")]
    keys = [line[2:].split(":")[0] for line in head]
    assert keys == [key for key in HEADER if key != "Told-by" or key in keys]
    assert header(name)["Severity"] in ("error", "warning", "info")


def test_checks_that_the_program_tells_better_name_a_check_of_the_program() -> None:
    from kb.audit.notes import NOTES_CHECKS

    told = {header(name)["Told-by"] for name in NAMES if "Told-by" in header(name)}
    assert told and told <= {name for name, _check in NOTES_CHECKS}


@pytest.mark.parametrize("name", NAMES)
def test_check_keeps_to_the_common_dialect(name: str) -> None:
    """What the two engines do differently is not used: docs/decisions/0002-vocabulary.md."""
    text = text_of(name)
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for forbidden in (
        r"\bFROM\b",
        r"GROUP_CONCAT",
        r"\bMIN\(",
        r"\bMAX\(",
        r"\bYEAR\(",
        r"\bSERVICE\b",
        r"\(\s*EXISTS",
    ):
        assert not re.search(forbidden, body, re.IGNORECASE), forbidden


def test_classes_named_in_checks_exist(vocabulary: rdflib.Graph, facets: rdflib.Graph) -> None:
    known = {str(term) for term in vocabulary.subjects(RDF.type)} | {str(term) for term in facets.subjects(RDF.type)}
    for name in NAMES:
        for prefix, local in re.findall(r"\b(kajian|facet):([A-Za-z-]+)", text_of(name).split("PREFIX", 1)[1]):
            space = "https://w3id.org/kajian/" + {"kajian": "ns#", "facet": "facets#"}[prefix]
            assert space + local in known, (name, local)


def test_check_of_unknown_terms_lists_the_whole_vocabulary(vocabulary: rdflib.Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {str(term) for kind in kinds for term in vocabulary.subjects(RDF.type, kind)}
    space = "https://w3id.org/kajian/ns#"
    listed = re.findall(r"kajian:([A-Za-z]+)", text_of("unknown-vocabulary-term"))
    assert sorted(listed) == sorted(term.removeprefix(space) for term in terms if term.startswith(space))
