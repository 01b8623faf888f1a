"""Ordered lists of the graph, walked."""

from __future__ import annotations

from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import RDF

_NIL = RDF + "nil"


def list_items(library: Library, head: str | None) -> tuple[str, ...]:
    """Members of the list that starts at `head` (as a row gives it), in order; a broken or circular tail ends it."""
    cells = library.recall("lists", lambda: _cells(library))
    items: list[str] = []
    seen: set[str] = set()
    while head and head != _NIL and head in cells and head not in seen:
        seen.add(head)
        first, head = cells[head]
        items.append(first)
    return tuple(items)


def _cells(library: Library) -> dict[str, tuple[str, str]]:
    return {row["cell"] or "": (row["first"] or "", row["rest"] or "") for row in ask(library, "lists")}
