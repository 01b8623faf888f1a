"""Full-text search over everything that a project says, in both languages, by stem."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import cast

from kb import __version__
from kb.model.hit import HIT_KINDS, Found, Hit, HitKind
from kb.model.passage import Passage
from kb.model.text import Run, Runs
from kb.queries.findable import entries
from kb.queries.stems import folded, letters_of, stems, stems_of, words_in
from kb.store.index import Entry, Index, Word, open_index
from kb.store.library import Library

_AROUND = 160
"""Characters of a snippet."""
_MOST_WORDS = 12
_FEWEST = 30
"""Entries of a kind among which one that bears the very name is looked for."""
_BEGINNING = 3
"""Letters from which on they may begin a longer word: two begin too many."""


def search(library: Library, text: str, most: int = 20, language: str = "id", kind: str | None = None) -> Found:
    """What holds every word of `text`, whole, as a beginning or by its stem: at most `most` of each kind.

    Whatever is no letter or digit only parts words. With `kind` the others are counted, but not shown.
    """
    learned: dict[str, str] = {}
    asked = [word for _, _, word in words_in(text)][:_MOST_WORDS]
    words = [Word(letters_of(word), stems(word, learned), len(word) >= _BEGINNING) for word in asked]
    among = max(most, _FEWEST)
    found, counts = _index(library).find(words, lambda each: among if most and kind in (None, each) else 0)
    hits = [_hit(entry, words, language, learned) for entry in _ordered(found, folded(text), most, learned)]
    return Found(tuple(hits), {each: counts[each] for each in HIT_KINDS if each in counts})


def _ordered(found: Sequence[Entry], name: str, most: int, learned: dict[str, str]) -> Iterator[Entry]:
    """The best `most` of each kind, kind by kind; what bears just this name comes first, then its next of kin."""
    stem = stems_of(name, learned)

    def strangeness(entry: Entry) -> int:
        names = json.loads(entry.facts)["names"]
        if name in names:
            return 0
        return 1 if any(stems_of(each, learned) == stem for each in names) else 2

    for kind in HIT_KINDS:
        yield from sorted((entry for entry in found if entry.kind == kind), key=strangeness)[:most]


def _index(library: Library) -> Index:
    def opened() -> Index:
        stamp = f"{__version__} {library.fingerprint}"
        return open_index(library.root, stamp, lambda: entries(library), stems_of)

    return library.remember("index", opened)


def _hit(entry: Entry, words: Sequence[Word], language: str, learned: dict[str, str]) -> Hit:
    facts = json.loads(entry.facts)
    label = facts["labels"].get(language) or entry.title
    passage = Passage(*facts["passage"]) if facts["passage"] else None
    return Hit(cast(HitKind, entry.kind), entry.id, label, snippet(entry.text, words, learned), passage)


def snippet(text: str, words: Sequence[Word], learned: dict[str, str]) -> Runs:
    """The stretch of a text where most of the words stand, those in bold; its beginning where none does."""
    marks = [(start, end) for start, end, word in words_in(text) if any(_meets(word, each, learned) for each in words)]
    first, last = _window(text, marks)
    parts: list[Run] = [Run("… ")] if first else []
    at = first
    for start, end in marks:
        if first <= start and end <= last:
            parts += [Run(text[at:start]), Run(text[start:end], bold=True)]
            at = end
    parts.append(Run(text[at:last] + (" …" if last < len(text) else "")))
    return tuple(run for run in parts if run.text)


def _meets(word: str, wanted: Word, learned: dict[str, str]) -> bool:
    whole = "".join(wanted.letters)
    alike = word.startswith(whole) if wanted.begins else word == whole
    return alike or not set(stems(word, learned)).isdisjoint(wanted.stems)


def _window(text: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Start and end of the stretch, at the edges of words."""
    if len(text) <= _AROUND:
        return 0, len(text)
    best = max((start for start, _ in marks), key=lambda at: (_within(marks, at), -at), default=0)
    first = max(0, min(best - _AROUND // 4, len(text) - _AROUND))
    if first:
        first = text.find(" ", first, best) + 1 or best
    last = min(len(text), first + _AROUND)
    return first, (text.rfind(" ", first, last) if last < len(text) and " " in text[first:last] else last)


def _within(marks: Sequence[tuple[int, int]], at: int) -> int:
    return sum(1 for start, end in marks if start >= at and end <= at + _AROUND * 3 // 4)
