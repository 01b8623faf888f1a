"""Asking: one `.rq` file, values bound, rows of plain strings."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, Variable

from kb.store.library import Library

Row = Mapping[str, str | None]
_FOLDER = Path(__file__).parent
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


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
        told = (answer.serialize(format=QueryResultsFormat.TSV) or b"").decode("utf-8").split("\n")[1:-1]
        return [dict(zip(variables, map(_value, line.split("\t")), strict=True)) for line in told]
    return [
        {variable: None if term is None else term.value for variable, term in zip(variables, solution, strict=True)}
        for solution in answer
    ]


def _value(cell: str) -> str | None:
    """The plain string of a term in tab-separated results (SPARQL 1.1 Query Results CSV and TSV Formats, section 4)."""
    first = cell[:1]
    if first == "<":
        return cell[1:-1]
    if first == '"':
        text = cell[1 : cell.rindex('"')]
        return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text) if "\\" in text else text
    return cell.removeprefix("_:") or None
