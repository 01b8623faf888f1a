"""Text with emphasis: what cells, sentences and citations are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_EMPHASIS = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    italic: bool = False
    bold: bool = False


Runs = tuple[Run, ...]


def runs(text: str) -> Runs:
    """Runs of a text whose foreign terms stand between single asterisks, as drafts and notes write them."""
    found: list[Run] = []
    at = 0
    for match in _EMPHASIS.finditer(text):
        if match.start() > at:
            found.append(Run(text[at : match.start()]))
        found.append(Run(match.group(1), italic=True))
        at = match.end()
    if at < len(text):
        found.append(Run(text[at:]))
    return tuple(found)


def plain(parts: Iterable[Run]) -> str:
    """The words of runs without their look."""
    return "".join(run.text for run in parts)


def without_emphasis(text: str) -> str:
    """A text with its asterisks of emphasis taken away."""
    return plain(runs(text))
