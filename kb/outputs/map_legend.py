"""The legend of a map: kinds and lines that it holds, and the words of relations that had no room on their line."""

from __future__ import annotations

from dataclasses import dataclass

from kb.locale import translator
from kb.model.concept_map import Kind, PlacedMap
from kb.model.lettering import LINE, text_width, wrap
from kb.outputs.cleaning import clean
from kb.outputs.map_look import kind_words, kinds_of, line_words, remarks, style

FONT, ROW, TOP = 12.0, 20.0, 20.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark or a line with its words, placed with the legend's corner as origin; `text_x` is where the words begin."""

    kind: Kind | None
    line: str
    x: float
    y: float
    radius: float = 7.0
    lines: tuple[str, ...] = ()
    text_x: float = 0.0
    font: float = FONT


def legend(placed: PlacedMap, language: str, room: float) -> tuple[list[Entry], float]:
    """The entries in rows no wider than `room`, and the legend's height."""
    _ = translator(language)
    words = kind_words(_)
    entries, x, y = [], 0.0, TOP
    wanted: list[tuple[Kind | None, str, str]] = [(kind, "", words[kind]) for kind in kinds_of(placed.map)]
    wanted += [(None, line, text) for line, text in line_words(_).items() if line in _lines_of(placed)]
    for kind, line, text in wanted:
        lead = 18.0 if kind else 32.0
        width = lead + text_width(text, FONT) + 16
        if x and x + width - 16 > room:
            x, y = 0.0, y + ROW
        entries.append(Entry(kind, line, x + (8 if kind else 12), y, lines=(text,), text_x=x + lead))
        x += width
    y += ROW
    notes = [f"({number}) {text}" for number, text in numbered(placed)] + remarks(placed.map, placed.routes, _)
    for note in notes:
        lines = wrap(clean(note), FONT, room)
        entries.append(Entry(None, "", 0, y, lines=lines))
        y += (len(lines) - 1) * FONT * LINE + ROW
    return entries, y


def numbered(placed: PlacedMap) -> list[tuple[int, str]]:
    """The words that stand as numbers on the map, with every pair of nodes they join."""
    labels = {node.id: node.label for node in placed.map.nodes}
    found: dict[int, list[str]] = {}
    for edge, route in zip(placed.map.edges, placed.routes, strict=True):
        if route.caption and route.caption.number:
            words = f"{labels[edge.source]} {edge.label} {labels[edge.target]}"
            found.setdefault(route.caption.number, []).append(words)
    return [(key, "; ".join(words)) for key, words in sorted(found.items())]


def _lines_of(placed: PlacedMap) -> set[str]:
    pairs = zip(placed.map.edges, placed.routes, strict=True)
    return {style(edge, route) for edge, route in pairs if not route.quiet}
