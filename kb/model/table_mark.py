"""What an exported table carries with it, so that it is known again when it comes back edited.

It stands in the file's custom properties: the form of the table, its columns, its studies, and for each cell a
fingerprint of the words that were exported. Sorting rows or columns changes nothing of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kb.model.table import Cell, Table
from kb.model.text import without_emphasis

NAME = "Kajian tabel"
_PIECE = 240
"""Characters of one property: Excel refuses more than 255, Word cuts them off."""

_DIGITS = 6
_MOST = 60_000
_EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class TableMark:
    """`columns` are ids and headings; `cells` the fingerprints of a study's cells in the order of the columns."""

    profile: str
    language: str
    transposed: bool
    columns: tuple[tuple[str, str], ...]
    cells: Mapping[str, tuple[str, ...]]


def mark_of(table: Table, profile: str, written: Callable[[str], str]) -> TableMark:
    """The mark of a table as it is exported; `written` gives a text as the file holds it."""
    return TableMark(
        profile,
        table.language,
        table.transposed,
        tuple((column.id, written(without_emphasis(column.label))) for column in table.columns),
        {
            row.study: tuple(fingerprint(written(row.cells.get(c.id, _EMPTY).text)) for c in table.columns)
            for row in table.rows
        },
    )


def fingerprint(text: str) -> str:
    """Six hexadecimal digits of a cell's words; spaces and line ends do not count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def properties(mark: TableMark) -> list[tuple[str, str]]:
    """The mark as names and values of custom properties; none for a table too large to carry one."""
    cells = {study: "".join(prints) for study, prints in mark.cells.items()}
    said = [1, mark.profile, mark.language, mark.transposed, mark.columns, cells]
    text = json.dumps(said, ensure_ascii=True, separators=(",", ":"))
    if len(text) > _MOST:
        return []
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    return [(f"{NAME} {number:03}", piece) for number, piece in enumerate(pieces, 1)]


def mark_in(found: Mapping[str, str]) -> TableMark | None:
    """The mark among a file's properties, None where there is none or it is damaged."""
    pieces = [value for name, value in sorted(found.items()) if name.startswith(f"{NAME} ")]
    try:
        version, profile, language, transposed, columns, cells = json.loads("".join(pieces))
        if version != 1:
            return None
        return TableMark(
            str(profile),
            str(language),
            bool(transposed),
            tuple((str(name), str(label)) for name, label in columns),
            {str(study): _prints(str(prints)) for study, prints in cells.items()},
        )
    except (ValueError, TypeError, AttributeError):
        return None


def _prints(joined: str) -> tuple[str, ...]:
    return tuple(joined[at : at + _DIGITS] for at in range(0, len(joined), _DIGITS))
