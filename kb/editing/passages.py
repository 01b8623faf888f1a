"""Passages of the drafts: found by their words, and written beside the statement that rests on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.editing.changed_notes import ChangedNotes
from kb.editing.turtle_text import literal, resource
from kb.editing.written import Quote
from kb.queries.question import ask
from kb.queries.uses import users_by, uses
from kb.reading.source_text import source_text
from kb.store.library import Library
from kb.vocabulary import DCT, OA, RDF, source_iri

_AROUND = 30
_MOST = 20
_LEAST = 3
"""Letters: fewer stand everywhere."""


def quotes_of(library: Library, words: str) -> tuple[Quote, ...]:
    """Every place of the drafts that has these words, blanks and emphasis aside, each with what makes it the only one."""
    pattern = _pattern(words)
    if pattern is None:
        return ()
    found = []
    for source in library.sources.values():
        text = source_text(source)
        for match in pattern.finditer(text):
            found.append(quote_at(text, source.id, *match.span()))
            if len(found) == _MOST:
                return tuple(found)
    return tuple(found)


def quote_at(text: str, source: str, start: int, end: int) -> Quote:
    """The words from `start` to `end` with as much around them as makes them occur once."""
    exact = text[start:end]
    around = _AROUND
    while True:
        before, after = _before(text, start, around), _after(text, end, around)
        whole = before + exact + after
        first = text.find(whole)
        if text.find(whole, first + 1) < 0 or around > len(text):
            return Quote(source, exact, before, after)
        around *= 2


def stands_once(library: Library, quote: Quote) -> bool:
    """Whether the draft has the words exactly once with what stands around them."""
    source = library.sources.get(quote.source)
    whole = quote.prefix + quote.exact + quote.suffix
    return source is not None and bool(quote.exact) and source_text(source).count(whole) == 1


def held_quote(library: Library, statement: str) -> tuple[str, Quote] | None:
    """IRI and words of the passage behind a statement (an IRI)."""
    return library.recall("quotes-of-statements", lambda: dict(_held(library))).get(statement)


def _held(library: Library) -> Iterator[tuple[str, tuple[str, Quote]]]:
    from kb.queries.passages import passages

    users = users_by(library, DCT + "source")
    for row in ask(library, "passages"):
        iri = row["passage"] or ""
        quote = Quote(passages(library)[iri].source, row["exact"] or "", row["prefix"] or "", row["suffix"] or "")
        yield from ((user, (iri, quote)) for user in users.get(iri, ()))


def write_passage(notes: ChangedNotes, statement: str, quote: Quote | None) -> str | None:
    """The objects of `dct:source` for a statement; a passage that nothing else uses is written anew or taken out."""
    held = held_quote(notes.library, statement)
    if held and held[1] == quote:
        return resource(held[0])
    alone = held is not None and all(notes.iri(u.id) == statement for u in uses(notes.library, held[0]))
    if quote is None:
        if held and alone:
            notes.remove(held[0])
        return None
    if held and alone:
        notes.change(held[0], _properties(notes, quote))
        return resource(held[0])
    iri = notes.iri(notes.free("p", notes.short(statement)))
    notes.add_beside(statement, iri, OA + "SpecificResource", _properties(notes, quote))
    return resource(iri)


def _properties(notes: ChangedNotes, quote: Quote) -> dict[str, str | None]:
    parts = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    said = " ; ".join(f"{resource(OA + name)} {literal(words, None)}" for name, words in parts.items() if words)
    selector = f"[ {resource(RDF + 'type')} {resource(OA + 'TextQuoteSelector')} ; {said} ]"
    return {OA + "hasSource": resource(source_iri(notes.library.base, quote.source)), OA + "hasSelector": selector}


def _pattern(words: str) -> re.Pattern[str] | None:
    """The words with any blanks and marks of emphasis between and around them."""
    parts = [bare for word in words.split() if (bare := word.strip("*_"))]
    if len("".join(parts)) < _LEAST:
        return None
    return re.compile(r"[*_]*\s+[*_]*".join(re.escape(part) for part in parts), re.IGNORECASE)


def _before(text: str, start: int, around: int) -> str:
    words = text[max(0, start - around) : start]
    return words if start <= around else words[_first_blank(words) :]


def _first_blank(words: str) -> int:
    found = re.search(r"\s", words)
    return found.end() if found and found.end() < len(words) else 0


def _after(text: str, end: int, around: int) -> str:
    words = text[end : end + around]
    cut = re.search(r"\s\S*\Z", words)
    return words[: cut.start()] if cut and cut.start() and end + around < len(text) else words
