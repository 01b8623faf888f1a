"""The columns of a mind map: as wide as the widest label in each, and where that is too much, evenly limited."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model.concept_map import Node
from kb.model.lettering import text_width
from kb.review.layout.outline import GRID, Outline, lettering_of

MARGIN, GAP, TRUNK = 12.0, 5.0, 20.0
CENTRE, NARROWEST = 140.0, 60.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Where marks and trunks stand and how wide the words may be: left side, middle, and two columns at the right."""

    left: float
    left_room: float
    left_trunk: float
    centre: float
    centre_room: float
    right_trunk: float
    first: float
    first_room: float
    second_trunk: float
    second: float
    second_room: float
    width: float


def columns_for(root: Node, left: Sequence[Outline], right: Sequence[Outline], width: float) -> Columns:
    """The columns for these sides on a sheet of this width; what is to spare goes to both outer margins."""
    wanted = _wanted(left, right)
    centre_room = min(max(_longest_word(root), NARROWEST), CENTRE)
    free = width - _fixed(wanted, centre_room)
    rooms = _limited(wanted, free)
    spare = max(free - sum(rooms), 0.0) / 2
    left_mark = _snap(MARGIN + spare + rooms[0] + GAP + 8) if left else MARGIN + spare
    centre = _snap(left_mark + 8 + TRUNK + centre_room / 2)
    first = _snap(centre + centre_room / 2 + TRUNK + 7)
    second = _snap(first + 7 + GAP + rooms[1] + TRUNK + 7) if rooms[2] else first
    return Columns(
        left=left_mark,
        left_room=left_mark - 8 - GAP - MARGIN,
        left_trunk=left_mark + TRUNK,
        centre=centre,
        centre_room=centre_room,
        right_trunk=first - TRUNK,
        first=first,
        first_room=rooms[1],
        second_trunk=second - GRID - 5,
        second=second,
        second_room=width - MARGIN - second - 7 - GAP,
        width=width,
    )


def width_for(root: Node, left: Sequence[Outline], right: Sequence[Outline], least: float, most: float) -> float:
    """The width at which no label wraps, within these limits, on the grid."""
    wanted = _wanted(left, right)
    need = _fixed(wanted, min(max(_longest_word(root), NARROWEST), CENTRE)) + sum(wanted) + 2 * GRID
    return _snap(min(max(need, least), most))


def _wanted(left: Sequence[Outline], right: Sequence[Outline]) -> list[float]:
    """The widest label of the left column and of the two at the right."""
    return [
        _widest([o.node for o in left]),
        _widest([o.node for o in right if o.parts]),
        _widest([part.node for o in right for part in o.parts]),
    ]


def _fixed(wanted: Sequence[float], centre_room: float) -> float:
    """What margins, marks, trunks and the middle take."""
    marks = [radius * 2 + GAP + TRUNK + GRID if room else 0 for radius, room in zip((8, 7, 7), wanted, strict=True)]
    return 2 * MARGIN + centre_room + 2 * TRUNK + sum(marks)


def _snap(value: float) -> float:
    return math.ceil(value / GRID) * GRID


def _widest(nodes: Sequence[Node]) -> float:
    return max((text_width(node.label, *lettering_of(node)[1:]) + 1 for node in nodes), default=0.0)


def _longest_word(node: Node) -> float:
    _, font, bold = lettering_of(node)
    return max((text_width(word, font, bold) + 1 for word in node.label.split()), default=0.0)


def _limited(wanted: Sequence[float], free: float) -> list[float]:
    """Each what it wants, or the same upper limit for those that want more than their share."""
    limit, given = free, list(wanted)
    while sum(given) > free and limit > NARROWEST:
        limit -= 1
        given = [min(width, limit) for width in wanted]
    return given
