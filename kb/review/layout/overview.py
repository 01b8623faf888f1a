"""The overview: this study on top, below it lanes of outlines, lines led around everything that is written."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kb.model.concept_map import Box, ConceptMap, PlacedMap, Route
from kb.review.layout.captions import with_captions
from kb.review.layout.lanes import Item, Lanes, Task, arranged
from kb.review.layout.outline import GRID, INDENT, Outline, Setting, box_beside, lines_at, outlines, set_outline
from kb.review.layout.routes import routed, straight


@dataclass(frozen=True, slots=True)
class Sheet:
    """A canvas: its width, how many lanes, the room left for lines beside, between and under outlines, and how much
    shortness counts."""

    width: int
    lanes: int
    side: int
    gutter: int
    gap: int
    tall: float

    @property
    def lane_width(self) -> float:
        """The room of one lane."""
        return (self.width - 2 * self.side - (self.lanes - 1) * self.gutter) / self.lanes

    def left(self, lane: int) -> float:
        """Where a lane begins, on the grid."""
        return round((self.side + lane * (self.lane_width + self.gutter)) / GRID) * GRID


PAGE = Sheet(590, 2, 40, 90, 30, 2.5)
"""At 590 px across 14 cm, 12 px print as 8.07 pt."""
SCREEN = Sheet(1000, 3, 40, 105, 30, 7.0)


def place_overview(map: ConceptMap, sheet: Sheet, previous: PlacedMap | None = None) -> PlacedMap:
    """The map on this sheet; what stood in `previous` keeps its lane and order."""
    setting = Setting(lines_at(map))
    top = _set_heading(map, sheet, setting)
    items = _items(map)
    lanes = _lanes(map, items, sheet, previous)
    bottom = top
    for lane, column in enumerate(lanes):
        bottom = max(bottom, _set_lane(sheet, lane, top, [items[n] for n in column], setting))
    height = math.ceil(bottom / GRID) * GRID + 2 * GRID
    return with_lines(map, setting.boxes, setting.branches, sheet.width, height)


def with_lines(
    map: ConceptMap,
    boxes: dict[str, Box],
    branches: dict[int, Route],
    width: float,
    height: float,
    quiet: frozenset[int] = frozenset(),
) -> PlacedMap:
    """The placed nodes joined: branches as they are, every other edge led around marks and labels, then captions.

    The edges in `quiet` get a straight line that is not drawn until one of their nodes is chosen.
    """
    loud = [number for number in range(len(map.edges)) if number not in quiet]
    edges = [map.edges[number] for number in loud]
    kept = {place: branches[number] for place, number in enumerate(loud) if number in branches}
    routes = with_captions(edges, boxes, routed(edges, boxes, kept, width, height), width, height)
    found = dict(zip(loud, routes, strict=True))
    found |= {n: straight(boxes[map.edges[n].source], boxes[map.edges[n].target]) for n in quiet}
    return PlacedMap(map, boxes, tuple(found[number] for number in range(len(map.edges))), width, height)


def _set_heading(map: ConceptMap, sheet: Sheet, setting: Setting) -> float:
    """This study across the top; the result is where the lanes begin."""
    top = 0.5 * GRID
    for outline in outlines(map):
        if outline.node.kind == "focal":
            box = box_beside(outline.node, sheet.left(0) + INDENT, top, sheet.width - 2 * sheet.side - INDENT)
            setting.boxes[outline.node.id] = box
            top = box.body.bottom + sheet.gap + GRID
    return math.ceil(top / GRID) * GRID


def _items(map: ConceptMap) -> list[tuple[Outline, ...]]:
    """What stands together: prior studies as one list, every other outline alone."""
    found = [outline for outline in outlines(map) if outline.node.kind != "focal"]
    studies = _beside_what_they_name(map, [outline for outline in found if outline.node.kind == "study"])
    others = [(outline,) for outline in found if outline.node.kind != "study"]
    return [studies, *others] if studies else [*others]


def _beside_what_they_name(map: ConceptMap, studies: list[Outline]) -> tuple[Outline, ...]:
    """Studies in the order of what they are joined to, so that their lines cross as little as can be."""
    order = {node.id: number for number, node in enumerate(map.nodes)}

    def middle(study: Outline) -> float:
        ends = [edge.target for edge in map.edges if edge.source == study.node.id]
        return sum(order[end] for end in ends) / len(ends) if ends else len(order)

    return tuple(sorted(studies, key=middle))


def _lanes(map: ConceptMap, items: list[tuple[Outline, ...]], sheet: Sheet, previous: PlacedMap | None) -> Lanes:
    heads = _heads(map, items)
    links = [(edge.source, edge.target, _weight(edge.stated, edge.dashed)) for edge in map.edges]
    busy = lines_at(map)
    measured = [_measured(item, sheet, heads.get(number), busy) for number, item in enumerate(items)]
    task = Task(measured, links, sheet.lanes, sheet.gap, sheet.lane_width, sheet.tall)
    return arranged(task, _kept(items, sheet, previous) if previous else None)


def _heads(map: ConceptMap, items: list[tuple[Outline, ...]]) -> dict[int, int]:
    """The outline that most studies point into heads the first lane, the list of studies the second."""
    studies = {node.id for node in map.nodes if node.kind == "study"}
    if not studies:
        return {}
    ends = [{e.source, e.target} for e in map.edges]
    counts = [
        sum(bool(pair & studies) and bool(pair & {id for outline in item for id in outline.ids()}) for pair in ends)
        for item in items
    ]
    counts[0] = 0
    most = max(counts)
    return {0: 1, counts.index(most): 0} if most else {0: 1}


def _weight(stated: bool, dashed: bool) -> float:
    return 2.0 if stated else 0.5 if dashed else 1.0


def _measured(item: tuple[Outline, ...], sheet: Sheet, head: int | None, busy: dict[str, int]) -> Item:
    trial = Setting(busy)
    bottom = _set_item(item, 0, 0, sheet, trial)
    return Item(bottom, {id: box.y for id, box in trial.boxes.items()}, head)


def _set_lane(sheet: Sheet, lane: int, top: float, column: list[tuple[Outline, ...]], into: Setting) -> float:
    bottom = top
    for item in column:
        bottom = _set_item(item, sheet.left(lane), top, sheet, into)
        top = math.ceil((bottom + sheet.gap) / GRID) * GRID
    return bottom


def _set_item(item: tuple[Outline, ...], left: float, top: float, sheet: Sheet, into: Setting) -> float:
    for outline in item:
        set_outline(outline, left, top, sheet.lane_width, into)
        top = into.bottom + GRID
    return into.bottom


def _kept(items: list[tuple[Outline, ...]], sheet: Sheet, previous: PlacedMap) -> Lanes:
    lanes: list[list[tuple[float, int]]] = [[] for _ in range(sheet.lanes)]
    for number, item in enumerate(items):
        box = next((previous.boxes[o.node.id] for o in item if o.node.id in previous.boxes), None)
        if box:
            lane = min(range(sheet.lanes), key=lambda n: abs(sheet.left(n) - box.x))
            lanes[lane].append((box.y, number))
    return tuple(tuple(number for _, number in sorted(lane)) for lane in lanes)
