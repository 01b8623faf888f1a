"""Everything at once: a seeded spring layout, then labels pushed apart. The only place that needs networkx."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from kb.model.concept_map import Box, Caption, ConceptMap, Edge, Node, PlacedMap, Rect, Route
from kb.model.lettering import LINE, text_width
from kb.review.layout.outline import SMALL, branch_numbers
from kb.review.layout.routes import straight
from kb.review.layout.separation import separated
from kb.review.layout.stack import below

ROOM, MAIN_ROOM, SPACING, RING, MARGIN = 110.0, 220.0, 105.0, 60.0, 20.0
ASPECT = 1.5
PULL = 0.35
_MIDDLE = ("the middle",)
SPRING_LIMIT = 450
"""networkx asks for scipy from 500 nodes on; larger cores are laid on a spiral."""

Spot = tuple[float, float]


def place_explore(map: ConceptMap, previous: PlacedMap | None = None) -> PlacedMap:
    """All nodes of the map; what stood in `previous` stays exactly where it was, relative to the others."""
    held = {id: (box.x, box.y) for id, box in previous.boxes.items()} if previous else {}
    held = {node.id: held[node.id] for node in map.nodes if node.id in held}
    spots = _spots(map, held)
    boxes = {node.id: below(node, *spots[node.id], MAIN_ROOM if node.kind == "focal" else ROOM) for node in map.nodes}
    boxes = _shifted(separated(boxes, frozenset(held)), bool(held))
    routes = _captioned(map, boxes, [straight(boxes[edge.source], boxes[edge.target]) for edge in map.edges])
    width = max((box.body.right for box in boxes.values()), default=200.0) + MARGIN
    height = max((box.body.bottom for box in boxes.values()), default=100.0) + MARGIN
    return PlacedMap(map, boxes, routes, math.ceil(width), math.ceil(height))


def _spots(map: ConceptMap, held: Mapping[str, Spot]) -> dict[str, Spot]:
    """The core by springs (or on a spiral), nodes with one neighbour around it; whole px, as machines round apart."""
    near = _neighbours(map)
    core = [node for node in map.nodes if len(near[node.id]) != 1 or node.id in held]
    core = core or list(map.nodes)
    inside = {node.id for node in core}
    edges = [e for e in map.edges if e.source in inside and e.target in inside]
    spots = _sprung(core, edges, held) if len(core) < SPRING_LIMIT else _spiral(core, held)
    leaves: dict[str, list[Node]] = {}
    for node in map.nodes:
        if node.id not in inside:
            leaves.setdefault(near[node.id][0], []).append(node)
    for hub, around in leaves.items():
        x, y = spots.get(hub, (0.0, 0.0))
        for number, node in enumerate(around):
            angle, far = number * 2.399963, RING * (1 + 0.35 * math.sqrt(number))
            spots[node.id] = (round(x + far * math.cos(angle)), round(y + far * math.sin(angle)))
    return spots


def _neighbours(map: ConceptMap) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {node.id: [] for node in map.nodes}
    for edge in map.edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            if there not in near[here] and there != here:
                near[here].append(there)
    return near


def _sprung(core: list[Node], edges: list[Edge], held: Mapping[str, Spot]) -> dict[str, Spot]:
    """Springs between joined nodes and, so that parts do not drift apart, a weak one from each to a common middle."""
    import networkx

    side = SPACING * math.sqrt(len(core))
    fixed = [node.id for node in core if node.id in held]
    if len(fixed) == len(core):
        return dict(held)
    graph = networkx.Graph()
    graph.add_nodes_from(node.id for node in core)
    graph.add_weighted_edges_from((_MIDDLE, node.id, PULL) for node in core)
    graph.add_weighted_edges_from((edge.source, edge.target, 1.0) for edge in edges)
    start = {id: (x / side, y / side) for id, (x, y) in _started(core, held, side).items()}
    found = networkx.spring_layout(
        graph, pos=start, fixed=fixed or None, seed=7, iterations=80, scale=None, k=1 / math.sqrt(len(core))
    )
    stretch = 1.0 if held else ASPECT
    return {
        node.id: held.get(node.id, (round(float(x) * side * stretch), round(float(y) * side)))
        for node, (x, y) in ((node, found[node.id]) for node in core)
    }


def _started(core: list[Node], held: Mapping[str, Spot], side: float) -> dict[str, Spot]:
    """A circle in the map's order; with `held` what is new starts in the middle of the rest."""
    if held:
        middle = (sum(x for x, _ in held.values()) / len(held), sum(y for _, y in held.values()) / len(held))
        return {node.id: held.get(node.id, (middle[0] + n, middle[1] + n)) for n, node in enumerate(core)}
    return {
        node.id: (
            side / 2 * (1 + math.cos(n * math.tau / len(core))),
            side / 2 * (1 + math.sin(n * math.tau / len(core))),
        )
        for n, node in enumerate(core)
    }


def _spiral(core: list[Node], held: Mapping[str, Spot]) -> dict[str, Spot]:
    return {
        node.id: held.get(
            node.id,
            (
                round(SPACING * math.sqrt(n) * ASPECT * math.cos(n * 2.399963)),
                round(SPACING * math.sqrt(n) * math.sin(n * 2.399963)),
            ),
        )
        for n, node in enumerate(core)
    }


def _shifted(boxes: dict[str, Box], held: bool) -> dict[str, Box]:
    """The upper left corner at the margin; a map that keeps what stood moves only where something lies outside."""
    left = min((box.body.left for box in boxes.values()), default=MARGIN) - MARGIN
    top = min((box.body.top for box in boxes.values()), default=MARGIN) - MARGIN
    if held:
        left, top = min(left, 0.0), min(top, 0.0)
    left, top = math.floor(left), math.floor(top)
    return {id: _at(box, box.x - left, box.y - top) for id, box in boxes.items()}


def _at(box: Box, x: float, y: float) -> Box:
    dx, dy = x - box.x, y - box.y
    label = Rect(box.label.left + dx, box.label.top + dy, box.label.right + dx, box.label.bottom + dy)
    return replace(box, x=x, y=y, label=label)


def _captioned(map: ConceptMap, boxes: Mapping[str, Box], routes: list[Route]) -> tuple[Route, ...]:
    """Words where they cover nothing; the others are shown with the node that is chosen."""
    branches = branch_numbers(map)
    taken = [rect for box in boxes.values() for rect in (box.mark, box.label)]
    found = []
    for number, (edge, route) in enumerate(zip(map.edges, routes, strict=True)):
        place = None if number in branches or not edge.label.strip() else _free_place(edge.label, route, taken)
        if place:
            taken.append(place)
        caption = Caption((edge.label,), place, SMALL) if place else None
        found.append(replace(route, caption=caption, tree=number in branches, quiet=False))
    return tuple(found)


def _free_place(label: str, route: Route, taken: list[Rect]) -> Rect | None:
    (x, y), (to_x, to_y) = route.points
    half, high = text_width(label, SMALL) / 2 + 2, SMALL * LINE / 2
    for share in (0.5, 0.4, 0.6, 0.3, 0.7):
        at_x, at_y = x + (to_x - x) * share, y + (to_y - y) * share
        place = Rect(at_x - half, at_y - high, at_x + half, at_y + high)
        if not any(place.meets(rect, 1.5) for rect in taken):
            return place
    return None
