"""Where everything on a concept map stands: always the same for the same map, whatever machine draws it."""

from __future__ import annotations

from kb.model.concept_map import ConceptMap, PlacedMap
from kb.review.layout.explore import place_explore
from kb.review.layout.mindmap import place_mindmap
from kb.review.layout.overview import PAGE, SCREEN, place_overview
from kb.review.layout.three_columns import place_three_columns


def place(map: ConceptMap, wide: bool = False, previous: PlacedMap | None = None) -> PlacedMap:
    """The map with a place for each node and a line for each edge.

    Without `wide` it is made for a page: 12 px print as 8 pt or more across 14 cm. With `previous` (the same view
    placed before a change) what stood there keeps its lane and order.
    """
    if map.view == "explore":
        return place_explore(map, previous)
    if map.view == "people":
        return place_three_columns(map, wide)
    if map.view == "mindmap" and map.nodes:
        return place_mindmap(map, wide)
    return place_overview(map, SCREEN if wide else PAGE, previous)
