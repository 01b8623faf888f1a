"""The answer to a guided question: a table, and for each row the thing it tells of."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.table import Table


@dataclass(frozen=True, slots=True)
class Answer:
    """`question` is the whole sentence; `things` are kind (`study`, `definition`, `concept`, `work`) and id, row by row."""

    question: str
    table: Table
    things: tuple[tuple[str, str], ...]
