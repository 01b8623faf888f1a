"""Words and signs around a name, each with what it may be in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kb.citing.words import (
    ACRONYMS,
    CONNECTORS,
    DEGREE,
    DOTTED_DEGREES,
    FUNCTION,
    INITIALS,
    OTHERS,
    PARTICLES,
    TITLES,
    is_noun,
)

TokenKind = Literal[
    "name",
    "noun",
    "function",
    "small",
    "connector",
    "comma",
    "initial",
    "degree",
    "title",
    "particle",
    "others",
    "other",
]
_TOKEN = re.compile(r"[A-Z]\.(?:-?[A-Z]\.)*(?![^\W\d_])|[^\W\d_](?:[\w'’`\-]|\.(?=[^\W\d_]))*|&|,|[^\s]")
_ARTICLE = re.compile(r"(?:al|el|ad|as|an|at|ar|asy|ash|az)-[^\W\d_]")
"""The Arabic article, which many write small."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with its place in the text."""

    text: str
    start: int
    end: int
    kind: TokenKind


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Words and signs between two offsets."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        stop, word = match.end(), match[0]
        if text[stop : stop + 1] == "." and stop < end and (_takes_a_dot(word)):
            stop, word = stop + 1, word + "."
        if found and match.start() < found[-1].end:
            continue
        found.append(Token(word, match.start(), stop, _kind(word)))
    return found


@lru_cache(maxsize=1 << 15)
def _takes_a_dot(word: str) -> bool:
    if word.endswith("."):
        return False
    if TITLES.fullmatch(word) or (OTHERS.fullmatch(word) and word not in ("et", "dll")):
        return True
    return DEGREE.fullmatch(word) is not None or (len(word) == 1 and word.isupper())


@lru_cache(maxsize=1 << 15)
def _kind(word: str) -> TokenKind:
    small = word.rstrip(".").lower()
    if OTHERS.fullmatch(small) or OTHERS.fullmatch(word):
        return "others"
    if small in CONNECTORS:
        return "connector"
    if word == ",":
        return "comma"
    if not word[0].isalpha() or any(letter.isdigit() for letter in word):
        return "other"
    return _part_of_a_name(word, small) or _word_kind(word.rstrip("."), small)


def _part_of_a_name(word: str, small: str) -> TokenKind | None:
    """Particles, initials, titles and degrees."""
    bare = word.rstrip(".")
    if small in PARTICLES:
        return "particle"
    if "." in bare and small.replace(".", "") in DOTTED_DEGREES:
        return "degree"
    if INITIALS.fullmatch(word):
        return "initial"
    if TITLES.fullmatch(word) and (word[0].isupper() or small in ("prof", "dr")) and len(bare) < 6:
        return "title"
    return "degree" if DEGREE.fullmatch(word) else None


def _word_kind(bare: str, small: str) -> TokenKind:
    if bare in ACRONYMS or _ARTICLE.match(small):
        return "name"
    if small in FUNCTION:
        return "function"
    if not bare[0].isupper():
        return "small"
    return "noun" if is_noun(small) else "name"
