"""A placed map as plain data for what draws it in a browser: the app's own map and the standalone page."""

from __future__ import annotations

from typing import Any

from kb.locale import Translator, translator
from kb.model.concept_map import Box, Edge, Node, PlacedMap, Route
from kb.model.text import runs, without_emphasis
from kb.outputs.cleaning import clean
from kb.outputs.map_look import INK, LINES, LOOKS, kind_words, kinds_of, line_words, remarks, style
from kb.outputs.map_paths import Points, branches

DARK_LINES = {"stated": "#C9D1DA", "dashed": "#A9B4C0", "tree": "#8D99A6"}
"""Colours of lines on Streamlit's dark background."""


def payload(placed: PlacedMap, language: str = "id") -> dict[str, Any]:
    """Everything a browser needs to draw the map, as JSON takes it; texts are plain, foreign terms marked as italic."""
    _ = translator(language)
    kinds = kind_words(_)
    pairs = list(zip(placed.map.edges, placed.routes, strict=True))
    return {
        "title": clean(without_emphasis(placed.map.title)),
        "language": language,
        "width": placed.width,
        "height": placed.height,
        "nodes": [_node(node, placed.boxes[node.id], kinds[node.kind]) for node in placed.map.nodes],
        "view": placed.map.view,
        "centre": placed.map.centre,
        "edges": [_edge(*pair, branch) for pair, branch in zip(pairs, branches(placed.routes), strict=True)],
        "kinds": [
            {"kind": kind, "words": kinds[kind], "corners": LOOKS[kind].corners, "hollow": LOOKS[kind].hollow}
            for kind in kinds_of(placed.map)
        ],
        "lines": [
            {"line": line, "words": words}
            for line, words in line_words(_).items()
            if line in {style(edge, route) for edge, route in pairs if not route.quiet}
        ],
        "colours": {"light": _colours("light"), "dark": _colours("dark")},
        "remarks": remarks(placed.map, placed.routes, _),
        "words": screen_words(_),
    }


def screen_words(_: Translator) -> dict[str, str]:
    """The words of buttons, fields and messages around a map."""
    return {
        "zoom_in": _("Perbesar"),
        "zoom_out": _("Perkecil"),
        "fit": _("Sesuaikan ke layar"),
        "search": _("Cari di peta"),
        "verbs": _("Semua kata hubungan"),
        "legend": _("Legenda"),
        "filter": _("Filter jenis"),
        "list": _("Daftar istilah dan hubungannya"),
        "nothing": _("Pilih satu istilah untuk melihat hubungannya."),
        "found": _("ditemukan"),
        "relations": _("hubungan"),
        "help": _(
            "Tab ke peta, panah berpindah ke istilah terdekat, Enter memilih, Esc melepas. "
            "Klik peta, lalu gulir untuk memperbesar."
        ),
    }


def _colours(theme: str) -> dict[str, str]:
    found: dict[str, str] = {kind: (look.light if theme == "light" else look.dark) for kind, look in LOOKS.items()}
    lines = LINES if theme == "light" else DARK_LINES
    return {**found, **{f"line-{line}": colour for line, colour in lines.items()}, "ink": INK}


def _node(node: Node, box: Box, kind: str) -> dict[str, Any]:
    return {
        "id": node.id,
        "kind": node.kind,
        "kind_words": kind,
        "label": clean(without_emphasis(node.label)),
        "detail": clean(without_emphasis(node.detail)),
        "main": node.main or node.kind == "focal",
        "x": round(box.x, 2),
        "y": round(box.y, 2),
        "r": box.radius,
        "side": box.side,
        "font": box.font,
        "bold": box.bold,
        "lines": [_pieces(line) for line in box.lines],
        "rect": [round(v, 2) for v in (box.label.left, box.label.top, box.label.right, box.label.bottom)],
    }


def _edge(edge: Edge, route: Route, branch: Points) -> dict[str, Any]:
    points = route.points[::-1] if route.shared_end else route.points
    return {
        "source": edge.source,
        "target": edge.target,
        "label": clean(" ".join(edge.label.split())),
        "style": style(edge, route),
        "points": [[round(x, 2), round(y, 2)] for x, y in points],
        "quiet": route.quiet,
        "branch": [[round(x, 2), round(y, 2)] for x, y in branch],
        "arrow": not route.tree,
        "arrow_at_start": route.shared_end,
        "caption": _caption(route),
    }


def _caption(route: Route) -> dict[str, Any] | None:
    if route.caption is None:
        return None
    place = route.caption.place
    return {
        "lines": [clean(line) for line in route.caption.lines],
        "rect": [round(v, 2) for v in (place.left, place.top, place.right, place.bottom)],
        "number": route.caption.number,
    }


def _pieces(line: str) -> list[list[Any]]:
    return [[run.text, run.italic] for run in runs(clean(line))]
