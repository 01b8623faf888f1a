"""The gist of a large map."""

from __future__ import annotations

from kb.model.essentials import MOST, essential
from tests.review import sample_map


def test_a_map_that_fits_stays_as_it_is() -> None:
    map = sample_map.overview()
    assert essential(map) is map


def test_what_is_left_out_is_counted() -> None:
    map = sample_map.generated(200)
    small = essential(map)
    assert small.left_out == len(map.nodes) - len(small.nodes) > 0


def test_this_study_main_concepts_aspects_and_typologies_always_stay() -> None:
    small = {node.id for node in essential(sample_map.generated(200)).nodes}
    for node in sample_map.generated(200).nodes:
        if node.main or node.kind in ("focal", "aspect", "typology"):
            assert node.id in small


def test_the_rest_is_what_joins_most_of_these_and_no_edge_hangs_loose() -> None:
    map = sample_map.dense_mindmap()
    small = essential(map, 25)
    ids = {node.id for node in small.nodes}
    assert all(edge.source in ids and edge.target in ids for edge in small.edges)
    assert all(any(node.id in (e.source, e.target) for e in small.edges) for node in small.nodes if not node.main)


def test_the_order_of_the_notes_stays() -> None:
    map = sample_map.generated(120)
    kept = [node.id for node in essential(map).nodes]
    assert kept == [node.id for node in map.nodes if node.id in set(kept)]
    assert MOST >= 30
