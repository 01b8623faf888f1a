"""What pieces of a Turtle file say, as triples, and whether that is what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from kb.errors import SaveError
from kb.store.graph_compare import meaning
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
        line = getattr(broken, "lineno", None) or "?"
        raise SaveError("turtle-unreadable", line=line, words=getattr(broken, "msg", None) or broken) from broken


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


def require_meaning(result: str, meant: list[Quad], base: str, subject: str) -> bytes:
    """The file's bytes, when they say exactly what was meant; SaveError otherwise."""
    text = result.removeprefix("\ufeff")
    if meaning(triples(text, {}, base)) != meaning(meant):
        raise SaveError("save-not-as-meant", subject=subject)
    return result.encode()
