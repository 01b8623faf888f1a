"""A concept map as one HTML file that asks nothing of the network: pyvis's drawing library inside, a list beside it."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import Any

from kb.model.concept_map import PlacedMap
from kb.outputs.map_legend import numbered
from kb.outputs.map_page import STYLE, legend_html, list_html
from kb.outputs.map_payload import payload

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
_SHAPES = {
    "focal": "star",
    "concept": "dot",
    "typology": "diamond",
    "aspect": "triangle",
    "member": "dot",
    "definition": "square",
    "person": "dot",
    "study": "hexagon",
}
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {"dragNodes": False, "hover": False, "keyboard": False, "selectConnectedEdges": False},
    "edges": {"smooth": False, "hidden": True},
    "layout": {"improvedLayout": False},
}
# pyvis links Bootstrap from outside whatever it is asked for, prints its heading twice, and closes <head> late.
_OUTSIDE = re.compile(r"<script\b[^>]*\bsrc\s*=[^>]*>\s*</script>|<link\b[^>]*>|<!--.*?-->", re.DOTALL)
_HEADINGS = re.compile(r"<center>\s*<h1>.*?</h1>\s*</center>", re.DOTALL)


def render(placed: PlacedMap, language: str = "id") -> bytes:
    """The page: fixed places, no physics, legend, and every node with its relations as a list for keyboard and reader."""
    data = payload(placed, language)
    page = _pyvis_page(data)
    page = page.replace("<html>", f'<!DOCTYPE html>\n<html lang="{escape(language)}">', 1)
    page = page.replace('<meta charset="utf-8">', _head(data), 1)
    before, _, after = page.partition("<body>")
    drawing, _, script = after.partition('<script type="text/javascript">')
    body = _body(data, [f"({number}) {words}" for number, words in numbered(placed)] + data["remarks"])
    script = f'<script type="text/javascript">{script}'
    end = f'<script type="application/json" id="map-data">{_json(data)}</script>\n<script>{_canvas_script()}</script>'
    assert 'id="mynetwork"' in drawing, "pyvis has changed its template"
    return f"{before}<body>{body}{script.replace('</body>', end + '</body>', 1)}".encode("utf-8", "replace")


def _pyvis_page(data: dict[str, Any]) -> str:
    """pyvis's own page of these nodes and edges, without what it would load from outside."""
    from pyvis.network import Network

    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    colours = data["colours"]["light"]
    for node in data["nodes"]:
        network.add_node(
            node["id"],
            label=node["label"] or " ",
            shape=_SHAPES[node["kind"]],
            color=colours[node["kind"]],
            size=node["r"],
            x=node["x"],
            y=node["y"],
            physics=False,
        )
    for edge in data["edges"]:
        network.add_edge(edge["source"], edge["target"], label=edge["label"], dashes=edge["style"] == "dashed")
    network.set_options(json.dumps(_OPTIONS))
    return _HEADINGS.sub("", _OUTSIDE.sub("", str(network.generate_html())))


def _head(data: dict[str, Any]) -> str:
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(data['title'])}</title>\n<style>{STYLE}</style>"
    )


def _body(data: dict[str, Any], notes: list[str]) -> str:
    words = data["words"]
    buttons = "".join(
        f'<button type="button" id="{id}">{escape(words[word])}</button>'
        for id, word in (("zoom-in", "zoom_in"), ("zoom-out", "zoom_out"), ("fit", "fit"))
    )
    return f"""
<header><h1>{escape(data["title"])}</h1><div class="buttons">{buttons}</div></header>
<main>
<section class="map" aria-label="{escape(data["title"])}">
<div id="mynetwork" role="img" aria-label="{escape(data["title"])}"></div>
{legend_html(data, notes)}
</section>
<aside>
<div id="details" aria-live="polite"></div>
<nav aria-label="{escape(words["list"])}"><h2>{escape(words["list"])}</h2>{list_html(data)}</nav>
</aside>
</main>
"""


def _json(data: dict[str, Any]) -> str:
    """JSON that no HTML parser takes for a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _canvas_script() -> str:
    return (Path(__file__).parent / "map_canvas.js").read_text(encoding="utf-8")
