"""A map for programs: JSON with fixed keys, GraphML that others read."""

from __future__ import annotations

import json
from io import BytesIO

import networkx

from kb.model.concept_map import ConceptMap, Edge, Node
from kb.outputs import graph_json, maps
from kb.review.layout import place
from tests.review import sample_map


def test_json_has_every_node_and_edge_in_order() -> None:
    map = sample_map.overview()
    read = json.loads(graph_json.render(map))
    assert list(read) == ["title", "view", "centre", "language", "left_out", "nodes", "edges"]
    assert [node["id"] for node in read["nodes"]] == [node.id for node in map.nodes]
    assert read["edges"][0] == {
        "source": "konsep-jejaring-kerja",
        "target": "konsep-modal-sosial",
        "label": "bagian dari",
        "stated": True,
        "dashed": False,
    }


def test_json_of_the_same_map_is_the_same_bytes() -> None:
    assert graph_json.render(sample_map.explore()) == graph_json.render(sample_map.explore())


def test_graphml_is_read_with_labels_and_verbs() -> None:
    map = sample_map.explore()
    graph = networkx.read_graphml(BytesIO(graph_json.graphml(map)), force_multigraph=True)
    assert set(graph.nodes) == {node.id for node in map.nodes}
    assert graph.number_of_edges() == len(map.edges)
    assert graph.nodes["konsep-home-industry"]["label"] == "Home industry"
    verbs = [data["verb"] for _, _, data in graph.edges(data=True)]
    assert "mengurangi" in verbs


def test_graphml_holds_characters_that_xml_forbids() -> None:
    bad = "a\x00b\ud800c<&>"
    map = ConceptMap(bad, "explore", (Node(bad, "concept", bad, bad), Node("b", "aspect", "B")), (Edge(bad, "b", bad),))
    graph = networkx.read_graphml(BytesIO(graph_json.graphml(map)))
    assert graph.number_of_edges() == 1


def test_every_format_is_made_by_name() -> None:
    placed = place(sample_map.mindmap())
    starts = {"html": b"<!DOCTYPE html>", "svg": b"<?xml", "png": b"\x89PNG", "graphml": b"<?xml", "json": b"{"}
    assert set(starts) == set(maps.FORMATS)
    for form, start in starts.items():
        assert maps.render(placed, form).startswith(start)
