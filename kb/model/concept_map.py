"""A concept map: nodes with fixed places, edges with the text's verbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["focal", "concept", "typology", "aspect", "member", "definition", "person", "study"]
View = Literal["overview", "mindmap", "explore", "people"]
Side = Literal["right", "left", "below"]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Every kind in the order of the legend."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on the map: `detail` says more in plain text, `main` asks for the larger label.

    Labels may hold foreign terms between single asterisks, which are shown in italics.
    """

    id: str
    kind: Kind
    label: str
    detail: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation; `label` is the chapter's verb or the model's own word, `stated` whether the text says it.

    `dashed` marks what a reader maps or compares ("bersesuaian dengan", "dibandingkan dengan").
    """

    source: str
    target: str
    label: str
    stated: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ConceptMap:
    """Nodes and edges of one view, in a stable order; `centre` is the concept of a mind map.

    `left_out` is how many nodes this view leaves to the explore view, which has all of them.
    """

    title: str
    view: View
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    centre: str | None = None
    language: str = "id"
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle in px, `left` and `top` its smaller coordinates."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect, gap: float = 0.0) -> bool:
        """Whether the two share some area, or come closer than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def grown(self, by: float) -> Rect:
        """The rectangle with a margin on all sides."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands: the centre and radius of its mark, and its label as wrapped lines with their rectangle.

    The label is as tall as its lines at `font` px; `bold` and `side` say how it is written beside the mark.
    """

    x: float
    y: float
    radius: float
    side: Side
    lines: tuple[str, ...]
    label: Rect
    font: float
    bold: bool = False

    @property
    def mark(self) -> Rect:
        """The square around the mark."""
        return Rect(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)

    @property
    def body(self) -> Rect:
        """Mark and label together: what lines keep clear of."""
        mark, label = self.mark, self.label
        return Rect(
            min(mark.left, label.left),
            min(mark.top, label.top),
            max(mark.right, label.right),
            max(mark.bottom, label.bottom),
        )


@dataclass(frozen=True, slots=True)
class Caption:
    """A relation's word on its line; `number` where there was no room and the word stands in the legend instead."""

    lines: tuple[str, ...]
    place: Rect
    font: float
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """The line of one edge, from its source to its target; `tree` marks a branch of an outline, drawn without arrow.

    Lines of one word that share a node share a stretch and one caption; `shared_end` says that they share the
    target's end, so that dashes are drawn from there. A `quiet` line is drawn only when one of its nodes is chosen.
    """

    points: tuple[tuple[float, float], ...]
    caption: Caption | None = None
    tree: bool = False
    shared_end: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class PlacedMap:
    """A map with a place for every node and a line for every edge (same order), on a canvas of `width` × `height` px."""

    map: ConceptMap
    boxes: dict[str, Box]
    routes: tuple[Route, ...]
    width: float
    height: float
