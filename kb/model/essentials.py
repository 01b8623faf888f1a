"""The gist of a large map: what a page can show, the rest counted and left to the explore view."""

from __future__ import annotations

from dataclasses import replace

from kb.model.concept_map import ConceptMap, Node

MOST, MOST_STUDIES = 36, 20


def essential(map: ConceptMap, most: int = MOST) -> ConceptMap:
    """The map with at most about `most` nodes: main concepts, their typologies, aspects and studies always stay.

    Of the other concepts those stay that join the most of these, then some for each of these in turn, in the order
    of the relations.
    """
    if len(map.nodes) <= most:
        return map
    core = _core(map)
    ranked = sorted(_links(map, core).items(), key=lambda link: link[1])
    kept = core | {id for id, _ in ranked[: max(most - len(core), 0)]}
    nodes = tuple(node for node in map.nodes if node.id in kept)
    edges = tuple(edge for edge in map.edges if edge.source in kept and edge.target in kept)
    return replace(map, nodes=nodes, edges=edges, left_out=map.left_out + len(map.nodes) - len(nodes))


def _core(map: ConceptMap) -> frozenset[str]:
    studies = [node.id for node in map.nodes if node.kind == "study"][:MOST_STUDIES]
    return frozenset(studies) | {node.id for node in map.nodes if _stays(node)}


def _stays(node: Node) -> bool:
    return node.main or node.kind in ("focal", "aspect", "typology")


def _links(map: ConceptMap, core: frozenset[str]) -> dict[str, tuple[int, int, int]]:
    """For each other node joined to the core its rank: how much it joins, its turn at the first it joins, its order."""
    anchors: dict[str, list[str]] = {}
    outside = {node.id for node in map.nodes if node.kind != "study"} - core
    for edge in map.edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            if here in outside and there in core and there not in anchors.setdefault(here, []):
                anchors[here].append(there)
    turns: dict[str, int] = {}
    found = {}
    for order, (id, joined) in enumerate(anchors.items()):
        found[id] = (-len(joined), _next(turns, joined[0]), order)
    return found


def _next(turns: dict[str, int], anchor: str) -> int:
    turns[anchor] = turns.get(anchor, 0) + 1
    return turns[anchor]
