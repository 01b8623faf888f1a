"""Judging a query that a person typed, by its parse tree and never by its text.

`SERVICE` written as `\\u0053ERVICE` passes every text filter; rdflib's parser sees what the engine would see.
"""

from __future__ import annotations

import logging

from kb.errors import InputError
from kb.vocabulary import PREFIXES

LONGEST = 20_000
"""Characters; longer texts only serve to exhaust the parser."""
DEEPEST = 100
"""Nested brackets; the engine's own parser overflows its stack at some thousands."""

_FORBIDDEN = {"ServiceGraphPattern": "SERVICE", "DatasetClause": "FROM"}


def judge(text: str) -> str:
    """The query with the prefixes it leaves undeclared added; InputError for anything but a plain read-only query."""
    if len(text) > LONGEST:
        raise InputError("query-too-long", length=len(text), longest=LONGEST)
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise InputError("query-characters")
    if _depth(text) > DEEPEST:
        raise InputError("query-too-deep", deepest=DEEPEST)
    complete = _with_prefixes(text)
    names = _node_names(complete)
    for name, word in _FORBIDDEN.items():
        if name in names:
            raise InputError("query-forbidden", word=word)
    return complete


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character in "{([") - (character in "})]")
        deepest = max(deepest, depth)
    return deepest


def _with_prefixes(text: str) -> str:
    import re

    declared = {match.group(1) for match in re.finditer(r"(?i)\bprefix\s+([\w.-]*):", text)}
    used = {match.group(1) for match in re.finditer(r"(?<![\w<:/#])([a-z][\w-]*):", text)}
    missing = sorted((used & PREFIXES.keys()) - declared)
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + text


def _node_names(text: str) -> set[str]:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    # a number without end is no value, which is nobody's concern here; its trace would stand before the answer
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
    try:
        todo: list[object] = list(parseQuery(text))
    except RecursionError as deep:
        raise InputError("query-too-deep", deepest=DEEPEST) from deep
    except ParseException as wrong:
        raise _broken(text, wrong.lineno, wrong.col) from wrong
    except Exception as wrong:
        raise InputError("query-broken", line=1, column=1, why=str(wrong)[:200]) from wrong
    names: set[str] = set()
    while todo:
        node = todo.pop()
        if isinstance(node, CompValue):
            names.add(node.name)
            todo.extend(node.values())
        elif not isinstance(node, str) and hasattr(node, "__iter__"):
            todo.extend(node)
    return names


def _broken(text: str, line: int, column: int) -> InputError:
    import re

    if re.match(
        r"(?is)\s*(?:(?:prefix|base)\b[^>]*>\s*)*(insert|delete|load|clear|drop|create|add|move|copy|with)\b", text
    ):
        return InputError("query-update")
    return InputError("query-broken", line=line, column=column, why=text.splitlines()[line - 1 : line] or [""])
