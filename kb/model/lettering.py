"""How much room text takes: average advance widths of an Arial-like face, and breaking into lines."""

from __future__ import annotations

import re
import unicodedata

from kb.model.text import Run, runs

LINE = 1.25
"""Height of a line as a multiple of the font's size."""

# Thousandths of the font's size; metric-compatible faces (Arial, Helvetica, Liberation Sans, Arimo) share them.
_REGULAR = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”{}",
    355: '"',
    389: "*",
    500: "Jcksvxyz^",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…→←",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl‘’·|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    500: '"z“”',
    556: "#$0123456789J_aceksvxy–",
    584: "+<=>^~×",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    1000: "@—…→←",
}
_WIDTHS = {
    bold: {character: size for size, characters in table.items() for character in characters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_BREAKS = re.compile(r"(?<=[-/–—])")
_UNKNOWN = 650
_WIDE = 1000


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line at `size` px; asterisks of emphasis take no room."""
    table = _WIDTHS[bold]
    return sum(_advance(character, table) for run in runs(text) for character in run.text) * size / 1000


def wrap(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `room`; words too long for a line are cut into pieces, nothing is left out."""
    lines = [""]
    for word in _words(text):
        for piece in _pieces(word, size, room, bold):
            trial = f"{lines[-1]} {piece}" if lines[-1] else piece
            if lines[-1] and text_width(trial, size, bold) > room:
                lines.append(piece)
            else:
                lines[-1] = trial
    return tuple(lines)


def balanced(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """Like `wrap`, in as few lines, with the lines about equally long."""
    lines = wrap(text, size, room, bold)
    longest = max((text_width(word, size, bold) for word in text.split()), default=0.0)
    narrow = room
    while len(lines) > 1 and narrow - size / 2 >= min(longest, room):
        narrow -= size / 2
        trial = wrap(text, size, narrow, bold)
        if len(trial) > len(lines):
            break
        lines = trial
    return lines


def _advance(character: str, table: dict[str, int]) -> int:
    if character in table:
        return table[character]
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    if base in table:
        return table[base]
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN


def _words(text: str) -> list[list[Run]]:
    """Words as runs, so that emphasis over several words can be broken between them."""
    words: list[list[Run]] = [[]]
    for run in runs(" ".join(text.split())):
        first, *others = run.text.split(" ")
        words[-1].append(Run(first, run.italic))
        words.extend([Run(word, run.italic)] for word in others)
    return [[run for run in word if run.text] for word in words if any(run.text for run in word)]


def _pieces(word: list[Run], size: float, room: float, bold: bool) -> list[str]:
    """The word in pieces that fit, cut after a hyphen or slash where there is one."""
    pieces: list[list[tuple[str, bool]]] = [[]]
    for part, italic in _cut(word, size, room, bold):
        plain = "".join(text for text, _ in pieces[-1])
        if pieces[-1] and text_width(plain + part, size, bold) > room:
            pieces.append([])
        if pieces[-1] and pieces[-1][-1][1] == italic:
            part = pieces[-1].pop()[0] + part
        pieces[-1].append((part, italic))
    return ["".join(_marked(text, italic) for text, italic in piece) for piece in pieces]


def _cut(word: list[Run], size: float, room: float, bold: bool) -> list[tuple[str, bool]]:
    found = []
    for run in word:
        for part in _BREAKS.split(run.text):
            fits = text_width(part, size, bold) <= room
            found += [(piece, run.italic) for piece in ([part] if fits else part)]
    return found


def _marked(text: str, italic: bool) -> str:
    return f"*{text}*" if italic else text
