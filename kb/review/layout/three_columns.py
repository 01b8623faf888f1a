"""Scholars left, concepts in the middle, studies right; the lines of one word to one concept share their last stretch."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.model.concept_map import Box, Caption, ConceptMap, Edge, Node, PlacedMap, Rect, Route
from kb.model.lettering import LINE, balanced, text_width
from kb.review.layout.outline import GRID, RADIUS, SMALL

PAGE, SCREEN = 590.0, 900.0
_MARGIN, _GAP, _ROW_GAP, _BLOCK_GAP, _TURN = 10.0, 5.0, 6.0, 16.0, 16.0
_CONCEPT_ROOM, _SIDE_ROOM, _WORD_ROOM, _WORD_GAP = 120.0, 112.0, 92.0, 8.0
_STEP = SMALL * LINE
"""Height of one line of words."""


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Lines of one word that meet at one side of one concept; `words` are that word in lines."""

    concept: str
    words: tuple[str, ...]
    left: bool
    edges: tuple[int, ...]

    @property
    def width(self) -> float:
        return max(text_width(line, SMALL) for line in self.words)

    @property
    def height(self) -> float:
        return len(self.words) * _STEP + 4


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where the columns stand: the marks of both sides, the middle, and how wide a side's words may be."""

    width: float

    @property
    def room(self) -> float:
        return _SIDE_ROOM + (self.width - PAGE) / 5

    def mark(self, left: bool) -> float:
        at = _MARGIN + self.room + _GAP + RADIUS["study"]
        return at if left else self.width - at


def place_three_columns(map: ConceptMap, wide: bool = False) -> PlacedMap:
    """The map in three columns: whoever speaks of one concept stands beside it; nothing depends on chance."""
    sheet = _Sheet(SCREEN if wide else PAGE)
    bundles = _bundles(map)
    concepts = _ordered([node for node in map.nodes if node.kind == "concept"], map.edges)
    homes = _homes(map, concepts)
    boxes: dict[str, Box] = {}
    at = float(GRID)
    for concept in concepts:
        sides = {left: _beside(map, homes, concept, left) for left in (True, False)}
        own = _above(concept, bundles), _under(concept)
        needs = [sum(own), *(_needed(nodes, sheet.room) for nodes in sides.values())]
        block = max(needs)
        boxes[concept.id] = _below(concept, sheet.width / 2, at + (block - sum(own)) / 2 + own[0])
        for left, nodes in sides.items():
            boxes |= _stacked(nodes, sheet, at + (block - _needed(nodes, sheet.room)) / 2, left)
        at += block + _BLOCK_GAP
    height = max((box.body.bottom for box in boxes.values()), default=0.0)
    routes = _routes(map, boxes, bundles)
    return PlacedMap(map, boxes, routes, sheet.width, math.ceil(height / GRID) * GRID + GRID)


def _bundles(map: ConceptMap) -> list[_Bundle]:
    left = {node.id for node in map.nodes if node.kind == "person"}
    found: dict[tuple[str, str, bool], list[int]] = {}
    for number, edge in enumerate(map.edges):
        found.setdefault((edge.target, edge.label, edge.source in left), []).append(number)
    return [
        _Bundle(concept, balanced(word, SMALL, _WORD_ROOM), side, tuple(numbers))
        for (concept, word, side), numbers in found.items()
    ]


def _ordered(concepts: Sequence[Node], edges: Sequence[Edge]) -> list[Node]:
    """Those that share scholars or studies stand together; the one with the most lines leads."""
    sources = {node.id: {edge.source for edge in edges if edge.target == node.id} for node in concepts}
    rest = list(concepts)
    order: list[Node] = []
    while rest:
        last = sources[order[-1].id] if order else set()
        best = max(rest, key=lambda node: (len(sources[node.id] & last), len(sources[node.id]), -rest.index(node)))
        order.append(best)
        rest.remove(best)
    return order


def _homes(map: ConceptMap, concepts: Sequence[Node]) -> dict[str, str]:
    """Beside which concept each scholar and study stands: the one that most of its lines lead to."""
    rank = {concept.id: place for place, concept in enumerate(concepts)}
    lines: dict[str, dict[str, int]] = {}
    for edge in map.edges:
        counted = lines.setdefault(edge.source, {})
        counted[edge.target] = counted.get(edge.target, 0) + 1
    return {source: max(counted, key=lambda each: (counted[each], -rank[each])) for source, counted in lines.items()}


def _beside(map: ConceptMap, homes: Mapping[str, str], concept: Node, left: bool) -> list[Node]:
    kinds = ("person",) if left else ("focal", "study")
    return [node for node in map.nodes if node.kind in kinds and homes.get(node.id) == concept.id]


def _lines(node: Node, room: float) -> tuple[str, ...]:
    return balanced(node.label, SMALL, room, node.main and node.kind == "concept")


def _needed(nodes: Sequence[Node], room: float) -> float:
    return sum(_height(node, room) + _ROW_GAP for node in nodes) - (_ROW_GAP if nodes else 0)


def _height(node: Node, room: float) -> float:
    return max(2 * _radius(node), len(_lines(node, room)) * _STEP)


def _radius(node: Node) -> float:
    return 10.0 if node.kind == "focal" else RADIUS[node.kind]


def _above(node: Node, bundles: Iterable[_Bundle]) -> float:
    """The room over the middle of a concept's mark, where the words of its lines stand one above the other."""
    heights = [RADIUS["concept"]]
    for left in (True, False):
        own = [each.height for each in bundles if each.concept == node.id and each.left is left]
        heights.append(sum(own) - _low(min(own)) if own else 0.0)
    return max(heights)


def _low(height: float) -> float:
    """How far the lowest word may reach below the middle of a mark: not down to the concept's own words."""
    return min(height / 2, RADIUS["concept"] + _GAP - 3)


def _under(node: Node) -> float:
    return RADIUS["concept"] + _GAP + len(_lines(node, _CONCEPT_ROOM)) * _STEP


def _below(node: Node, x: float, y: float) -> Box:
    lines = _lines(node, _CONCEPT_ROOM)
    half = max(text_width(line, SMALL, node.main) for line in lines) / 2
    top = y + RADIUS["concept"] + _GAP
    label = Rect(x - half, top, x + half, top + len(lines) * _STEP)
    return Box(x, y, RADIUS["concept"], "below", lines, label, SMALL, node.main)


def _stacked(nodes: Sequence[Node], sheet: _Sheet, top: float, left: bool) -> dict[str, Box]:
    """Marks one below the other with their words on the outer side."""
    boxes: dict[str, Box] = {}
    x = sheet.mark(left)
    for node in nodes:
        lines, radius, height = _lines(node, sheet.room), _radius(node), _height(node, sheet.room)
        wide, high = max(text_width(line, SMALL) for line in lines), len(lines) * _STEP
        y = top + height / 2
        near = x - radius - _GAP if left else x + radius + _GAP
        label = Rect(near - wide if left else near, y - high / 2, near if left else near + wide, y + high / 2)
        boxes[node.id] = Box(x, y, radius, "left" if left else "right", lines, label, SMALL)
        top += height + _ROW_GAP
    return boxes


def _routes(map: ConceptMap, boxes: Mapping[str, Box], bundles: Sequence[_Bundle]) -> tuple[Route, ...]:
    found: dict[int, Route] = {}
    for left in (True, False):
        reach = max((each.width for each in bundles if each.left is left), default=0.0)
        for concept in dict.fromkeys(bundle.concept for bundle in bundles):
            own = [bundle for bundle in bundles if bundle.concept == concept and bundle.left is left]
            own.sort(key=lambda each: sum(boxes[map.edges[n].source].y for n in each.edges) / len(each.edges))
            y = boxes[concept].y + (_low(own[-1].height) if own else 0)
            for bundle in reversed(own):
                found |= _bundle_routes(map, boxes, bundle, y - bundle.height / 2, reach)
                y -= bundle.height
    return tuple(found[number] for number in range(len(map.edges)))


def _bundle_routes(
    map: ConceptMap, boxes: Mapping[str, Box], bundle: _Bundle, y: float, reach: float
) -> dict[int, Route]:
    """From each mark to one place before the word, and from there together to the concept."""
    box, way = boxes[bundle.concept], -1.0 if bundle.left else 1.0
    inner = box.x + way * (box.radius + _TURN)
    far = inner + way * (reach + _WORD_GAP)
    middle, half, high = (inner + far) / 2, bundle.width / 2 + 2, len(bundle.words) * _STEP / 2
    caption = Caption(bundle.words, Rect(middle - half, y - high, middle + half, y + high), SMALL)
    shared = ((far, y), (inner, y), (box.x + way * (box.radius + 2), box.y))
    routes: dict[int, Route] = {}
    for number in bundle.edges:
        start = boxes[map.edges[number].source]
        begin = (start.x - way * (start.radius + 2), start.y)
        leader = number == bundle.edges[0]
        routes[number] = Route((begin, *shared), caption if leader else None, shared_end=not leader)
    return routes
