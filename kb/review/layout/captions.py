"""The words of relations on their lines: where they cover nothing; else a number there and the word in the legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kb.model.concept_map import Box, Caption, Edge, Rect, Route
from kb.model.lettering import LINE, balanced, text_width, wrap

FONT = 12.0
WIDEST = 110.0
ARROW = 9.0
PACE = 5.0

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A straight level or upright part of a line, and the thin rectangle it takes."""

    start: tuple[float, float]
    end: tuple[float, float]
    rect: Rect

    @property
    def length(self) -> float:
        """From end to end."""
        return abs(self.start[0] - self.end[0]) + abs(self.start[1] - self.end[1])


def with_captions(
    edges: Sequence[Edge], boxes: Mapping[str, Box], routes: Sequence[Route], width: float, height: float
) -> tuple[Route, ...]:
    """The routes with one caption for each word and shared stretch; branches of outlines carry none."""
    board = _Board(boxes, routes, Rect(6, 2, width - 6, height - 2))
    found: dict[int, Caption] = {}
    unplaced: list[list[int]] = []
    queue = sorted(_shared(edges, routes), key=board.longest)
    while queue:
        numbers = queue.pop(0)
        caption = board.placed(_words(edges[numbers[0]]), numbers)
        if not caption:
            unplaced.append(numbers)
            continue
        named = [number for number in numbers if _touched(caption.place, board.lines[number])] or numbers
        found[named[0]] = caption
        if len(named) < len(numbers):
            queue.append([number for number in numbers if number not in named])
    for key, numbers in enumerate(sorted(unplaced), start=1):
        caption = board.numbered(key, _words(edges[numbers[0]]), numbers)
        found.update(dict.fromkeys(numbers, caption))
    return tuple(replace(route, caption=found.get(number, route.caption)) for number, route in enumerate(routes))


class _Board:
    """Lines and what is already written: captions are put on it one after the other."""

    def __init__(self, boxes: Mapping[str, Box], routes: Sequence[Route], canvas: Rect) -> None:
        self.lines = {number: _stretches(route.points) for number, route in enumerate(routes)}
        self.taken = [rect for box in boxes.values() for rect in (box.mark, box.label)]
        self.taken += [route.caption.place for route in routes if route.caption]
        self.canvas = canvas

    def longest(self, numbers: list[int]) -> float:
        """The longest stretch of these lines."""
        return max((stretch.length for number in numbers for stretch in self.lines[number]), default=0.0)

    def placed(self, label: str, numbers: list[int]) -> Caption | None:
        """The best place that covers nothing; more than one line of words costs something."""
        longest = max(text_width(word, FONT) for word in label.split())
        variants = dict.fromkeys([(label,), balanced(label, FONT, max(WIDEST, longest)), wrap(label, FONT, longest)])
        best: tuple[float, Caption] | None = None
        for words in variants:
            found = self._best_place(_size(words), numbers)
            if found and (best is None or found[0] + 8 * len(words) < best[0]):
                best = (found[0] + 8 * len(words), Caption(words, found[1], FONT))
        if best:
            self.taken.append(best[1].place)
        return best[1] if best else None

    def numbered(self, key: int, label: str, numbers: list[int]) -> Caption:
        """A number in place of the word, which then stands in the legend; without any room, in the legend only."""
        found = self._best_place(_size((f"({key})",)), numbers)
        x, y = self.lines[numbers[0]][0].start
        place = found[1] if found else Rect(x, y, x, y)
        self.taken.append(place)
        return Caption((label,), place, FONT, key)

    def _best_place(self, size: tuple[float, float], numbers: list[int]) -> tuple[float, Rect] | None:
        best: tuple[float, Rect] | None = None
        for number in numbers:
            for stretch in self.lines[number]:
                area = stretch.rect.grown(max(size) + 4)
                taken = [rect for rect in self.taken if rect.meets(area)]
                crossing = [
                    (other.rect, 12 if n in numbers else 40)
                    for n, line in self.lines.items()
                    for other in line
                    if other.rect != stretch.rect and other.rect.meets(area)
                ]
                for price, place in _places(stretch, size):
                    if not _inside(place, self.canvas) or any(place.meets(rect, 1.5) for rect in taken):
                        continue
                    price += sum(cost for rect, cost in crossing if place.meets(rect))
                    if best and price >= best[0]:
                        continue
                    price += 30 * sum(not _touched(place, self.lines[n]) for n in numbers) / len(numbers)
                    if best is None or price < best[0]:
                        best = (price, place)
        return best


def _words(edge: Edge) -> str:
    return " ".join(edge.label.split())


def _shared(edges: Sequence[Edge], routes: Sequence[Route]) -> list[list[int]]:
    """Numbers of the edges by shared stretch: same word, and the same end by the same last step."""
    groups: dict[object, list[int]] = {}
    for number, (edge, route) in enumerate(zip(edges, routes, strict=True)):
        if route.tree or route.caption or not edge.label.strip():
            continue
        points = route.points[::-1] if route.shared_end else route.points
        hub = edge.target if route.shared_end else edge.source
        groups.setdefault((hub, edge.label, edge.dashed, points[0]), []).append(number)
    return list(groups.values())


def _stretches(points: Points) -> list[Stretch]:
    return [
        Stretch(
            start,
            end,
            Rect(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])).grown(0.5),
        )
        for start, end in pairwise(points)
    ]


def _size(words: Sequence[str]) -> tuple[float, float]:
    return max(text_width(word, FONT) for word in words) + 4, len(words) * FONT * LINE


def _touched(place: Rect, line: Sequence[Stretch]) -> bool:
    """Whether a word here can be read as this line's own."""
    return any(place.meets(stretch.rect, 3) for stretch in line)


def _places(stretch: Stretch, size: tuple[float, float]) -> Iterator[tuple[float, Rect]]:
    """Places along a stretch: on it where it is long enough to show on both sides, else beside it."""
    (x, y), (to_x, to_y) = stretch.start, stretch.end
    width, height = size
    length = stretch.length
    level = y == to_y
    extent = width if level else height
    if length < min(extent, 20):
        return
    steps = max(int(length // PACE), 1)
    for step in range(steps + 1):
        share = step / steps
        middle = (x + (to_x - x) * share, y + (to_y - y) * share)
        off_centre = abs(share - 0.5) * length * 0.08
        if extent / 2 + ARROW <= min(share, 1 - share) * length:
            yield off_centre, _around(middle, size)
        if extent / 2 <= min(share, 1 - share) * length + 10:
            sides = ((0, -height / 2 - 2), (0, height / 2 + 2)) if level else ((width / 2 + 2, 0), (-width / 2 - 2, 0))
            for dx, dy in sides:
                yield 14 + off_centre, _around((middle[0] + dx, middle[1] + dy), size)


def _around(middle: tuple[float, float], size: tuple[float, float]) -> Rect:
    (x, y), (width, height) = middle, size
    return Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _inside(place: Rect, canvas: Rect) -> bool:
    return (
        canvas.left <= place.left
        and canvas.top <= place.top
        and place.right <= canvas.right
        and place.bottom <= canvas.bottom
    )
