"""Scholars, concepts and studies on one map: who is joined to what, and where everything stands."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from kb.model.concept_map import ConceptMap, Edge, Node, PlacedMap
from kb.outputs.maps import render
from kb.queries.people_map import people_map
from kb.review.layout import place
from kb.store.project import open_project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drawn() -> ConceptMap:
    return people_map(open_project(ROOT))


def _many(people: int, concepts: int, studies: int) -> ConceptMap:
    nodes = [
        Node(f"k{n}", "concept", f"konsep nomor {n} yang agak panjang namanya", main=n == 0) for n in range(concepts)
    ]
    nodes += [Node(f"t{n}", "person", f"Tokoh Nomor {n} Bernama Panjang") for n in range(people)]
    nodes += [Node(f"s{n}", "study", f"Peneliti {n} (20{n:02})") for n in range(studies)]
    words = ("mendefinisikan", "merinci")
    edges = [Edge(f"t{n}", f"k{n % concepts}", words[n % 2], stated=True) for n in range(people)]
    edges += [Edge(f"t{n}", f"k{(n * 3 + 1) % concepts}", "merinci", stated=True) for n in range(0, people, 3)]
    edges += [
        Edge(f"s{n}", f"k{k}", "bersesuaian dengan" if (n + k) % 2 else "mengkaji", dashed=bool((n + k) % 2))
        for n in range(studies)
        for k in (n % concepts, (n + 2) % concepts)
    ]
    unique = {(edge.source, edge.target, edge.label): edge for edge in edges}
    return ConceptMap("Tokoh", "people", tuple(nodes), tuple(unique.values()))


def test_a_scholar_is_joined_to_the_concept_that_has_what_was_said(drawn: ConceptMap) -> None:
    edges = {(edge.source, edge.target, edge.label) for edge in drawn.edges}
    assert ("tokoh-anklam", "konsep-jejaring-kerja", "merinci") in edges
    assert ("studi-murni", "konsep-jejaring-kerja", "mengkaji") in edges
    assert all(edge.label for edge in drawn.edges)


def test_the_author_of_a_prior_study_is_that_study_and_no_scholar(drawn: ConceptMap) -> None:
    people = {node.label for node in drawn.nodes if node.kind == "person"}
    assert "Ruaida Murni" not in people and "Patti Anklam" in people
    assert len(people) == len([node for node in drawn.nodes if node.kind == "person"])


def _bodies_apart(placed: PlacedMap) -> None:
    for (one, first), (other, second) in itertools.combinations(placed.boxes.items(), 2):
        assert not first.label.meets(second.label), (one, other)
        assert not first.mark.meets(second.mark), (one, other)
    captions = [route.caption.place for route in placed.routes if route.caption]
    for first_place, second_place in itertools.combinations(captions, 2):
        assert not first_place.meets(second_place)
    for box in placed.boxes.values():
        assert box.label.left >= 0 and box.label.right <= placed.width and box.body.bottom <= placed.height
        assert not any(caption.meets(box.label) for caption in captions)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("sizes", [(22, 9, 3), (1, 1, 0), (60, 25, 40), (0, 3, 2), (5, 1, 0)])
def test_nothing_lies_on_anything_else(sizes: tuple[int, int, int], wide: bool) -> None:
    _bodies_apart(place(_many(*sizes), wide))


def test_the_examples_map_stands_clear_and_prints_at_eight_points(drawn: ConceptMap) -> None:
    placed = place(drawn)
    _bodies_apart(placed)
    printed = min(box.font for box in placed.boxes.values()) / placed.width * 14 / 2.54 * 72
    assert printed >= 8


def test_every_word_stands_at_its_lines_and_every_format_is_made(drawn: ConceptMap) -> None:
    placed = place(drawn)
    told = {(edge.target, edge.label, edge.source.startswith("tokoh")) for edge in drawn.edges}
    assert len([route for route in placed.routes if route.caption]) == len(told)
    assert place(drawn) == placed
    for form in ("svg", "html", "graphml", "json"):
        assert render(placed, form)
