"""The query door: what a person may ask freely, and how long, how much, how far."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.errors import InputError
from kb.store.query_guard import judge
from kb.store.worker import Bounds, run_bounded, seal

if TYPE_CHECKING:
    from pyoxigraph import Store

ROWS = 1000
SECONDS = 5.0
MEGABYTES = 1024
CHARACTERS = 20_000_000
"""Of an answer in all: the child's memory is bounded, and what it sends must not fill the memory of who asked."""


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term as plain data; `kind` is `uri`, `literal` or `bnode`."""

    kind: str
    value: str
    language: str | None = None
    datatype: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows in the order of `variables`; `truth` for ASK; CONSTRUCT and DESCRIBE answer with triples as three columns."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    more: bool = False
    truth: bool | None = None


def ask_freely(root: Path, text: str, limit: int = ROWS, seconds: float = SECONDS) -> Answer:
    """The answer to a read-only query; InputError where it is none, is too slow or too large, or the engine fails."""
    query = judge(text)
    found = run_bounded(
        "kb.store.query_door:answer",
        {"root": str(root.resolve()), "query": query, "limit": limit},
        Bounds(seconds, MEGABYTES),
        "query",
    )
    return as_answer(found)


def as_answer(found: dict[str, Any]) -> Answer:
    """What a child sent, as values."""
    rows = tuple(tuple(Term(*term) if term else None for term in row) for row in found["rows"])
    return Answer(tuple(found["variables"]), rows, found["more"], found["truth"])


def answer(root: str, query: str, limit: int) -> dict[str, Any]:
    """The child's side of `ask_freely`: opens the project, closes every door behind it, asks."""
    return reply(sealed_store(root), query, limit)


def sealed_store(root: str) -> Store:
    """The project's graph, in a process that from now on opens nothing more."""
    from kb.store.project import open_project

    library = open_project(Path(root))
    seal()
    return library.store


def reply(store: Store, query: str, limit: int) -> dict[str, Any]:
    """The answer as plain data; InputError where the engine fails or the answer is larger than `CHARACTERS`."""
    from pyoxigraph import QueryBoolean, QuerySolutions

    try:
        result = store.query(query, use_default_graph_as_union=True)
        if isinstance(result, QueryBoolean):
            return {"variables": [], "rows": [], "more": False, "truth": bool(result)}
        if isinstance(result, QuerySolutions):
            variables = [variable.value for variable in result.variables]
            taken = _take(([_term(t) for t in solution] for solution in result), limit)
        else:
            variables = ["subject", "predicate", "object"]
            taken = _take(([_term(t) for t in (x.subject, x.predicate, x.object)] for x in result), limit)
    except (SyntaxError, ValueError, OSError, RuntimeError) as wrong:
        raise InputError("query-failed", why=str(wrong)[:300]) from wrong
    return {"variables": variables, "rows": taken[:limit], "more": len(taken) > limit, "truth": None}


def _take(rows: Any, limit: int) -> list[Any]:
    taken: list[Any] = []
    characters = 0
    for row in rows:
        taken.append(row)
        characters += sum(len(term[1]) for term in row if term)
        if characters > CHARACTERS:
            raise InputError("query-answer-large", millions=CHARACTERS // 1_000_000)
        if len(taken) > limit:
            break
    return taken


def _term(term: Any) -> list[str | None] | None:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if term is None:
        return None
    if isinstance(term, NamedNode):
        return ["uri", term.value, None, None]
    if isinstance(term, BlankNode):
        return ["bnode", term.value, None, None]
    if isinstance(term, Literal):
        return ["literal", term.value, term.language, None if term.language else term.datatype.value]
    return ["literal", str(term), None, None]
