"""Passages found again in their sources: exactly once with their context, or not at all."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote

from kb.model.passage import Passage
from kb.queries.question import ask
from kb.reading.source_text import source_text
from kb.store.library import Library
from kb.vocabulary import short_id


def passages(library: Library) -> dict[str, Passage]:
    """Passages by IRI."""
    return library.recall("passages", lambda: _locate_all(library))


def passage_of(library: Library, iri: str | None) -> Passage | None:
    """The passage behind a statement, None where it was entered by hand."""
    return passages(library).get(iri) if iri else None


def _locate_all(library: Library) -> dict[str, Passage]:
    found: dict[str, Passage] = {}
    texts = {name: source_text(source) for name, source in library.sources.items()}
    for row in ask(library, "passages"):
        source = unquote(short_id(library.base, row["source"] or ""))
        exact = row["exact"] or ""
        quote = (exact, row["prefix"] or "", row["suffix"] or "")
        known = _located(texts.get(source, ""), source)
        if quote not in known:
            known[quote] = locate(texts.get(source, ""), source, *quote)
        found[row["passage"] or ""] = known[quote]
    return found


@lru_cache(maxsize=8)
def _located(text: str, source: str) -> dict[tuple[str, str, str], Passage]:
    """What was looked for in a draft before: all of it is asked for again when something else changed."""
    return {}


def locate(text: str, source: str, exact: str, prefix: str, suffix: str) -> Passage:
    """The passage with its place when `prefix + exact + suffix` occurs exactly once in `text`, else without one."""
    quote = prefix + exact + suffix
    at = text.find(quote) if exact else -1
    if at < 0 or text.find(quote, at + 1) >= 0:
        return Passage(source, exact)
    start = at + len(prefix)
    return Passage(source, exact, start, start + len(exact), text.count("\n", 0, start) + 1)
