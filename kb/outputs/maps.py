"""A placed concept map in every format it can leave in."""

from __future__ import annotations

from kb.model.concept_map import PlacedMap

FORMATS = ("html", "svg", "png", "graphml", "json")


def render(placed: PlacedMap, form: str) -> bytes:
    """The map in one of `FORMATS`, in the map's own language."""
    language = placed.map.language
    if form == "html":
        from kb.outputs import network_html

        return network_html.render(placed, language)
    if form == "png":
        from kb.outputs import png

        return png.render(placed, language)
    if form == "svg":
        from kb.outputs import svg

        return svg.render(placed, language)
    from kb.outputs import graph_json

    return graph_json.graphml(placed.map) if form == "graphml" else graph_json.render(placed.map)
