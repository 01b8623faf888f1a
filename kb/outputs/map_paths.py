"""Lines of maps as SVG writes them: rounded bends, arrowheads, short numbers."""

from __future__ import annotations

from collections.abc import Sequence

BEND, ARROW = 6.0, 8.0

Points = Sequence[tuple[float, float]]


def rounded(points: tuple[tuple[float, float], ...]) -> str:
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
    dx, dy = there[0] - here[0], there[1] - here[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    share = min(BEND, length / 2) / length
    return here[0] + dx * share, here[1] + dy * share


def arrowhead(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """A triangle whose tip is the end of the line."""
    (x, y), (from_x, from_y) = points[-1], points[-2]
    dx, dy = x - from_x, y - from_y
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length * ARROW, dy / length * ARROW
    return [(x, y), (x - ux - uy * 0.45, y - uy + ux * 0.45), (x - ux + uy * 0.45, y - uy - ux * 0.45)]


def corner_list(corners: Points) -> str:
    """Corners as an SVG polygon takes them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def number(value: float) -> str:
    """A number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
