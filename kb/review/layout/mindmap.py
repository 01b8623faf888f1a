"""The mind map: one concept in the middle, definitions and studies left, typologies and members right, neighbours below."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass

from kb.model.concept_map import Box, ConceptMap, PlacedMap, Route
from kb.review.layout.columns import Columns, columns_for, width_for
from kb.review.layout.neighbours import set_neighbours
from kb.review.layout.outline import GRID, Outline, Setting, outlines, set_outline
from kb.review.layout.overview import with_lines
from kb.review.layout.stack import below, moved, stacked_left, stacked_right

PAGE_WIDTH, NARROW_WIDTH, SCREEN_WIDTH = 590, 680, 940
TOP, LIFT, LANE_GAP = 10.0, 60.0, 30.0
SLOT = 145.0
"""Room of one neighbour in a row below the tree."""

_TO_THE_LEFT = ("definition", "person", "study", "focal")


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands on which side of the concept in the middle, and what is not of its tree."""

    root: Outline
    left: tuple[Outline, ...]
    right: tuple[Outline, ...]
    others: tuple[Outline, ...]


def place_mindmap(map: ConceptMap, wide: bool = False) -> PlacedMap:
    """The tree around `map.centre`; labels get the width they need as far as the sheet allows, and wrap there."""
    tree = _tree(map)
    sides = tree.root.node, tree.left, tree.right
    columns = columns_for(*sides, width_for(*sides, NARROW_WIDTH, SCREEN_WIDTH) if wide else PAGE_WIDTH)
    left, right = stacked_left(tree.left, columns), stacked_right(tree.right, columns)
    centre = below(tree.root.node, columns.centre, 0, columns.centre_room)
    middle = _snap(max(_height(left) / 2, _height(right) / 2, centre.radius))
    boxes = {tree.root.node.id: moved(centre, TOP + middle)}
    for side in (left, right):
        shift = TOP + _snap(middle - _height(side) / 2)
        boxes.update({id: moved(box, shift) for id, box in side.items()})
    setting = Setting(boxes=boxes, bottom=max(box.body.bottom for box in boxes.values()))
    _join(tree, columns, setting)
    near = _lines_to(map, tree)
    beside_it = [outline for outline in tree.others if outline.node.id in near and not outline.parts]
    if beside_it:
        set_neighbours(beside_it, near, map.edges, boxes[tree.root.node.id], columns.width, setting)
    _set_further([outline for outline in tree.others if outline not in beside_it], columns, setting)
    quiet = _quiet(map, tree, setting.branches)
    return with_lines(map, setting.boxes, setting.branches, columns.width, _snap(setting.bottom) + GRID, quiet)


def _lines_to(map: ConceptMap, tree: Tree) -> dict[str, list[int]]:
    """For each concept outside the tree the numbers of its edges with the middle."""
    outside = {outline.node.id for outline in tree.others}
    found: dict[str, list[int]] = {}
    for number, edge in enumerate(map.edges):
        ends = (edge.source, edge.target)
        for here, there in (ends, ends[::-1]):
            if here == tree.root.node.id and there in outside:
                found.setdefault(there, []).append(number)
    return found


def _tree(map: ConceptMap) -> Tree:
    found = outlines(map)
    wanted = map.centre or next((node.id for node in map.nodes if node.kind == "concept"), map.nodes[0].id)
    root = next(outline for outline in found if wanted in outline.ids())
    joined = _joined(map, root.node.id)
    side = [part for part in root.parts if part.node.kind in _TO_THE_LEFT]
    side += [
        Outline(outline.node, joined.get(outline.node.id), outline.parts)
        for outline in found
        if outline.node.kind in _TO_THE_LEFT and (outline.node.id in joined or outline.node.kind in ("study", "focal"))
    ]
    beside = {id for outline in (root, *side) for id in outline.ids()}
    right = tuple(part for part in root.parts if part not in side)
    return Tree(root, tuple(side), right, tuple(o for o in found if o.node.id not in beside))


def _joined(map: ConceptMap, centre: str) -> dict[str, int]:
    """For each neighbour of the centre the number of the edge that joins it: the first, rather not a dashed one."""
    numbered = [(n, e) for n, e in enumerate(map.edges) if centre in (e.source, e.target)]
    ordered = sorted(numbered, key=lambda pair: (not pair[1].dashed, -pair[0]))
    return {edge.target if edge.source == centre else edge.source: number for number, edge in ordered}


def _quiet(map: ConceptMap, tree: Tree, branches: Container[int]) -> frozenset[int]:
    """The edges that a mind map does not draw: those between nodes that the tree or a nearer edge already joins.

    Neighbours are joined to the centre, what is further away to whatever nearer it has an edge to.
    """
    centre = tree.root.node.id
    reached = set(tree.root.ids())
    reached |= {id for part in tree.left if part.edge in branches for id in part.ids()}
    shown: set[int] = set()
    while True:
        joins: dict[str, list[int]] = {}
        for number, edge in enumerate(map.edges):
            for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
                if here not in reached and there in reached:
                    joins.setdefault(here, []).append(number)
        if not joins:
            break
        for numbers in joins.values():
            direct = [number for number in numbers if centre in (map.edges[number].source, map.edges[number].target)]
            shown.update(direct or numbers)
        reached.update(joins)
    return frozenset(
        number
        for number, edge in enumerate(map.edges)
        if number not in branches and number not in shown and {edge.source, edge.target} <= reached
    )


def _snap(value: float) -> float:
    return math.ceil(value / GRID) * GRID


def _height(boxes: dict[str, Box]) -> float:
    return max((box.body.bottom for box in boxes.values()), default=0.0)


def _join(tree: Tree, columns: Columns, into: Setting) -> None:
    """Branches from the middle to both sides, and from what stands there to its own parts."""
    centre = into.boxes[tree.root.node.id]
    for part in tree.left:
        _branch(part, centre.mark.left, centre.y, columns.left_trunk, into)
        _hang(part, into)
    for part in tree.right:
        _branch(part, centre.mark.right, centre.y, columns.right_trunk, into)
        box = into.boxes[part.node.id]
        for member in part.parts:
            _branch(member, box.label.right + 4, box.y, columns.second_trunk, into)


def _branch(part: Outline, x: float, y: float, trunk: float, into: Setting) -> None:
    box = into.boxes[part.node.id]
    end = box.mark.left if box.side == "right" else box.mark.right
    points = ((x, y), (trunk, y), (trunk, box.y), (end, box.y)) if y != box.y else ((x, y), (end, y))
    if part.edge is not None:
        into.branches[part.edge] = Route(points, tree=True)


def _hang(part: Outline, into: Setting) -> None:
    box = into.boxes[part.node.id]
    for child in part.parts:
        end = into.boxes[child.node.id]
        if child.edge is not None:
            into.branches[child.edge] = Route(
                ((box.x, box.mark.bottom), (box.x, end.y), (end.mark.right, end.y)), tree=True
            )


def _set_further(others: Sequence[Outline], columns: Columns, into: Setting) -> None:
    """What is further away in rows below, what has an outline of its own in lanes under these."""
    single = [outline for outline in others if not outline.parts]
    per_row = max(int((columns.width - 2 * GRID) // SLOT), 1)
    for start in range(0, len(single), per_row):
        _set_row(single[start : start + per_row], columns, into)
    lanes = max(int(columns.width // 290), 1)
    width = (columns.width - 2 * GRID - (lanes - 1) * 2 * LANE_GAP) / lanes
    listed = [outline for outline in others if outline.parts]
    for start in range(0, len(listed), lanes):
        top, lowest = _snap(into.bottom + LIFT), into.bottom
        for lane, outline in enumerate(listed[start : start + lanes]):
            set_outline(outline, _snap(GRID + lane * (width + 2 * LANE_GAP)), top, width, into)
            lowest = max(lowest, into.bottom)
        into.bottom = lowest


def _set_row(row: Sequence[Outline], columns: Columns, into: Setting) -> None:
    slot = (columns.width - 2 * GRID) / len(row)
    y = _snap(into.bottom + LIFT)
    for number, outline in enumerate(row):
        x = columns.centre if len(row) == 1 else _snap(GRID + (number + 0.5) * slot)
        into.boxes[outline.node.id] = below(outline.node, x, y, min(slot - 2 * GRID, SLOT))
    into.bottom = max(into.boxes[outline.node.id].body.bottom for outline in row)
