"""A concept map as JSON and as GraphML, for programs: nodes and edges, no places."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree as ET

from kb.model.concept_map import ConceptMap
from kb.model.text import without_emphasis
from kb.outputs.cleaning import clean

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    ("kind", "node", "string"),
    ("label", "node", "string"),
    ("detail", "node", "string"),
    ("main", "node", "boolean"),
    ("verb", "edge", "string"),
    ("stated", "edge", "boolean"),
    ("dashed", "edge", "boolean"),
)


def content(map: ConceptMap) -> dict[str, Any]:
    """The map as JSON takes it: keys and order are fixed."""
    return {
        "title": map.title,
        "view": map.view,
        "centre": map.centre,
        "language": map.language,
        "left_out": map.left_out,
        "nodes": [asdict(node) for node in map.nodes],
        "edges": [asdict(edge) for edge in map.edges],
    }


def render(map: ConceptMap) -> bytes:
    """One UTF-8 JSON document."""
    text = json.dumps(content(map), ensure_ascii=False, indent=2)
    return (text.encode("utf-8", "replace")) + b"\n"


def graphml(map: ConceptMap) -> bytes:
    """GraphML as yEd, Gephi and networkx read it; edges carry the chapter's verb."""
    root = ET.Element("graphml", {"xmlns": _NAMESPACE})
    for name, domain, kind in _KEYS:
        ET.SubElement(root, "key", {"id": name, "for": domain, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", {"id": "map", "edgedefault": "directed"})
    for node in map.nodes:
        element = ET.SubElement(graph, "node", {"id": clean(node.id)})
        _data(element, kind=node.kind, label=node.label, detail=node.detail, main=node.main)
    for number, edge in enumerate(map.edges):
        ends = {"source": clean(edge.source), "target": clean(edge.target)}
        element = ET.SubElement(graph, "edge", {"id": f"e{number}", **ends})
        _data(element, verb=edge.label, stated=edge.stated, dashed=edge.dashed)
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _data(parent: ET.Element, **values: object) -> None:
    for name, value in values.items():
        text = str(value).lower() if isinstance(value, bool) else clean(without_emphasis(str(value)))
        ET.SubElement(parent, "data", {"key": name}).text = text
