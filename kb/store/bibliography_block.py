"""One block of a `.bib`: an entry, a macro, a comment, text, or what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kb.store.bibliography_layout import Fault

Kind = Literal["entry", "macro", "preamble", "comment", "text", "broken", "commented-out"]


@dataclass(slots=True)
class Block:
    """A block from `start` to `end` of the text; `fields` are name, value as written and line, in the file's order."""

    kind: Kind
    start: int
    end: int
    line: int
    type: str = ""
    key: str = ""
    fields: list[tuple[str, str, int]] = field(default_factory=list)
    faults: tuple[Fault, ...] = ()
