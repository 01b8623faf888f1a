"""Enumerations inside a sentence that name one thing twice: "papan, pakaian, papan, dan pendidikan"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.audit.sentences import sentences, words_of
from kb.citing.words import FUNCTION

_SEPARATOR = re.compile(r"\s*[,;]\s*(?:dan|serta|atau|and|or)\s+|\s*[,;]\s*|\s+(?:dan|serta|atau|and|or)\s+")
_BREAK = re.compile(r"[()“”\":]")
_LONGEST = 4
_VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{4,}")
_LEADS = frozenset(
    [
        "seperti",
        "yaitu",
        "yakni",
        "ialah",
        "adalah",
        "meliputi",
        "mencakup",
        "berupa",
        "atas",
        "dari",
        "antara",
        "terhadap",
        "untuk",
        "such",
        "as",
    ]
)


def enumerations(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of the second naming, and the thing."""
    for first, last in sentences(text):
        if text.count(",", first, last) < 1:
            continue
        for start, end in _runs(text, first, last):
            yield from _repeated(text, start, end)


def _runs(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    at = first
    for match in _BREAK.finditer(text, first, last):
        yield at, match.start()
        at = match.end()
    yield at, last


def _repeated(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    pieces: list[tuple[int, int]] = []
    at = start
    for match in _SEPARATOR.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    if len(pieces) < 3:
        return
    seen: dict[str, int] = {}
    for number, (first, last) in enumerate(pieces):
        words = words_of(text[first:last])
        for name in _names(words, number == 0, number == len(pieces) - 1):
            if name in seen and _close(pieces, seen[name], number):
                yield first, last, name
                return
        if number == 0 or len(words) > _LONGEST or any(_leads(word) for word in words[:-1]):
            seen = {_first_member(words): number}
        else:
            seen.setdefault(" ".join(words), number)


def _first_member(words: list[str]) -> str:
    """What a clause ends with after its last small word or verb: "kinerja dipengaruhi kemampuan" begins with "kemampuan"."""
    start = next((at + 1 for at in range(len(words) - 2, -1, -1) if _leads(words[at])), 0)
    return " ".join(words[start:])


def _leads(word: str) -> bool:
    return word in _LEADS or word in FUNCTION or _VERB.fullmatch(word) is not None


def _close(pieces: list[tuple[int, int]], one: int, other: int) -> bool:
    """All between two namings is short, as in an enumeration."""
    return all(last - first <= 45 for first, last in pieces[one + 1 : other]) and other - one >= 1


def _names(words: list[str], is_first: bool, is_last: bool) -> list[str]:
    if is_first or not words:
        return []
    sizes = range(min(_LONGEST, len(words)), 0, -1) if is_last else [len(words)]
    found = [" ".join(words[:size]) for size in sizes if size <= _LONGEST]
    return [name for name in found if _tells(name)]


def _tells(name: str) -> bool:
    words = name.split()
    return any(len(word) > 3 and word not in FUNCTION for word in words) and words[0] not in FUNCTION
