"""A place in a source that a statement rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source; `start` and `end` are code points after line ends became `\\n`, `line` counts from 1.

    The three are None where the words do not occur exactly once with their context: such a passage is shown as an
    orphan and never moved to a look-alike.
    """

    source: str
    exact: str
    start: int | None = None
    end: int | None = None
    line: int | None = None
