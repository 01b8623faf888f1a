"""A concept map: nodes with fixed places, edges with the text's verbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["focal", "concept", "typology", "aspect", "member", "definition", "person", "study"]
View = Literal["overview", "mindmap", "explore"]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on the map: `detail` says more in plain text, `main` asks for the larger label."""

    id: str
    kind: Kind
    label: str
    detail: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation; `label` is the chapter's verb or the model's own word, `stated` whether the text says it."""

    source: str
    target: str
    label: str
    stated: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands: the centre of its mark, in px, and the label's corner, size and side.

    `side` is `right`, `left` or `below`; `lines` are the label's wrapped lines.
    """

    x: float
    y: float
    side: str
    lines: tuple[str, ...]
    width: float
    height: float
    font: float


@dataclass(frozen=True, slots=True)
class ConceptMap:
    """Nodes and edges of one view, in a stable order; `centre` is the concept of a mind map."""

    title: str
    view: View
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    centre: str | None = None
    language: str = "id"


@dataclass(frozen=True, slots=True)
class PlacedMap:
    """A map with a place for every node, on a canvas of `width` × `height` px."""

    map: ConceptMap
    boxes: dict[str, Box]
    width: float
    height: float
