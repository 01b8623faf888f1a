"""Asking: one `.rq` file, values bound, rows of plain strings."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, Variable

from kb.store.library import Library

Row = Mapping[str, str | None]
_FOLDER = Path(__file__).parent


@cache
def question_text(name: str) -> str:
    """The SPARQL text of question `name`."""
    return (_FOLDER / f"{name}.rq").read_text(encoding="utf-8")


def ask(library: Library, name: str, **bound: str) -> list[Row]:
    """Rows of question `name` as variable -> string; `bound` are IRIs put in place of variables.

    Literals lose their type and language (a question that needs them selects `LANG(?x)`); blank nodes give
    their id. The order is the engine's own: whoever needs one sorts.
    """
    return rows(library, question_text(name), **bound)


def rows(library: Library, text: str, **bound: str) -> list[Row]:
    """Rows of one of our own queries, as `ask` gives them; never for text that a person typed (`kb.store.query_door`)."""
    answer = library.store.query(
        text,
        use_default_graph_as_union=True,
        substitutions={Variable(variable): NamedNode(iri) for variable, iri in bound.items()},
    )
    assert isinstance(answer, QuerySolutions)
    variables = [variable.value for variable in answer.variables]
    if threading.active_count() > 1:
        # before each row that is asked for another thread may compute: with twenty pages at once that takes half a second
        told = json.loads(answer.serialize(format=QueryResultsFormat.JSON) or b"")["results"]["bindings"]
        return [{name: row[name]["value"] if name in row else None for name in variables} for row in told]
    return [
        {variable: None if term is None else term.value for variable, term in zip(variables, solution, strict=True)}
        for solution in answer
    ]
