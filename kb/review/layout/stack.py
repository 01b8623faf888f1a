"""Labels in columns: on the left of their marks, on the right, or below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from kb.model.concept_map import Box, Node, Rect, Side
from kb.model.lettering import LINE, balanced, text_width
from kb.review.layout.columns import GAP, MARGIN, Columns
from kb.review.layout.outline import INDENT, Outline, label_rect, lettering_of

ROW_GAP, GROUP_GAP, FINE = 4.0, 9.0, 5


def stacked_left(parts: Sequence[Outline], columns: Columns) -> dict[str, Box]:
    """A column of labels that end at their marks, from height 0 downwards; parts of a part stand further left."""
    boxes: dict[str, Box] = {}
    top, kind = 0.0, None
    for part in parts:
        top += GROUP_GAP if kind not in (None, part.node.kind) else 0
        kind = part.node.kind
        for outline, depth in ((part, 0), *((child, 1) for child in part.parts)):
            x = columns.left - depth * INDENT
            box = _on(beside(outline.node, x, columns.left_room - depth * INDENT, "left"), top)
            boxes[outline.node.id] = box
            top = box.body.bottom + ROW_GAP
    return boxes


def stacked_right(parts: Sequence[Outline], columns: Columns) -> dict[str, Box]:
    """Each part in the first column, in the middle of its own parts in the second."""
    boxes: dict[str, Box] = {}
    top = 0.0
    for part in parts:
        members: dict[str, Box] = {}
        end = top
        for member in part.parts:
            box = _on(beside(member.node, columns.second, columns.second_room, "right"), end)
            members[member.node.id] = box
            end = box.body.bottom + ROW_GAP
        room = columns.first_room if members else columns.width - MARGIN - columns.first - 7 - GAP
        own = beside(part.node, columns.first, room, "right")
        height = max(own.body.bottom - own.body.top, end - ROW_GAP - top)
        inner = math.floor((height - (end - ROW_GAP - top)) / 2 / FINE) * FINE if members else 0
        members = {id: moved(box, inner) for id, box in members.items()}
        boxes[part.node.id] = moved(own, math.ceil((top + height / 2) / FINE) * FINE)
        boxes.update(members)
        top = max(box.body.bottom for box in (boxes[part.node.id], *members.values())) + GROUP_GAP
    return boxes


def beside(node: Node, x: float, room: float, side: Side) -> Box:
    """A mark at height 0 with its label on this side, wrapped to the room."""
    radius, font, bold = lettering_of(node)
    lines = balanced(node.label, font, room, bold)
    rect = label_rect(lines, x + radius + GAP, 0, font, bold)
    if side == "right":
        return Box(x, 0, radius, "right", lines, rect, font, bold)
    width = rect.right - rect.left
    return Box(
        x, 0, radius, "left", lines, replace(rect, left=x - radius - GAP - width, right=x - radius - GAP), font, bold
    )


def below(node: Node, x: float, y: float, room: float) -> Box:
    """A mark with its label centred under it."""
    radius, font, bold = lettering_of(node)
    lines = balanced(node.label, font, room, bold)
    half = max(text_width(line, font, bold) for line in lines) / 2
    top = y + radius + 3
    label = Rect(x - half, top, x + half, top + len(lines) * font * LINE)
    return Box(x, y, radius, "below", lines, label, font, bold)


def moved(box: Box, down: float) -> Box:
    """The box further down."""
    label = replace(box.label, top=box.label.top + down, bottom=box.label.bottom + down)
    return replace(box, y=box.y + down, label=label)


def _on(box: Box, top: float) -> Box:
    """The box with its upper end at `top` or a little lower, its mark on the grid."""
    return moved(box, math.ceil((top - box.body.top) / FINE) * FINE)
