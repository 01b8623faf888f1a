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
    """A straight part of a line, its rank among the others (0 is best) and where it starts and ends."""

    rank: int
    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def rect(self) -> Rect:
        """The stretch as a very thin rectangle."""
        (x, y), (to_x, to_y) = self.start, self.end
        return Rect(min(x, to_x) - 0.5, min(y, to_y) - 0.5, max(x, to_x) + 0.5, max(y, to_y) + 0.5)


def with_captions(
    edges: Sequence[Edge], boxes: Mapping[str, Box], routes: Sequence[Route], width: float, height: float
) -> tuple[Route, ...]:
    """The routes with one caption for each word and shared stretch; branches of outlines carry none."""
    shared = _shared(edges, routes)
    lines = {number: _stretches(route.points) for number, route in enumerate(routes)}
    taken = [rect for box in boxes.values() for rect in (box.mark, box.label)]
    canvas = Rect(6, 2, width - 6, height - 2)
    found: dict[int, Caption] = {}
    unplaced: list[list[int]] = []
    queue = sorted(shared, key=lambda group: _longest(lines, group))
    while queue:
        numbers = queue.pop(0)
        caption = _placed(edges[numbers[0]].label, numbers, lines, taken, canvas)
        if not caption:
            unplaced.append(numbers)
            continue
        named = [number for number in numbers if _touched(caption.place, lines[number])] or numbers
        found[named[0]] = caption
        taken.append(caption.place)
        if len(named) < len(numbers):
            queue.append([number for number in numbers if number not in named])
    for key, numbers in enumerate(sorted(unplaced), start=1):
        caption = _numbered(key, edges[numbers[0]].label, numbers, lines, taken, canvas)
        found[numbers[0]] = caption
        taken.append(caption.place)
    return tuple(replace(route, caption=found.get(number)) for number, route in enumerate(routes))


def _shared(edges: Sequence[Edge], routes: Sequence[Route]) -> list[list[int]]:
    """Numbers of the edges by shared stretch: same word, and the same end by the same last step."""
    groups: dict[object, list[int]] = {}
    for number, (edge, route) in enumerate(zip(edges, routes, strict=True)):
        if route.tree or not edge.label.strip():
            continue
        points = route.points[::-1] if route.shared_end else route.points
        hub = edge.target if route.shared_end else edge.source
        groups.setdefault((hub, edge.label, edge.dashed, points[0]), []).append(number)
    return list(groups.values())


def _longest(lines: Mapping[int, list[Stretch]], group: list[int]) -> float:
    return max((_length(stretch) for number in group for stretch in lines[number]), default=0.0)


def _stretches(points: Points) -> list[Stretch]:
    return [Stretch(0, start, end) for start, end in pairwise(points)]


def _length(stretch: Stretch) -> float:
    return abs(stretch.start[0] - stretch.end[0]) + abs(stretch.start[1] - stretch.end[1])


def _placed(
    label: str, numbers: list[int], lines: Mapping[int, list[Stretch]], taken: Sequence[Rect], canvas: Rect
) -> Caption | None:
    """The best place that covers nothing; more than one line of words costs something."""
    longest = max(text_width(word, FONT) for word in label.split())
    variants = dict.fromkeys([(label,), balanced(label, FONT, max(WIDEST, longest)), wrap(label, FONT, longest)])
    best: tuple[float, Caption] | None = None
    for words in variants:
        found = _best_place(_size(words), numbers, lines, taken, canvas)
        if found and (best is None or found[0] + 8 * len(words) < best[0]):
            best = (found[0] + 8 * len(words), Caption(words, found[1], FONT))
    return best[1] if best else None


def _size(words: Sequence[str]) -> tuple[float, float]:
    return max(text_width(word, FONT) for word in words) + 4, len(words) * FONT * LINE


def _best_place(
    size: tuple[float, float],
    numbers: list[int],
    lines: Mapping[int, list[Stretch]],
    taken: Sequence[Rect],
    canvas: Rect,
) -> tuple[float, Rect] | None:
    others = [stretch.rect for number, line in lines.items() if number not in numbers for stretch in line]
    own = [stretch for number in numbers for stretch in lines[number]]
    best: tuple[float, Rect] | None = None
    for stretch in own:
        for price, place in _places(stretch, size):
            if not _inside(place, canvas) or any(place.meets(rect, 1.5) for rect in taken):
                continue
            price += 40 * sum(place.meets(rect) for rect in others)
            price += 30 * sum(not _touched(place, lines[number]) for number in numbers) / len(numbers)
            price += 12 * sum(place.meets(other.rect) for other in own if other is not stretch and other != stretch)
            if best is None or price < best[0]:
                best = (price, place)
    return best


def _touched(place: Rect, line: Sequence[Stretch]) -> bool:
    """Whether a word here can be read as this line's own."""
    return any(place.meets(stretch.rect, 3) for stretch in line)


def _places(stretch: Stretch, size: tuple[float, float]) -> Iterator[tuple[float, Rect]]:
    """Places along a stretch: on it where it is long enough to show on both sides, else beside it."""
    (x, y), (to_x, to_y) = stretch.start, stretch.end
    width, height = size
    length = _length(stretch)
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


def _numbered(
    key: int, label: str, numbers: list[int], lines: Mapping[int, list[Stretch]], taken: Sequence[Rect], canvas: Rect
) -> Caption:
    """A number in place of the word, which then stands in the legend; where even that has no room, in the legend only."""
    found = _best_place(_size((f"({key})",)), numbers, lines, taken, canvas)
    start = lines[numbers[0]][0].start
    return Caption((label,), found[1] if found else Rect(*start, *start), FONT, key)
