"""Lines of maps as SVG writes them: rounded bends, arrowheads, short numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kb.model.concept_map import Route

BEND, ARROW = 6.0, 8.0

Points = Sequence[tuple[float, float]]


def branches(routes: Sequence[Route]) -> list[Points]:
    """Each route from its shared end (else its start), without the stretch that an earlier one already draws.

    A line drawn twice looks heavier; what is left begins a little before it turns off, for a rounded bend.
    """
    drawn: dict[tuple[float, float], list[Points]] = {}
    found = []
    for route in routes:
        points = route.points[::-1] if route.shared_end else route.points
        earlier = drawn.setdefault(points[0], [])
        shared = max((_shared(points, other) for other in earlier), default=0.0)
        found.append(_without(points, max(shared - BEND, 0.0)))
        earlier.append(points)
    return found


def _shared(points: Points, other: Points) -> float:
    """How far two lines that begin together run together."""
    total = 0.0
    for one, two in zip(pairwise(points), pairwise(other), strict=False):
        (dx, dy, far), (ex, ey, away) = _step(*one), _step(*two)
        if abs(dx - ex) + abs(dy - ey) > 1e-6:
            break
        total += min(far, away)
        if far != away:
            break
    return total


def _without(points: Points, length: float) -> Points:
    """The line without so much of its beginning."""
    for number, (here, there) in enumerate(pairwise(points)):
        dx, dy, far = _step(here, there)
        if length < far:
            return ((here[0] + dx * length, here[1] + dy * length), *points[number + 1 :])
        length -= far
    return points


def _step(here: tuple[float, float], there: tuple[float, float]) -> tuple[float, float, float]:
    """Direction and distance from one point to another."""
    dx, dy = there[0] - here[0], there[1] - here[1]
    far = (dx * dx + dy * dy) ** 0.5
    return (dx / far, dy / far, far) if far else (0.0, 0.0, 0.0)


def rounded(points: Points) -> str:
    """A path along the points with rounded bends."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _toward(here, before), _toward(here, after)
        parts.append(
            f"L{number(start[0])} {number(start[1])}Q{number(here[0])} {number(here[1])} {number(end[0])} {number(end[1])}"
        )
    return "".join(parts) + f"L{number(points[-1][0])} {number(points[-1][1])}"


def _toward(here: tuple[float, float], there: tuple[float, float]) -> tuple[float, float]:
    """A point a bend's radius away from `here`, at most half way."""
    dx, dy, far = _step(here, there)
    share = min(BEND, far / 2)
    return here[0] + dx * share, here[1] + dy * share


def arrowhead(points: Points) -> list[tuple[float, float]]:
    """A triangle whose tip is the end of the line."""
    (x, y) = points[-1]
    dx, dy, _far = _step(points[-2], points[-1])
    ux, uy = dx * ARROW, dy * ARROW
    return [(x, y), (x - ux - uy * 0.45, y - uy + ux * 0.45), (x - ux + uy * 0.45, y - uy - ux * 0.45)]


def corner_list(corners: Points) -> str:
    """Corners as an SVG polygon takes them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def number(value: float) -> str:
    """A number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
