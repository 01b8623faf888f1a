"""Words of the vocabulary in a text that a person pasted: offered as values with their sentence, never taken over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kb.editing.study_statements import OF_CONCEPTS, facet_names
from kb.queries.facets import facets
from kb.queries.stems import stems, words_in
from kb.review.frame import frame_members
from kb.review.similarity import NARRATIVE_FACETS
from kb.store.library import Library

_LONGEST_NAME = 7
"""Words; longer names are found by no one's abstract."""
_LONGEST_TEXT = 20_000
_SHORT_STEM = 5
"""Letters; so short a stem alone is shared by words that have nothing to do with each other."""
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_STEMS: dict[str, str] = {}
"""Stems that were found once, for as long as the program runs."""


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A value of a facet that a text names: `words` as they stand there, in their `sentence`."""

    facet: str
    value: str
    words: str
    sentence: str


def found_words(library: Library, text: str) -> tuple[FoundWord, ...]:
    """The values named in a text by any of their names or forms of these, each once, in the text's order.

    Where one name holds another ("wawancara mendalam", "wawancara") the longer one counts.
    """
    text = text[:_LONGEST_TEXT]
    names, spelled = library.remember("stemmed-names", lambda: _names(library))
    words = words_in(text)
    stemmed = [_stem(word) for _, _, word in words]
    found: dict[tuple[str, str], FoundWord] = {}
    at = 0
    while at < len(words):
        length = next((n for n in range(_LONGEST_NAME, 0, -1) if tuple(stemmed[at : at + n]) in names), 0)
        length = min(length, len(words) - at)
        if length == 1 and len(stemmed[at]) <= _SHORT_STEM and words[at][2] not in spelled:
            length = 0  # "bertujuan" is no mention of what is called "tujuan"
        for facet, value in names.get(tuple(stemmed[at : at + length]), ()) if length else ():
            start, end = words[at][0], words[at + length - 1][1]
            found.setdefault((facet, value), FoundWord(facet, value, text[start:end], _sentence(text, start)))
        at += max(length, 1)
    return tuple(found.values())


def _names(library: Library) -> tuple[dict[tuple[str, ...], list[tuple[str, str]]], set[str]]:
    """Stems of each name -> the facets and values that bear it, and names of one word as they are spelled.

    Concepts are offered as what a study is about.
    """
    table: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    spelled: set[str] = set()
    aspects = set(frame_members(library))
    for facet in facets(library).values():
        if facet.name in NARRATIVE_FACETS:
            continue
        for value, names in facet_names(library, facet.name).items():
            if facet.name in OF_CONCEPTS and (value in aspects) != (facet.name == "aspect"):
                continue
            if facet.name == "theory" and not any("teori" in name.casefold() for name in names):
                continue
            for name in names:
                spoken = [word for _, _, word in words_in(name)]
                key = tuple(_stem(word) for word in spoken)
                spelled |= {spoken[0]} if len(spoken) == 1 else set()
                if key and len(key) <= _LONGEST_NAME and (facet.name, value) not in table.setdefault(key, []):
                    table[key].append((facet.name, value))
    return table, spelled


@cache
def _stem(word: str) -> str:
    return stems(word, _STEMS)[0] if len(word) > 3 else word


def _sentence(text: str, at: int) -> str:
    found = next((m.group() for m in _SENTENCE.finditer(text) if m.start() <= at < m.end()), "")
    return " ".join(found.split())
