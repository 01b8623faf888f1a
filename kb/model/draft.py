"""A student's chapter, read: blocks with their places, before anything is said about them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kb.findings import Finding

BlockKind = Literal["heading", "paragraph", "list-item", "table", "caption", "footnote", "quote", "code"]
SpanKind = Literal["italic", "bold", "citation", "code"]
Jump = tuple[int, int, int]
"""Offset in the text, line and column: where the file's characters stop following one another."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A work as a reference manager's field carries it inside a Word file."""

    key: str
    authors: tuple[str, ...] = ()
    year: str | None = None
    title: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A mark inside a text, in code points: emphasis, code, or a citation with its keys.

    `command` is what makes the citation (`citep`, `zotero`, …); `locators` go with `keys`; `sources` are the works a
    field carries with it.
    """

    start: int
    end: int
    kind: SpanKind
    keys: tuple[str, ...] = ()
    locators: tuple[str | None, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    command: str = ""


def _place(jumps: tuple[Jump, ...], line: int, column: int, offset: int) -> tuple[int, int]:
    at = bisect_right(jumps, offset, key=lambda jump: jump[0])
    base = 0
    if at:
        base, line, column = jumps[at - 1]
    return line, column + offset - base


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell's text with its place in the file; a cell that only continues a merged one is empty.

    `merged` says which one that is: the cell to its left or the one above.
    """

    text: str
    line: int
    column: int = 1
    header: bool = False
    spans: tuple[Span, ...] = ()
    columns: tuple[Jump, ...] = ()
    merged: Literal["", "left", "above"] = ""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of a code point of `text`."""
        return _place(self.columns, self.line, self.column, offset)


Row = tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of a draft.

    `line` counts lines of a text file, paragraphs of a Word file. `label` is the number typed before the text ("2.1",
    "a."), of a footnote its mark; numbers that Word or LaTeX make are not there. `columns` lists where the text's
    characters stop following one another in the file. `automatic` is said of captions and list items whose number the
    program makes.
    """

    kind: BlockKind
    text: str
    file: str
    line: int
    column: int = 1
    level: int = 0
    label: str = ""
    spans: tuple[Span, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[Jump, ...] = ()
    automatic: bool = False

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of a code point of `text`."""
        return _place(self.columns, self.line, self.column, offset)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Running text of a draft with its home: block `block`, and in a table the cell at (row, column)."""

    text: str
    spans: tuple[Span, ...]
    home: Block | TableCell
    file: str
    block: int
    cell: tuple[int, int] | None = None

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of a code point of `text`."""
        return self.home.place(offset)


@dataclass(frozen=True, slots=True)
class Allowance:
    """A check that the student lets pass, with the reason; `words` narrow it to findings that quote them."""

    check: str
    reason: str
    words: str = ""
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One or more files that are one chapter, in order.

    `findings` say what could not be read; `silent_keys` are listed without being cited (`\\nocite`; `*` is all).
    """

    files: tuple[str, ...]
    blocks: tuple[Block, ...]
    language: str = "id"
    findings: tuple[Finding, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    silent_keys: tuple[str, ...] = ()

    def stretches(self) -> Iterator[Stretch]:
        """All running text in order, cells of tables among it; code is left out."""
        for index, block in enumerate(self.blocks):
            if block.kind == "table":
                yield from cell_stretches(block, index)
            elif block.kind != "code" and block.text:
                yield Stretch(block.text, block.spans, block, block.file, index)


def cell_stretches(table: Block, index: int) -> Iterator[Stretch]:
    """The cells of a table that hold text, row by row."""
    for row_number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell.text:
                yield Stretch(cell.text, cell.spans, cell, table.file, index, (row_number, column))
