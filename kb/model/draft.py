"""A student's chapter, read: blocks with their places, before anything is said about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list-item", "table", "caption", "footnote", "quote", "code"]


@dataclass(frozen=True, slots=True)
class Span:
    """A mark inside a block's text, in code points: emphasis, or a citation field with its keys."""

    start: int
    end: int
    kind: Literal["italic", "bold", "citation", "code"]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell's text with its place in the file."""

    text: str
    line: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of a draft.

    `line` counts lines of a text file, paragraphs of a Word file; `columns` maps code points of `text` that do not
    follow one another in the file (removed markup) to columns: pairs (offset in text, line, column).
    """

    kind: BlockKind
    text: str
    file: str
    line: int
    level: int = 0
    label: str = ""
    spans: tuple[Span, ...] = ()
    rows: tuple[tuple[TableCell, ...], ...] = ()
    columns: tuple[tuple[int, int, int], ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of a code point of `text`."""
        line, column, base = self.line, 1, 0
        for start, at_line, at_column in self.columns:
            if start > offset:
                break
            base, line, column = start, at_line, at_column
        return line, column + offset - base


@dataclass(frozen=True, slots=True)
class Draft:
    """One or more files that are one chapter, in order."""

    files: tuple[str, ...]
    blocks: tuple[Block, ...]
    language: str = "id"
