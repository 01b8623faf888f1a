"""The query door: what a person may ask freely, and how long, how much, how far."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.store.query_guard import judge
from kb.store.worker import Bounds, run_bounded, seal

ROWS = 1000
SECONDS = 5.0
MEGABYTES = 1024


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
    rows = tuple(tuple(Term(*term) if term else None for term in row) for row in found["rows"])
    return Answer(tuple(found["variables"]), rows, found["more"], found["truth"])


def answer(root: str, query: str, limit: int) -> dict[str, Any]:
    """The child's side of `ask_freely`: opens the project, closes every door behind it, asks."""
    from pyoxigraph import QueryBoolean, QuerySolutions

    from kb.errors import InputError
    from kb.store.project import open_project

    library = open_project(Path(root))
    seal()
    try:
        result = library.store.query(query, use_default_graph_as_union=True)
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
    taken = []
    for row in rows:
        taken.append(row)
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
