"""The comparison table once, for every output: the same cells on screen, in Word and in a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kb.model.passage import Passage
from kb.model.text import Run, Runs, plain


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `weight`, any positive number, is its share of the width; foreign words of `label` are in asterisks."""

    id: str
    label: str
    weight: float = 1.0
    align: Literal["start", "center"] = "start"


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs of runs, one per statement; empty paragraphs mean that nothing is filled in yet.

    `origin` is `asserted`, `computed`, `source`, `bibliography` or `empty`; `state` is one of the four states.
    """

    paragraphs: tuple[Runs, ...] = ()
    origin: str = "empty"
    state: str = "unread"
    passages: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        """Plain words, paragraphs on lines of their own."""
        return "\n".join(plain(runs) for runs in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """A study's cells by column id; `group` is the heading it stands under when the table is grouped."""

    study: str
    cells: Mapping[str, Cell]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready to print; `number` is "2.1" of "Tabel 2.1", caption and source line carry no number or full stop.

    `transposed` asks the outputs to print studies as columns; `columns` and `rows` stay as they are, so the data
    formats do not change. `notes` stand under the source line, a line each.
    """

    caption: str
    number: str
    source_line: Runs
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    language: str = "id"
    transposed: bool = False
    notes: tuple[Runs, ...] = ()


def cell(text: str, origin: str = "source", passages: tuple[Passage, ...] = (), state: str = "stated") -> Cell:
    """A cell of one plain paragraph."""
    return Cell(((Run(text),),) if text else (), origin if text else "empty", state if text else "unread", passages)
