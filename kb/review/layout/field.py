"""The grid that lines are led on: what is blocked, what other lines already use, and the cheapest way across."""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.model.concept_map import Box, Rect
from kb.model.lettering import LINE, text_width

GRID = 5
"""Distance in px between the points that lines are led on."""
CLEAR = 4.0
"""How far, in px, lines stay away from marks and words."""
STUB = 11.0
"""How long, in px, a line at least runs straight before it touches a node: an arrowhead and half a bend."""
NEAR = 12.0
STEP, BEND, CROSS, SHARE, TOUCH, CLOSE, BESIDE = 1.0, 4.0, 6.0, 60.0, 16.0, 0.3, 1.5
"""Prices in steps of the grid: going on, bending, crossing, running on another line, meeting its bend, passing close to
what is written, running beside another line."""

Point = tuple[int, int]
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1))


@dataclass(frozen=True, slots=True)
class Port:
    """Where a line may leave a node: the free point on the grid, and where it touches the mark or the words."""

    point: Point
    touch: tuple[float, float]
    price: float


class Field:
    """The free points of a canvas with the lines led so far."""

    def __init__(self, boxes: Mapping[str, Box], width: float, height: float, listed: Collection[Box] = ()) -> None:
        self.listed = list(listed)
        self.columns = range(GRID, int(width) - GRID + 1, GRID)
        self.rows = range(GRID, int(height) - GRID + 1, GRID)
        self.blocked: set[Point] = set()
        self.close: set[Point] = set()
        self.stretches: set[tuple[Point, Point]] = set()
        self.across: set[Point] = set()
        self.along: set[Point] = set()
        self.bends: set[Point] = set()
        self.beside_across: set[Point] = set()
        self.beside_along: set[Point] = set()
        for box in boxes.values():
            self.blocked.update(self.within(box.body.grown(CLEAR)))
            self.close.update(self.within(box.body.grown(NEAR)))

    def within(self, rect: Rect) -> list[Point]:
        """The points strictly inside a rectangle."""
        xs = range(math.floor(rect.left / GRID) * GRID + GRID, math.ceil(rect.right / GRID) * GRID, GRID)
        ys = range(math.floor(rect.top / GRID) * GRID + GRID, math.ceil(rect.bottom / GRID) * GRID, GRID)
        return [(x, y) for x in xs for y in ys]

    def free(self, point: Point) -> bool:
        """Whether a line may pass here."""
        return point[0] in self.columns and point[1] in self.rows and point not in self.blocked

    def used(self, point: Point) -> bool:
        """Whether another line passes here."""
        return point in self.across or point in self.along

    def crowded(self, point: Point) -> float:
        """The price of a port that another line uses or passes close by."""
        if self.used(point):
            return SHARE
        return TOUCH / 2 if point in self.beside_across or point in self.beside_along else 0.0

    def occupy(self, points: Sequence[tuple[float, float]]) -> None:
        """Note a line, so that later ones neither run on it nor meet its bends."""
        for (x, y), (to_x, to_y) in pairwise(points):
            dots = _dots(x, y, to_x, to_y)
            (self.across if y == to_y else self.along).update(dots)
            beside = self.beside_across if y == to_y else self.beside_along
            beside.update(_moved(dots, y == to_y))
            self.stretches.update((a, b) for a, b in pairwise(dots))
            self.bends.update(dots[:1] + dots[-1:])

    def way(self, starts: Mapping[Point, float], goals: Mapping[Point, float]) -> list[Point] | None:
        """The cheapest way from one of the starts to one of the goals, both with their own price."""
        if not starts or not goals:
            return None
        xs, ys = [p[0] for p in goals], [p[1] for p in goals]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)

        def ahead(point: Point) -> float:
            dx = max(left - point[0], point[0] - right, 0)
            dy = max(top - point[1], point[1] - bottom, 0)
            return (dx + dy) / GRID

        queue = [(price + ahead(point), price, point, -1, point) for point, price in sorted(starts.items())]
        heapq.heapify(queue)
        came: dict[tuple[Point, int], tuple[Point, int]] = {}
        done: set[tuple[Point, int]] = set()
        best: dict[tuple[Point, int], float] = {}
        while queue:
            _, price, point, heading, goal = heapq.heappop(queue)
            state = (point, heading)
            if heading == 4:
                return _traced(came, state)
            if state in done:
                continue
            done.add(state)
            if point in goals:
                end = (goal, 4)
                total = price + goals[point]
                if total < best.get(end, math.inf):
                    best[end] = total
                    came[end] = state
                    heapq.heappush(queue, (total, total, point, 4, point))
            for turn, (dx, dy) in enumerate(_WAYS):
                following = (point[0] + dx * GRID, point[1] + dy * GRID)
                if not self.free(following) or (heading >= 0 and turn == heading ^ 1):
                    continue
                cost = price + self._price(point, following, heading, turn)
                key = (following, turn)
                if key not in done and cost < best.get(key, math.inf):
                    best[key] = cost
                    came[key] = state
                    heapq.heappush(queue, (cost + ahead(following), cost, following, turn, following))
        return None

    def _price(self, point: Point, following: Point, heading: int, turn: int) -> float:
        price = STEP
        if heading >= 0 and heading != turn:
            price += BEND
            if self.used(point):
                price += TOUCH
        if (point, following) in self.stretches or (following, point) in self.stretches:
            price += SHARE
        if following in self.bends:
            price += TOUCH
        elif following in (self.along if turn < 2 else self.across):
            price += CROSS
        if following in (self.beside_across if turn < 2 else self.beside_along):
            price += BESIDE
        if following in self.close:
            price += CLOSE
        return price


def _traced(came: dict[tuple[Point, int], tuple[Point, int]], state: tuple[Point, int]) -> list[Point]:
    way: list[Point] = []
    while state in came:
        state = came[state]
        way.append(state[0])
    return way[::-1]


def _dots(x: float, y: float, to_x: float, to_y: float) -> list[Point]:
    """The points of the grid on a straight upright or level stretch."""
    if y == to_y:
        low, high = sorted((x, to_x))
        return [(c, round(y)) for c in range(math.ceil(low / GRID) * GRID, int(high) + 1, GRID)]
    low, high = sorted((y, to_y))
    return [(round(x), r) for r in range(math.ceil(low / GRID) * GRID, int(high) + 1, GRID)]


def _moved(dots: list[Point], level: bool) -> list[Point]:
    """The neighbours of a line's points on both sides."""
    return [(x, y + by) if level else (x + by, y) for x, y in dots for by in (-GRID, GRID)]


def ports(box: Box, area: Field) -> list[Port]:
    """The free ports of a node on all four sides; beside the mark and on its own height are the best.

    What is listed in an outline has its branch on the mark's side and no port there.
    """
    body = box.body
    left = math.floor((body.left - STUB) / GRID) * GRID
    right = math.ceil((body.right + STUB) / GRID) * GRID
    top = math.floor((body.top - STUB) / GRID) * GRID
    bottom = math.ceil((body.bottom + STUB) / GRID) * GRID
    y = round(box.y)
    found: list[Port] = []
    for row in _rows(box):
        from_x, to_x = _extent(box, row)
        price = abs(row - y) / GRID * 3 + (4 if box.side == "below" else 0)
        found += [Port((left, row), (from_x - 1, row), price), Port((right, row), (to_x + 1, row), price)]
    for column in _columns(box):
        at_mark = abs(column - box.x) < GRID / 2
        price = 1.0 if at_mark else 6.0
        upper = box.mark if at_mark else box.label
        lower = box.label if box.side == "below" else upper
        if at_mark or box.side != "below":
            found.append(Port((column, top), (column, upper.top - 1), price))
        found.append(Port((column, bottom), (column, lower.bottom + 1), price))
    taken = {"right": left, "left": right}.get(box.side) if box in area.listed else None
    return [
        Port(port.point, port.touch, port.price + area.crowded(port.point))
        for port in found
        if area.free(port.point) and port.point[0] != taken
    ]


def _rows(box: Box) -> list[int]:
    """The heights of ports at the sides: the mark's own, and those of the words where they are beside it."""
    own = round(box.y / GRID) * GRID
    if box.side == "below":
        return [own]
    first = math.ceil((box.label.top + 2) / GRID) * GRID
    return sorted({own, *range(first, int(box.label.bottom - 2) + 1, GRID)})


def _columns(box: Box) -> list[int]:
    own = round(box.x / GRID) * GRID
    first = math.ceil((box.label.left + 8) / GRID) * GRID
    return sorted({own, *range(first, int(box.label.right - 8) + 1, GRID)})


def _extent(box: Box, row: float) -> tuple[float, float]:
    """Where mark and words begin and end on this height, an arrowhead's breadth included."""
    ends = [box.mark.left, box.mark.right] if abs(row - box.y) < box.radius or box.side == "below" else []
    for number, line in enumerate(box.lines if box.side != "below" else ()):
        top = box.label.top + number * box.font * LINE
        if top - 3 < row < top + box.font * LINE + 3:
            width = text_width(line, box.font, box.bold)
            from_x = box.label.left if box.side == "right" else box.label.right - width
            ends += [from_x - 2, from_x + width + 2]
    return min(ends), max(ends)
