"""How wide and how high text will be, from the widths of the letters in the two fonts that campuses ask for.

An estimate: Word and LibreOffice lay out with the reader's own fonts. Times and Arial have the same widths under
their free twins (Liberation, Tinos, Arimo); for other fonts the nearer of the two stands in.
"""

from __future__ import annotations

import re
from functools import cache

from kb.model.table import Cell
from kb.model.text import Run

LINE_HEIGHT = 1.15
"""Height of a single-spaced line as a share of the font size, for Times New Roman and Arial."""

_TIMES = {
    180: "'",
    200: "|",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr’",
    389: "Js",
    408: '"',
    444: "?acez“”",
    480: "^{}",
    541: "~",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "&m",
    833: "%",
    921: "@",
    944: "MW",
    1000: "—…",
}
_ARIAL = {
    191: "'",
    222: "ijl’",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r“”{}",
    372: '"*',
    469: "^",
    500: "Jcksvxyz",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "@—…",
}
_OTHERS = {"Times": 500, "Arial": 556}
_WORD = re.compile(r"[^\s-]+-?|-")
_TOKEN = re.compile(r"\S+\s*|\s+")
_SANS = ("arial", "calibri", "helvetica", "verdana", "tahoma", "sans")


@cache
def _widths(font: str) -> tuple[dict[str, int], int]:
    sans = any(word in font.lower() for word in _SANS)
    table = _ARIAL if sans else _TIMES
    widths = {letter: width for width, letters in table.items() for letter in letters}
    return widths, _OTHERS["Arial" if sans else "Times"]


def width(text: str, font: str, size: float) -> float:
    """Width in points."""
    widths, other = _widths(font)
    return sum(widths.get(letter, other if letter < "\u2e80" else 1000) for letter in text) * size / 1000


def line_count(text: str, room: float, font: str, size: float) -> int:
    """Lines that a text takes in a column `room` points wide; words break only where they are longer than a line."""
    return sum(_lines_of(line, room, font, size) for line in text.split("\n"))


def _lines_of(line: str, room: float, font: str, size: float) -> int:
    space = width(" ", font, size)
    lines, at = 1, 0.0
    for word in line.split(" "):
        wide = width(word, font, size)
        if at and at + space + wide > room:
            lines, at = lines + 1, 0.0
        lines += int(wide // room)
        at = wide % room if wide > room else (at + space + wide if at else wide)
    return lines


def wrapped(text: str, room: float, font: str, size: float) -> list[str]:
    """The text in lines that fit the room where words allow it."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", font, size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def longest_word(cell: Cell, font: str, size: float) -> float:
    """Width in points of the widest piece that cannot be broken."""
    words = {word for runs in cell.paragraphs for run in runs for word in _WORD.findall(run.text)}
    return max((width(word, font, size) for word in words), default=0.0)


def cell_height(cell: Cell, room: float, font: str, size: float, spacing: float) -> float:
    """Height in points of a cell's text."""
    lines = sum(line_count("".join(run.text for run in runs), room, font, size) for runs in cell.paragraphs)
    return max(lines, 1) * size * LINE_HEIGHT * spacing


def portions(cell: Cell, room: float, font: str, size: float, most: int) -> list[Cell]:
    """The cell in pieces of at most `most` lines by estimate; put end to end their words are the cell's."""
    text = cell.text
    if len(text) * size / room + text.count("\n") + 1 < most:  # no letter is wider than its size
        return [cell]
    found: list[list[list[Run]]] = [[]]
    used = 0.0
    for runs in cell.paragraphs:
        found[-1].append([])
        for run in runs:
            for token in _TOKEN.findall(run.text):
                lines = width(token, font, size) / room + token.count("\n")
                if used and used + lines > most:
                    found.append([[]])
                    used = 0.0
                found[-1][-1].append(Run(token, run.italic, run.bold))
                used += lines
        used = float(int(used) + 1)
    return [Cell(tuple(_joined(runs) for runs in piece), cell.origin, cell.state) for piece in found]


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].italic, joined[-1].bold) == (run.italic, run.bold):
            joined[-1] = Run(joined[-1].text + run.text, run.italic, run.bold)
        else:
            joined.append(run)
    return tuple(joined)
