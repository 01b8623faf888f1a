"""Tables drawn with bars or tabs."""

from __future__ import annotations

import re

from kb.model.draft import Row, TableCell
from kb.reading.gathering import Gathering, Lines
from kb.reading.inline import gather

_RULE = re.compile(r"[ \t]*\|?[ \t:|+=-]+\|?[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")


def pipe_table(lines: list[tuple[str, int]], places: Lines, markdown: bool) -> tuple[Row, ...]:
    """Rows of a table with bars; what stands above the first rule is the header."""
    ruled = next((number for number, (text, _) in enumerate(lines) if number and _is_rule(text)), None)
    rows: list[Row] = []
    for number, (text, offset) in enumerate(lines):
        if _is_rule(text):
            continue
        header = number == 0 if ruled is None else number < ruled
        rows.append(tuple(_cell(raw, at, places, markdown, header) for raw, at in _bars(text, offset)))
    return tuple(rows)


def tab_table(lines: list[tuple[str, int]], places: Lines) -> tuple[Row, ...]:
    """Rows of a table with tabs; the first row is the header."""
    rows: list[Row] = []
    for number, (text, offset) in enumerate(lines):
        cells: list[TableCell] = []
        for raw in text.split("\t"):
            cells.append(_cell(raw, offset, places, False, number == 0))
            offset += len(raw) + 1
        rows.append(tuple(cells))
    return tuple(rows)


def _is_rule(text: str) -> bool:
    return "-" in text and _RULE.match(text) is not None


def _bars(text: str, offset: int) -> list[tuple[str, int]]:
    cells: list[tuple[str, int]] = []
    at = 0
    for bar in _BAR.finditer(text):
        cells.append((text[at : bar.start()], offset + at))
        at = bar.end()
    cells.append((text[at:], offset + at))
    if not cells[0][0].strip():
        cells = cells[1:]
    if cells and not cells[-1][0].strip():
        cells = cells[:-1]
    return cells


def _cell(raw: str, offset: int, places: Lines, markdown: bool, header: bool) -> TableCell:
    bare = raw.strip()
    start = offset + (len(raw) - len(raw.lstrip()) if bare else 0)
    gathering = Gathering(places)
    gather(bare, start, gathering, markdown)
    line, column = places.place(start)
    return TableCell(gathering.text, line, column, header, tuple(gathering.spans), gathering.jumps)
