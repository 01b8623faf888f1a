"""Words and their stems: `kemiskinan` and `miskin` are one, `networks` and `network` too."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`´][^\W_]+)*")
_APOSTROPHE = re.compile("['’ʼ‘`´]")
_LATIN = re.compile("[a-z]+")
_LONGEST = 40
"""Letters; what is longer is no word of a language, and would keep the stemmer busy."""


def words_in(text: str) -> list[tuple[int, int, str]]:
    """The words of a text in lower case, each with its start and end."""
    return [(match.start(), match.end(), match.group().casefold()) for match in _WORD.finditer(text)]


def folded(text: str) -> str:
    """The words of a text in lower case, one space between: equal for what a person would call the same name."""
    return " ".join(word for _, _, word in words_in(text))


def letters_of(word: str) -> tuple[str, ...]:
    """A word as a full-text index cuts it: at its apostrophes."""
    return tuple(_APOSTROPHE.split(word))


def stems(word: str, known: dict[str, str]) -> tuple[str, ...]:
    """The stem of one lower-case word, two for one with an apostrophe; `known` is asked first and learns it.

    The Arabic sound between two letters is left out (Quran) or written with k (taklim) by others.
    """
    spellings = dict.fromkeys((_APOSTROPHE.sub("", word), _APOSTROPHE.sub("k", word)))
    return tuple(_learned(spelling, known) for spelling in spellings)


def stems_of(text: str, known: dict[str, str]) -> str:
    """The stems of all words of a text, a space between."""
    return " ".join(stem for _, _, word in words_in(text) for stem in stems(word, known))


def _learned(word: str, known: dict[str, str]) -> str:
    found = known.get(word)
    if found is None:
        found = known[word] = _root(word)
    return found


def _root(word: str) -> str:
    if len(word) > _LONGEST or not _LATIN.fullmatch(word):
        return word
    found: str = _indonesian().stem(word)
    return found if found and found != word else _english(word)


def _english(word: str) -> str:
    """A plural's singular (Harman's S-stemmer): safe on Indonesian, whose words it cuts alike on both sides."""
    if word.endswith("ies") and len(word) > 4 and word[-4] not in "ae":
        return word[:-3] + "y"
    if word.endswith("s") and len(word) > 3 and word[-2] not in "us":
        return word[:-1]
    return word


@cache
def _indonesian() -> Any:
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return StemmerFactory().create_stemmer()
