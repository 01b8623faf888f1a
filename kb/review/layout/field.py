"""The grid that lines are led on: what is blocked, what other lines already use, and the cheapest way across."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Collection, Mapping, Sequence
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

GREED = 1.3
"""Above 1 a way may cost up to so many times the cheapest, and is found much sooner."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Port:
    """Where a line may leave a node: the free point on the grid, and where it touches the mark or the words."""

    point: Point
    touch: tuple[float, float]
    price: float


class Field:
    """The free points of a canvas with the lines led so far.

    Points are numbered row by row with a blocked border around them; what is known of each is one byte in an array,
    level lines first, upright ones second.
    """

    def __init__(self, boxes: Mapping[str, Box], width: float, height: float, listed: Collection[Box] = ()) -> None:
        self.listed = list(listed)
        self.columns = int(width) // GRID + 1
        self.rows = int(height) // GRID + 1
        size = self.columns * self.rows
        self.blocked, self.close, self.bends = bytearray(size), bytearray(size), bytearray(size)
        self.lines = bytearray(size), bytearray(size)
        self.beside = bytearray(size), bytearray(size)
        self.stretches = bytearray(size), bytearray(size)
        self._mark(self.blocked, [(x * GRID, y * GRID) for x in range(self.columns) for y in (0, self.rows - 1)])
        self._mark(self.blocked, [(x * GRID, y * GRID) for x in (0, self.columns - 1) for y in range(self.rows)])
        for box in boxes.values():
            self._mark(self.blocked, _within(box.body.grown(CLEAR)))
            self._mark(self.close, _within(box.body.grown(NEAR)))

    def number(self, point: Point) -> int | None:
        """The point's number, None outside the canvas."""
        column, row = point[0] // GRID, point[1] // GRID
        return row * self.columns + column if 0 <= column < self.columns and 0 <= row < self.rows else None

    def point(self, number: int) -> Point:
        """The point of this number."""
        return number % self.columns * GRID, number // self.columns * GRID

    def free(self, point: Point) -> bool:
        """Whether a line may pass here."""
        number = self.number(point)
        return number is not None and not self.blocked[number]

    def crowded(self, point: Point) -> float:
        """The price of a port that another line uses or passes close by."""
        number = self.number(point)
        if number is None:
            return 0.0
        if self.lines[0][number] or self.lines[1][number]:
            return SHARE
        return TOUCH / 2 if self.beside[0][number] or self.beside[1][number] else 0.0

    def occupy(self, points: Sequence[tuple[float, float]]) -> None:
        """Note a line, so that later ones neither run on it nor meet its bends; slanted parts are not noted."""
        for (x, y), (to_x, to_y) in pairwise(points):
            if x != to_x and y != to_y:
                continue
            upright = int(y != to_y)
            dots = _dots(x, y, to_x, to_y)
            self._mark(self.lines[upright], dots)
            self._mark(self.beside[upright], _moved(dots, not upright))
            self._mark(self.stretches[upright], dots[:-1])
            self._mark(self.bends, dots[:1] + dots[-1:])

    def way(self, starts: Mapping[Point, float], goals: Mapping[Point, float]) -> list[Point] | None:
        """The cheapest way from one of the starts to one of the goals, both with their own price."""
        ends = {n: price for point, price in goals.items() if (n := self.number(point)) is not None}
        queue = [(price, price, n * 5 + 4) for point, price in sorted(starts.items()) if (n := self.number(point))]
        if not queue or not ends:
            return None
        ahead = self._ahead(goals)
        heapq.heapify(queue)
        came: dict[int, int] = {}
        best = {state: price for _, price, state in queue}
        done: set[int] = set()
        while queue:
            _, price, state = heapq.heappop(queue)
            if state in done:
                continue
            done.add(state)
            if state < 0:
                return self._traced(came, state)
            number, heading = divmod(state, 5)
            if number in ends:
                self._reach(-1 - number, price + ends[number], state, best, came, queue)
            for following, turn, step in self._steps(number, heading):
                self._reach(following * 5 + turn, price + step, state, best, came, queue, ahead(following))
        return None

    def _mark(self, what: bytearray, points: Sequence[Point]) -> None:
        for point in points:
            number = self.number(point)
            if number is not None:
                what[number] = 1

    def _ahead(self, goals: Mapping[Point, float]) -> Callable[[int], float]:
        """About how much is left to the rectangle around the goals."""
        xs, ys = [x // GRID for x, _ in goals], [y // GRID for _, y in goals]
        left, right, top, bottom, columns = min(xs), max(xs), min(ys), max(ys), self.columns
        aside = [max(left - x, x - right, 0) for x in range(columns)]
        above = [max(top - y, y - bottom, 0) for y in range(self.rows)]
        return lambda number: (aside[number % columns] + above[number // columns]) * GREED

    @staticmethod
    def _reach(
        state: int,
        price: float,
        before: int,
        best: dict[int, float],
        came: dict[int, int],
        queue: list[tuple[float, float, int]],
        ahead: float = 0.0,
    ) -> None:
        if price < best.get(state, math.inf):
            best[state] = price
            came[state] = before
            heapq.heappush(queue, (price + ahead, price, state))

    def _steps(self, number: int, heading: int) -> list[tuple[int, int, float]]:
        """The points next to this one that are free, the heading there, and what the step costs."""
        found = []
        bent = BEND + (TOUCH if self.lines[0][number] or self.lines[1][number] else 0.0)
        for turn, offset in enumerate((1, -1, self.columns, -self.columns)):
            following = number + offset
            if self.blocked[following] or (heading < 4 and turn == heading ^ 1):
                continue
            upright = turn >> 1
            price = STEP if heading in (turn, 4) else STEP + bent
            if self.stretches[upright][number if offset > 0 else following]:
                price += SHARE
            if self.bends[following]:
                price += TOUCH
            elif self.lines[1 - upright][following]:
                price += CROSS
            if self.beside[upright][following]:
                price += BESIDE
            if self.close[following]:
                price += CLOSE
            found.append((following, turn, price))
        return found

    def _traced(self, came: dict[int, int], state: int) -> list[Point]:
        way: list[Point] = []
        while state in came:
            state = came[state]
            way.append(self.point(state // 5))
        return way[::-1]


def _within(rect: Rect) -> list[Point]:
    """The points of the grid strictly inside a rectangle."""
    xs = range(math.floor(rect.left / GRID) * GRID + GRID, math.ceil(rect.right / GRID) * GRID, GRID)
    ys = range(math.floor(rect.top / GRID) * GRID + GRID, math.ceil(rect.bottom / GRID) * GRID, GRID)
    return [(x, y) for x in xs for y in ys]


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
