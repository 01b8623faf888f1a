"""A remark to be written beside the words of a draft."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comment:
    """What to write at a place of a file: `length` characters from `line` and `column`.

    `line` None is a remark on the whole file. `footnote` is the running number of the footnote that holds the words.
    """

    file: str
    line: int | None
    column: int
    length: int
    words: tuple[str, ...]
    footnote: str = ""
