"""A reference list as it is printed: runs in the style's order, with what is not yet certain about each work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.model.text import Runs, plain


@dataclass(frozen=True, slots=True)
class Reference:
    """One work of a list: `label` is its number ("[1]") where the style counts, `in_text` how the text cites it.

    `in_text` has `parenthetical` and `narrative`, or `first` and `later` where the style puts citations into notes.
    """

    citekey: str
    runs: Runs
    label: str = ""
    in_text: Mapping[str, Runs] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words, label first."""
        return f"{self.label} {plain(self.runs)}".strip()


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """A list in a style and language; `hanging` where all lines of a work but the first stand further in."""

    style: str
    language: str
    references: tuple[Reference, ...]
    hanging: bool = True
