"""Sentences of a text with their places, abbreviations not taken for ends."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"[.!?…][”\"'’)\]]*(?=\s+[“\"'(\[]*[^\W\d_])|[.!?][”\"'’)]*$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:dkk|dll|dsb|dst|hlm|hal|h|p|pp|no|vol|jl|prof|dr|drs|dra|ir|al|cf|vs|ed|eds|cet|rp|tbk|st|mr|mrs|fig|eq|cit|bdk"
    r"|ibid|op|loc|yth|sdr|art|ps|psl|lih|red|terj|[a-z])|\b[A-Z])\.$",
    re.IGNORECASE,
)
_LONGEST = 320


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "." and _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start() + 1]):
            continue
        found.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if text[start:].strip():
        found.append((start, len(text)))
    return tuple(found)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds an offset."""
    for start, end in sentences(text):
        if start <= offset < end:
            return start, end
    return 0, len(text)


def clause(text: str, start: int, end: int) -> str:
    """The sentence around a stretch, shortened at its sides where it is very long."""
    first, last = sentence_at(text, start)
    last = max(last, end)
    if last - first <= _LONGEST:
        return text[first:last].strip()
    room = max(0, (_LONGEST - (end - start)) // 2)
    left, right = max(first, start - room), min(last, end + room)
    left = first if left == first else _next_space(text, left)
    words = text[left:right].rsplit(" ", 1)[0] if right < last else text[left:right]
    return f"{'… ' if left > first else ''}{words.strip()}{' …' if right < last else ''}"


def _next_space(text: str, at: int) -> int:
    found = text.find(" ", at, at + 40)
    return found + 1 if found >= 0 else at


def words_of(text: str) -> list[str]:
    """Words in small letters."""
    return re.findall(r"[^\W\d_][\w'’-]*", text.casefold())
