"""Tables of LaTeX to rows of cells."""

from __future__ import annotations

import re

from kb.model.draft import Row, TableCell
from kb.reading.gathering import Gathering, Lines
from kb.reading.latex_inline import Inline

_ARGUMENTS = {"tabular": 1, "longtable": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "xltabular": 2, "tblr": 1}
_STEP = re.compile(r"\\\\|\\tabularnewline(?![a-zA-Z])|\\[&%{}]|[{&]|\\begin\{|\\caption\*?(?![a-zA-Z])")
_RULES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endfirsthead|endhead|endfoot|endlastfoot|newpage)(?![a-zA-Z])"
)
_REPEATED = re.compile(r"\\endfirsthead(?![a-zA-Z])")
_REPEATED_END = re.compile(r"\\(?:endhead|endlastfoot|endfoot)(?![a-zA-Z])")
_MERGED = re.compile(r"\s*\\multicolumn\s*\{(\d{1,2})\}")


def table_rows(inline: Inline, name: str, start: int, end: int, places: Lines) -> tuple[Row, ...]:
    """Rows of the table whose body lies between two offsets; heads repeated on later pages are left out."""
    start = inline.skip_groups(start, _ARGUMENTS.get(name, 1))
    skipped = _repeated(inline.source.text, start, end)
    rows: list[Row] = []
    for cells in _split(inline, start, end):
        if skipped and skipped[0] <= cells[0][1] < skipped[1]:
            continue
        row = _row(inline, cells, places, header=not rows)
        if any(cell.text for cell in row):
            rows.append(row)
    return tuple(rows)


def _repeated(text: str, start: int, end: int) -> tuple[int, int] | None:
    first = _REPEATED.search(text, start, end)
    if first is None:
        return None
    ends = [match.end() for match in _REPEATED_END.finditer(text, first.end(), end)]
    return (first.end(), ends[-1]) if ends else None


def _split(inline: Inline, start: int, end: int) -> list[list[tuple[int, int]]]:
    """Offsets of the cells, row by row."""
    text, closing = inline.source.text, inline.source.closing
    rows: list[list[tuple[int, int]]] = [[]]
    at = cell = start
    while match := _STEP.search(text, at, end):
        at = match.end()
        if match[0] == "{":
            at = max(at, closing.get(match.start(), match.start()) + 1)
        elif match[0].startswith("\\begin"):
            inner = inline.source.ends.get(match.start())
            at = inner[2] if inner else at
        elif match[0].startswith("\\caption"):
            group = inline.group(inline.skip_options(at))
            at = cell = group[1] + 1 if group else at
        elif match[0] == "&":
            rows[-1].append((cell, match.start()))
            cell = at
        elif match[0].startswith(("\\\\", "\\tab")):
            rows[-1].append((cell, match.start()))
            at = cell = inline.skip_options(at)
            rows.append([])
    rows[-1].append((cell, end))
    return rows


def _row(inline: Inline, cells: list[tuple[int, int]], places: Lines, header: bool) -> Row:
    row: list[TableCell] = []
    for start, end in cells:
        text = inline.source.text
        while start < end and (rule := _RULES.match(text, start) or re.compile(r"[ \t\n\x01]").match(text, start)):
            start = rule.end()
        gathering = Gathering(places)
        inline.gather(start, end, gathering)
        line, column = places.place(start)
        words = gathering.text.rstrip()
        row.append(TableCell(words, line, column, header, tuple(gathering.spans), gathering.jumps))
        if merged := _MERGED.match(text, start, end):
            row += [TableCell("", line, column, header)] * (min(int(merged[1]), 60) - 1)
    return tuple(row)
