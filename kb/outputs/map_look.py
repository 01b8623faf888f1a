"""How kinds of nodes look on every map: shape, colours for light and dark, and their words; never colour alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kb.locale import Translator
from kb.model.concept_map import KINDS, ConceptMap, Edge, Kind, Route

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A kind's mark: corners of its shape around (0, 0) with radius 1 (none: a circle), hollow or filled, and colours."""

    corners: Points
    light: str
    dark: str
    hollow: bool = False


def _regular(corners: int, turn: float) -> Points:
    step = 2 * math.pi / corners
    return tuple((round(math.cos(turn + n * step), 4), round(math.sin(turn + n * step), 4)) for n in range(corners))


def _star() -> Points:
    outer, inner = _regular(5, -math.pi / 2), _regular(5, -math.pi / 2 + math.pi / 5)
    return tuple(point for o, i in zip(outer, inner, strict=True) for point in (o, (i[0] * 0.45, i[1] * 0.45)))


LOOKS: dict[Kind, Look] = {
    "focal": Look(_star(), "#B3261E", "#FF8A80"),
    "concept": Look((), "#1F4E9C", "#8AB4F8"),
    "typology": Look(_regular(4, 0), "#6A3D9A", "#C3A6E8"),
    "aspect": Look(_regular(3, -math.pi / 2), "#C2410C", "#FFB26B"),
    "member": Look((), "#8A6FBF", "#A997D6"),
    "definition": Look(((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)), "#0F766E", "#5FD3C6"),
    "person": Look((), "#5B6470", "#B4BCC6", hollow=True),
    "study": Look(_regular(6, 0), "#9A6700", "#F0C04A"),
}
PAPER, INK = "#FFFFFF", "#1A1A1A"
LINES = {"stated": "#3B4550", "dashed": "#5F6873", "tree": "#7C8590"}
"""Colours of lines on white: the text's verbs, what a reader maps or compares, branches of outlines."""


def kind_words(_: Translator) -> dict[Kind, str]:
    """The kinds as people call them."""
    return {
        "focal": _("Penelitian ini"),
        "concept": _("Konsep"),
        "typology": _("Rincian konsep"),
        "aspect": _("Aspek"),
        "member": _("Anggota rincian"),
        "definition": _("Pengertian"),
        "person": _("Tokoh"),
        "study": _("Penelitian terdahulu"),
    }


def style(edge: Edge, route: Route) -> str:
    """Which of the three kinds of lines an edge is drawn as."""
    return "dashed" if edge.dashed else "tree" if route.tree else "stated"


def line_words(_: Translator) -> dict[str, str]:
    """What the three kinds of lines say."""
    return {
        "stated": _("hubungan"),
        "dashed": _("penafsiran atau perbandingan"),
        "tree": _("rincian dan anggotanya"),
    }


def remarks(map: ConceptMap, routes: Sequence[Route], _: Translator) -> list[str]:
    """What the picture leaves out, with where to find it."""
    quiet = sum(route.quiet for route in routes)
    found = []
    if map.left_out:
        found.append(_("{n} istilah lain ada di peta semua istilah.").format(n=map.left_out))
    if quiet:
        found.append(_("{n} hubungan lain ada di peta semua istilah.").format(n=quiet))
    return found


def kinds_of(map: ConceptMap) -> tuple[Kind, ...]:
    """The kinds that the map holds, in the legend's order."""
    present = {node.kind for node in map.nodes}
    return tuple(kind for kind in KINDS if kind in present)


def corners_at(look: Look, x: float, y: float, radius: float) -> Sequence[tuple[float, float]]:
    """The shape's corners around a place."""
    return [(x + dx * radius, y + dy * radius) for dx, dy in look.corners]
