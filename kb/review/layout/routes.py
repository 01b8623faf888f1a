"""Lines led around what is written: shortest ways on a grid, with a price on bends, crossings and shared stretches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kb.model.concept_map import Box, Edge, Route
from kb.review.layout.field import Field, Point, Port, ports

FRESH = 24
"""Steps a second line from a shared node may save by starting anew and not from the first line."""


@dataclass(slots=True)
class Bundle:
    """Edges of one word at one node: their lines may share a stretch that begins at the `hub`."""

    hub: str
    numbers: list[int] = field(default_factory=list)
    toward: dict[Point, Point | None] = field(default_factory=dict)
    """For each point of the shared tree the next one on the way to the hub."""


def routed(
    edges: Sequence[Edge], boxes: dict[str, Box], branches: dict[int, Route], width: float, height: float
) -> tuple[Route, ...]:
    """A route for each edge in the edges' order; `branches` are taken as they are."""
    found: dict[int, Route] = dict(branches)
    area = Field(boxes, width, height, _listed(edges, boxes, branches))
    for branch in branches.values():
        area.occupy(branch.points)
    for bundle in _bundles(edges, boxes, branches):
        _lead(bundle, edges, boxes, area, found)
    return tuple(found[number] for number in range(len(edges)))


def _listed(edges: Sequence[Edge], boxes: dict[str, Box], branches: dict[int, Route]) -> list[Box]:
    """The nodes that a branch ends at."""
    ends = [(boxes[edges[n].source], boxes[edges[n].target], branch.points[-1]) for n, branch in branches.items()]
    return [box for source, target, end in ends for box in (source, target) if end[1] == box.y and box.x != end[0]]


def straight(start: Box, end: Box) -> Route:
    """A line from mark to mark that is not drawn until one of its nodes is chosen."""
    far = math.hypot(end.x - start.x, end.y - start.y) or 1.0
    ux, uy = (end.x - start.x) / far, (end.y - start.y) / far
    first = (round(start.x + ux * (start.radius + 1), 1), round(start.y + uy * (start.radius + 1), 1))
    last = (round(end.x - ux * (end.radius + 2), 1), round(end.y - uy * (end.radius + 2), 1))
    return Route((first, last), quiet=True)


def bundle_key(edge: Edge, hub: str) -> tuple[str, str, bool]:
    """What edges of one bundle have in common."""
    return (hub, edge.label, edge.dashed)


def _bundles(edges: Sequence[Edge], boxes: dict[str, Box], branches: dict[int, Route]) -> list[Bundle]:
    """Each edge in the larger of the bundles of its two ends; the text's own verbs first, short ways before long."""
    sizes: dict[tuple[str, str, str, bool], int] = {}
    free = [number for number in range(len(edges)) if number not in branches]
    for number in free:
        for end, hub in _ends(edges[number]):
            key = (end, *bundle_key(edges[number], hub))
            sizes[key] = sizes.get(key, 0) + 1
    bundles: dict[tuple[str, str, str, bool], Bundle] = {}
    for number in free:
        keys = [(end, *bundle_key(edges[number], hub)) for end, hub in _ends(edges[number])]
        key = max(keys, key=lambda k: sizes[k])
        bundles.setdefault(key, Bundle(key[1])).numbers.append(number)

    def distance(number: int) -> float:
        source, target = boxes[edges[number].source], boxes[edges[number].target]
        return abs(source.x - target.x) + abs(source.y - target.y)

    for bundle in bundles.values():
        bundle.numbers.sort(key=distance)
    return sorted(bundles.values(), key=lambda b: distance(b.numbers[-1]))


def _ends(edge: Edge) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("source", edge.source), ("target", edge.target)


def _lead(bundle: Bundle, edges: Sequence[Edge], boxes: dict[str, Box], area: Field, found: dict[int, Route]) -> None:
    hub_ports = {port.point: port for port in ports(boxes[bundle.hub], area)}
    for number in bundle.numbers:
        edge = edges[number]
        other = edge.target if edge.source == bundle.hub else edge.source
        leaf_ports = {port.point: port for port in ports(boxes[other], area)}
        goals = {point: 0.0 for point in bundle.toward}
        extra = FRESH if goals else 0
        for point, port in hub_ports.items():
            goals.setdefault(point, port.price + extra)
        way = area.way({point: port.price for point, port in leaf_ports.items()}, goals)
        points = _whole(way, bundle, leaf_ports, hub_ports) if way else _straight(boxes[other], boxes[bundle.hub])
        shared_end = edge.target == bundle.hub
        found[number] = Route(tuple(points if shared_end else reversed(points)), shared_end=shared_end)
    for number in bundle.numbers:
        area.occupy(found[number].points)


def _whole(
    way: list[Point], bundle: Bundle, leaf_ports: dict[Point, Port], hub_ports: dict[Point, Port]
) -> list[tuple[float, float]]:
    """From the leaf's edge over the way and the shared stretch to the hub's edge; the tree takes the way in."""
    at: Point | None = way[-1]
    tail: list[Point] = []
    if at in bundle.toward:
        while (at := bundle.toward[at]) is not None:
            tail.append(at)
    else:
        bundle.toward[way[-1]] = None
    for here, following in pairwise(way):
        bundle.toward[here] = following
    points = [leaf_ports[way[0]].touch, *map(_floats, way + tail), hub_ports[(way + tail)[-1]].touch]
    return _corners(points)


def _floats(point: Point) -> tuple[float, float]:
    return float(point[0]), float(point[1])


def _straight(start: Box, end: Box) -> list[tuple[float, float]]:
    """The last resort, where a node is walled in: mark to mark."""
    return [(start.x, start.y), (end.x, end.y)]


def _corners(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Only the points where the line starts, bends and ends."""
    kept = points[:1]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return [*kept, points[-1]]
