"""Below a mind map: the concepts that the middle one is joined to, each on its own line with the text's verb."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.model.concept_map import Box, Caption, Edge, Rect, Route, Side
from kb.model.lettering import LINE, balanced, text_width
from kb.review.layout.outline import GRID, SMALL, Outline, Setting
from kb.review.layout.stack import beside, moved

VERB, ARM, APART = 110.0, 26.0, 5.0
"""Width of a verb, bare line on both sides of it, and how far the trunks of outgoing and incoming lines are apart."""
FIRST, ROW_GAP, LINE_GAP = 44.0, 8.0, 4.0
"""Room under the tree, between neighbours, and between two lines of one neighbour."""


@dataclass(frozen=True, slots=True)
class Trunk:
    """Where the lines leave the middle, turn, and go down: outgoing ones on the left of each, incoming on the right."""

    start: float
    top: float
    turn: float
    axis: float

    def points(self, outgoing: bool) -> tuple[tuple[float, float], ...]:
        """From the middle to the trunk; of the two lines the one that has to pass under the other turns lower."""
        shift = -APART if outgoing else APART
        start, axis = self.start + shift, self.axis + shift
        if start == axis:
            return ((start, self.top),)
        lower = APART if outgoing == (self.axis > self.start) else -APART
        return ((start, self.top), (start, self.turn + lower), (axis, self.turn + lower))


def set_neighbours(
    neighbours: Sequence[Outline],
    lines: Mapping[str, Sequence[int]],
    edges: Sequence[Edge],
    centre: Box,
    width: float,
    into: Setting,
) -> None:
    """Add the neighbours in two columns, each to the shorter one; `lines` are the edges of each with the middle."""
    axis = math.floor(width / 2 / GRID) * GRID
    top = math.ceil((into.bottom + FIRST) / GRID) * GRID
    trunk = Trunk(centre.x, centre.body.bottom + 1, top - FIRST / 2, axis)
    ends: dict[Side, float] = {"right": top, "left": top}
    for outline in neighbours:
        side: Side = "right" if ends["right"] <= ends["left"] else "left"
        numbers = lines[outline.node.id]
        verbs = [balanced(" ".join(edges[n].label.split()), SMALL, VERB) for n in numbers]
        box = _box(outline, side, axis, width, ends[side], len(verbs[0]))
        into.boxes[outline.node.id] = box
        heights = [len(words) * SMALL * LINE for words in verbs]
        y = box.y
        for row, (number, words) in enumerate(zip(numbers, verbs, strict=True)):
            if row:
                y = max(y + (heights[row - 1] + heights[row]) / 2 + LINE_GAP, box.y + box.radius + 12)
            outgoing = edges[number].source != outline.node.id
            into.branches[number] = _line(trunk.points(outgoing), words, box, y, outgoing)
        ends[side] = max(box.body.bottom, y + heights[-1] / 2) + ROW_GAP
    into.bottom = max(ends.values())


def _box(outline: Outline, side: Side, axis: float, width: float, top: float, verb_lines: int) -> Box:
    reach = APART + 2 * ARM + VERB + GRID
    x = math.floor((axis + reach if side == "right" else axis - reach) / GRID) * GRID
    room = (width - x if side == "right" else x) - 28
    box = beside(outline.node, x, room, side)
    height = max(box.body.bottom, verb_lines * SMALL * LINE / 2)
    return moved(box, math.ceil((top + height) / GRID) * GRID)


def _line(trunk: tuple[tuple[float, float], ...], words: tuple[str, ...], box: Box, y: float, outgoing: bool) -> Route:
    axis = trunk[-1][0]
    near = box.mark.left if box.side == "right" else box.mark.right
    end = ((near, y),) if y == box.y else ((box.x, y), (box.x, box.mark.bottom + 1))
    points = (*trunk, (axis, y), *end)
    caption = _caption(words, (axis + near) / 2, y) if "".join(words) else None
    return Route(points if outgoing else points[::-1], caption, shared_end=not outgoing)


def _caption(words: tuple[str, ...], x: float, y: float) -> Caption:
    wide, high = max(text_width(word, SMALL) for word in words) / 2 + 2, len(words) * SMALL * LINE / 2
    return Caption(words, Rect(x - wide, y - high, x + wide, y + high), SMALL)
