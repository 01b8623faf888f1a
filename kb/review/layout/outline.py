"""Outlines: a concept with its typologies, and their members, as an indented list with marks before the words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.model.concept_map import Box, ConceptMap, Kind, Node, Rect, Route
from kb.model.lettering import LINE, balanced, text_width

GRID = 10
SMALL, LARGE = 12.0, 17.0
INDENT = 20
ROW_GAP, BUSY_GAP = 5, 5
RADIUS: dict[Kind, float] = {
    "focal": 14,
    "concept": 9,
    "typology": 7,
    "aspect": 7,
    "member": 5,
    "definition": 6,
    "person": 5,
    "study": 8,
}
MAIN_RADIUS = 13.0
PARENTS: dict[Kind, tuple[Kind, ...]] = {
    "typology": ("concept",),
    "aspect": ("typology", "concept"),
    "member": ("typology", "concept"),
    "definition": ("concept",),
    "person": ("definition", "study"),
}
"""Under which kinds a kind is listed, nearest first; other kinds stand for themselves."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A node with the nodes listed under it; `edge` is the number of the map's edge that joins it to its parent."""

    node: Node
    edge: int | None = None
    parts: tuple[Outline, ...] = ()

    def ids(self) -> Iterable[str]:
        """The node's id and those of all its parts, from the top down."""
        yield self.node.id
        for part in self.parts:
            yield from part.ids()


@dataclass(slots=True)
class Setting:
    """What has been set so far: boxes by id, branches by the edge's number, and the lower end."""

    lines_at: Mapping[str, int] = field(default_factory=dict)
    """How many lines other than branches end at a node: what many meet gets more room."""
    boxes: dict[str, Box] = field(default_factory=dict)
    branches: dict[int, Route] = field(default_factory=dict)
    bottom: float = 0.0


def outlines(map: ConceptMap) -> tuple[Outline, ...]:
    """The map's nodes as outlines, in the map's order; every node is in exactly one."""
    parents = _parents(map)
    children: dict[str, list[tuple[Node, int]]] = {}
    for node in map.nodes:
        if node.id in parents:
            parent, edge = parents[node.id]
            children.setdefault(parent, []).append((node, edge))

    def grown(node: Node, edge: int | None) -> Outline:
        return Outline(node, edge, tuple(grown(child, number) for child, number in children.get(node.id, ())))

    return tuple(grown(node, None) for node in map.nodes if node.id not in parents)


def lines_at(map: ConceptMap) -> dict[str, int]:
    """How many lines other than branches end at each node."""
    branches = branch_numbers(map)
    ends = [id for n, edge in enumerate(map.edges) if n not in branches for id in (edge.source, edge.target)]
    return dict(Counter(ends))


def branch_numbers(map: ConceptMap) -> frozenset[int]:
    """The numbers of the edges that list a node under another."""
    return frozenset(number for _, number in _parents(map).values())


def set_outline(outline: Outline, left: float, top: float, room: float, into: Setting) -> None:
    """Add the outline's boxes and branches at this corner, in `room` px of width; `into.bottom` is its lower end."""
    into.bottom = top
    _set(outline, left, room, into)


def box_beside(node: Node, x: float, top: float, room: float) -> Box:
    """A mark at `x` with its label to the right, the upper end at `top` or a little lower, on the grid."""
    radius, font, bold = lettering_of(node)
    start = x + radius + 5
    lines = balanced(node.label, font, max(room - (start - x), 3 * font), bold)
    height = max(len(lines) * font * LINE, 2 * radius)
    y = math.ceil((top + height / 2) / GRID) * GRID
    return Box(x, y, radius, "right", lines, label_rect(lines, start, y, font, bold), font, bold)


def label_rect(lines: tuple[str, ...], left: float, y: float, font: float, bold: bool) -> Rect:
    """The rectangle of lines that begin at `left` and are centred on `y`."""
    half = len(lines) * font * LINE / 2
    return Rect(left, y - half, left + max(text_width(line, font, bold) for line in lines), y + half)


def lettering_of(node: Node) -> tuple[float, float, bool]:
    """Radius of the mark, size of the label and whether it is bold."""
    if node.kind == "focal" or node.main:
        return max(RADIUS[node.kind], MAIN_RADIUS), LARGE, True
    return RADIUS[node.kind], SMALL, False


def _parents(map: ConceptMap) -> dict[str, tuple[str, int]]:
    nodes = {node.id: node for node in map.nodes}
    found: dict[str, tuple[int, str, int]] = {}
    for number, edge in enumerate(map.edges):
        for child, parent in ((edge.source, edge.target), (edge.target, edge.source)):
            wanted = PARENTS.get(nodes[child].kind, ())
            if edge.dashed or nodes[parent].kind not in wanted:
                continue
            rank = wanted.index(nodes[parent].kind)
            if child not in found or rank < found[child][0]:
                found[child] = (rank, parent, number)
    return {child: (parent, number) for child, (_, parent, number) in found.items()}


def _set(outline: Outline, left: float, room: float, into: Setting) -> Box:
    lines = into.lines_at.get(outline.node.id, 0) if outline.edge is not None else 0
    extra = BUSY_GAP if lines > 1 else 0
    box = box_beside(outline.node, left + INDENT, into.bottom + extra, room - INDENT)
    into.boxes[outline.node.id] = box
    into.bottom = box.body.bottom + ROW_GAP + extra
    for part in outline.parts:
        child = _set(part, left + INDENT, room - INDENT, into)
        if part.edge is not None:
            into.branches[part.edge] = branch(box, child)
    return box


def branch(parent: Box, child: Box) -> Route:
    """The line of an outline: down from the parent's mark, then across to the child's."""
    return Route(
        ((parent.x, parent.y + parent.radius), (parent.x, child.y), (child.x - child.radius, child.y)), tree=True
    )
