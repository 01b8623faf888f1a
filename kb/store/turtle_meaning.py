"""What pieces of a Turtle file say, as triples, and whether that is what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from kb.errors import SaveError
from kb.store.graph_compare import same_lines, same_meaning
from kb.store.turtle_spans import Document, Statement
from kb.vocabulary import PREFIXES, WORKS


def said(document: Document, statements: Iterable[Statement]) -> list[Quad]:
    """The triples of some statements, each with the prefixes that hold where it stands."""
    return [
        quad
        for statement in statements
        if statement.kind == "triples"
        for quad in triples(document.part(statement), statement.prefixes, statement.base)
    ]


def typed(text: str, prefixes: Mapping[str, str], base: str) -> list[Quad]:
    """The triples of a text made for a file; the project's own prefixes hold too, the file's go first."""
    table = {":": base, "karya:": base + WORKS, **{f"{name}:": space for name, space in PREFIXES.items()}}
    return triples(text, table | dict(prefixes), base)


def triples(text: str, prefixes: Mapping[str, str], base: str) -> list[Quad]:
    """The triples of a text; blank nodes get names that no other text has. SaveError where it is not Turtle."""
    head = " ".join(f"@prefix {prefix} <{space}> ." for prefix, space in prefixes.items())
    document = f"{head} {text}".encode()
    try:
        return list(parse(document, format=RdfFormat.TURTLE, base_iri=base, rename_blank_nodes=True))
    except (SyntaxError, ValueError) as broken:
        raise _unreadable(broken) from broken


def _whole(text: str, base: str) -> Store:
    """A whole file; read at once, so that no other thread computes between two of its triples."""
    store = Store()
    try:
        store.load(text.removeprefix("\ufeff").encode(), RdfFormat.TURTLE, base_iri=base)
    except (SyntaxError, ValueError) as broken:
        raise _unreadable(broken) from broken
    return store


def _lines(store: Store) -> bytes:
    told = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    assert told is not None
    return told


def _unreadable(broken: Exception) -> SaveError:
    line = getattr(broken, "lineno", None) or "?"
    return SaveError("turtle-unreadable", line=line, words=getattr(broken, "msg", None) or broken)


def reached(quads: list[Quad], subject: str) -> list[Quad]:
    """Those triples that a subject's block can hold: its own, and those of blank nodes within."""
    wanted: set[object] = {NamedNode(subject)}
    todo: list[object] = [NamedNode(subject)]
    while todo:
        here = todo.pop()
        inner = {q.object for q in quads if q.subject == here and isinstance(q.object, BlankNode)} - wanted
        wanted |= inner
        todo += inner
    return [quad for quad in quads if quad.subject in wanted]


def require_meaning(result: str, rest: str, written: list[Quad], new: list[Quad], base: str, subject: str) -> bytes:
    """The file's bytes, when they say what `rest` says and `new`; SaveError otherwise.

    `written`: what the new piece says, read letter for letter; the whole file is read at once, by a way that takes 1.50
    for 1.5.
    """
    meant = _whole(rest, base)
    meant.extend(new)
    if not same_meaning(written, new) or not same_lines(_lines(_whole(result, base)), _lines(meant)):
        raise SaveError("save-not-as-meant", subject=subject)
    return result.encode()
