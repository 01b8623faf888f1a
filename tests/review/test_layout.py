"""Places on a map: nothing covers anything, the same everywhere, and what stood stays."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, pairwise
from statistics import mean

import pytest

from kb.model.concept_map import Box, ConceptMap, Edge, Node, PlacedMap, Rect
from kb.model.essentials import essential
from kb.model.lettering import LINE, text_width
from kb.review.layout import place
from tests.review import sample_map

SHEETS = [False, True]
PAGE_POINTS = 14 / 2.54 * 72


def maps() -> list[ConceptMap]:
    """The example's two views, each main concept, and generated overviews of 10 to 60 nodes."""
    generated = [sample_map.generated(nodes, seed) for nodes in (10, 20, 30, 45, 60) for seed in (1, 2)]
    large = essential(sample_map.generated(110))
    return [
        sample_map.overview(),
        large,
        sample_map.dense_mindmap(),
        *(sample_map.mindmap(centre) for centre in sample_map.MAIN),
        *generated,
    ]


def written(placed: PlacedMap) -> list[tuple[str, Rect]]:
    """Every label and caption with its rectangle."""
    labels = [(id, box.label) for id, box in placed.boxes.items()]
    captions = dict.fromkeys(route.caption for route in placed.routes if route.caption)
    return labels + [
        (" ".join(caption.lines), caption.place) for caption in captions if caption.place.left < caption.place.right
    ]


def segments(placed: PlacedMap) -> list[tuple[int, Rect]]:
    """Every straight part of every line that is drawn as a thin rectangle, with the number of its edge."""
    return [
        (number, Rect(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])).grown(0.5))
        for number, route in enumerate(placed.routes)
        if not route.quiet
        for a, b in pairwise(route.points)
    ]


@pytest.mark.parametrize("wide", SHEETS)
@pytest.mark.parametrize("map", maps(), ids=lambda map: f"{map.view}-{len(map.nodes)}")
def test_labels_marks_and_words_of_relations_never_overlap(map: ConceptMap, wide: bool) -> None:
    placed = place(map, wide)
    marks = [(f"mark of {id}", box.mark) for id, box in placed.boxes.items()]
    for (one, first), (other, second) in combinations(written(placed) + marks, 2):
        assert not first.meets(second), f"{one!r} covers {other!r}"


def lines_of(box: Box) -> list[Rect]:
    """Each line of a label as a rectangle."""
    height = box.font * LINE
    tops = [box.label.top + number * height for number in range(len(box.lines))]
    widths = [text_width(line, box.font, box.bold) for line in box.lines]
    lefts = {"right": lambda w: box.label.left, "left": lambda w: box.label.right - w, "below": lambda w: box.x - w / 2}
    return [
        Rect(lefts[box.side](w), top, lefts[box.side](w) + w, top + height) for top, w in zip(tops, widths, strict=True)
    ]


@pytest.mark.parametrize("wide", SHEETS)
@pytest.mark.parametrize("map", maps(), ids=lambda map: f"{map.view}-{len(map.nodes)}")
def test_lines_cover_no_label_and_no_mark(map: ConceptMap, wide: bool) -> None:
    placed = place(map, wide)
    for number, line in segments(placed):
        edge = map.edges[number]
        for id, box in placed.boxes.items():
            if id not in (edge.source, edge.target):
                assert not line.meets(box.label) and not line.meets(box.mark), f"{edge} runs over {id}"
            else:
                assert not any(line.meets(words) for words in lines_of(box)), f"{edge} runs into the words of {id}"


@pytest.mark.parametrize("wide", SHEETS)
@pytest.mark.parametrize("map", maps(), ids=lambda map: f"{map.view}-{len(map.nodes)}")
def test_everything_is_placed_inside_the_canvas(map: ConceptMap, wide: bool) -> None:
    placed = place(map, wide)
    canvas = Rect(0, 0, placed.width, placed.height)
    assert set(placed.boxes) == {node.id for node in map.nodes}
    assert len(placed.routes) == len(map.edges)
    for words, rect in written(placed) + segments(placed):
        assert canvas.left <= rect.left and rect.right <= canvas.right, words
        assert canvas.top <= rect.top and rect.bottom <= canvas.bottom, words


@pytest.mark.parametrize("map", maps(), ids=lambda map: f"{map.view}-{len(map.nodes)}")
def test_no_word_of_a_label_or_a_relation_is_lost(map: ConceptMap) -> None:
    placed = place(map)
    for node in map.nodes:
        shown = "".join(placed.boxes[node.id].lines)
        assert letters(shown) == letters(node.label)
    for edge, group in zip(map.edges, placed.routes, strict=True):
        if not group.tree and not group.quiet:
            words = {" ".join(route.caption.lines) for route in placed.routes if route.caption}
            assert edge.label in words


def letters(text: str) -> str:
    return "".join(text.replace("*", "").split())


@pytest.mark.parametrize("map", [sample_map.overview(), *(sample_map.mindmap(centre) for centre in sample_map.MAIN)])
def test_labels_print_at_eight_points_across_the_text_of_a_page(map: ConceptMap) -> None:
    placed = place(map)
    fonts = [box.font for box in placed.boxes.values()] + [r.caption.font for r in placed.routes if r.caption]
    assert min(fonts) * PAGE_POINTS / placed.width >= 8
    assert placed.height * 14 / placed.width < 21, "taller than a page with its caption"


def test_the_example_needs_no_numbers_in_place_of_words() -> None:
    for map in (sample_map.overview(), sample_map.mindmap()):
        assert all(route.caption.number is None for route in place(map).routes if route.caption)


def test_concepts_joined_by_a_verb_are_nearer_than_others() -> None:
    map = sample_map.overview()
    boxes = place(map).boxes
    concepts = [node.id for node in map.nodes if node.kind == "concept"]

    def far(pair: tuple[str, str]) -> float:
        one, other = boxes[pair[0]], boxes[pair[1]]
        return abs(one.x - other.x) + abs(one.y - other.y)

    joined = [(e.source, e.target) for e in map.edges if e.stated and {e.source, e.target} <= set(concepts)]
    assert mean(map_far(far, joined)) < 0.7 * mean(map_far(far, list(combinations(concepts, 2))))


def map_far(far: object, pairs: list[tuple[str, str]]) -> list[float]:
    return [far(pair) for pair in pairs]  # type: ignore[operator]


@pytest.mark.parametrize("map", [sample_map.overview(), sample_map.dense_mindmap()], ids=["overview", "mindmap"])
def test_each_word_of_a_relation_stands_on_its_own_line(map: ConceptMap) -> None:
    placed = place(map)
    lines = segments(placed)
    for number, route in enumerate(placed.routes):
        if route.caption:
            own = [line for n, line in lines if n == number]
            assert any(route.caption.place.meets(line, 3) for line in own), map.edges[number]


def test_mind_map_draws_every_relation_of_its_concept_and_leaves_only_those_between_others() -> None:
    map = sample_map.dense_mindmap()
    for edge, route in zip(map.edges, place(map).routes, strict=True):
        if map.centre in (edge.source, edge.target):
            assert not route.quiet, edge
        if route.quiet:
            assert map.centre not in (edge.source, edge.target)
    quiet = [edge.label for edge, route in zip(map.edges, place(map).routes, strict=True) if route.quiet]
    assert quiet == ["menyatukan"] * 10 + ["memperluas"]


def test_mind_map_has_definitions_and_studies_left_and_typologies_with_members_right() -> None:
    map = sample_map.mindmap()
    boxes = place(map).boxes
    middle = boxes[map.centre or ""]
    xs = {
        kind: [boxes[n.id].x for n in map.nodes if n.kind == kind]
        for kind in ("definition", "study", "typology", "member")
    }
    assert max(xs["definition"] + xs["study"]) < middle.x < min(xs["typology"])
    assert max(xs["typology"]) < min(xs["member"])
    others = [boxes[n.id].y for n in map.nodes if n.kind == "concept" and n.id != map.centre]
    assert min(others) > max(box.y for id, box in boxes.items() if id not in sample_map.OTHER)


@pytest.mark.parametrize("view", ["overview", "mindmap", "explore"])
def test_places_are_the_same_whatever_the_order_of_hashing(view: str) -> None:
    code = (
        "from tests.review import sample_map; from kb.review.layout import place; import hashlib;"
        f"print(hashlib.sha256(repr(place(sample_map.{view}())).encode()).hexdigest())"
    )
    seen = set()
    for seed in ("0", "1", "4711"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(run.stdout)
    assert len(seen) == 1


def with_one_more(map: ConceptMap, kind: str = "concept") -> ConceptMap:
    node = Node("baru", kind, "Sesuatu yang baru")  # type: ignore[arg-type]
    edge = Edge("baru", "konsep-kemiskinan", "memengaruhi", stated=True)
    return replace(map, nodes=(*map.nodes, node), edges=(*map.edges, edge))


@pytest.mark.parametrize("wide", SHEETS)
@pytest.mark.parametrize("kind", ["concept", "typology", "study"])
def test_what_stood_keeps_its_lane_and_order_when_a_node_is_added(kind: str, wide: bool) -> None:
    map = sample_map.overview()
    before = place(map, wide)
    after = place(with_one_more(map, kind), wide, before)
    for id, box in before.boxes.items():
        now = after.boxes[id]
        assert now.x == box.x
        assert 0 <= now.y - box.y <= 100, id


def test_what_stood_stays_exactly_when_a_node_is_added_to_the_explore_view() -> None:
    map = sample_map.explore()
    before = place(map)
    after = place(with_one_more(map), previous=before)
    moves = {(after.boxes[id].x - box.x, after.boxes[id].y - box.y) for id, box in before.boxes.items()}
    assert len(moves) == 1


def test_a_new_study_moves_only_what_is_below_the_studies() -> None:
    map = sample_map.overview()
    before, after = place(map).boxes, place(with_one_more(map, "study")).boxes
    moved = [id for id, box in before.items() if abs(after[id].x - box.x) + abs(after[id].y - box.y) > 60]
    assert len(moved) <= len(before) / 2


def test_labels_of_the_explore_view_do_not_overlap() -> None:
    boxes = place(sample_map.explore()).boxes
    for one, other in combinations(boxes, 2):
        assert not boxes[one].body.meets(boxes[other].body), (one, other)


def test_a_large_explore_view_needs_no_scipy() -> None:
    nodes = tuple(Node(f"n{n}", "concept", f"Konsep {n}") for n in range(600))
    edges = tuple(Edge(f"n{n}", f"n{(n * 7 + 1) % 600}", "terkait", stated=True) for n in range(600))
    placed = place(ConceptMap("besar", "explore", nodes, edges))
    assert len(placed.boxes) == 600


@pytest.mark.parametrize("view", ["overview", "mindmap", "explore"])
def test_odd_maps_are_placed_too(view: str) -> None:
    alone = Node("a", "concept", "A")
    maps = [
        ConceptMap("kosong", view, (), ()),  # type: ignore[arg-type]
        ConceptMap("satu", view, (alone,), ()),  # type: ignore[arg-type]
        ConceptMap("diri", view, (alone,), (Edge("a", "a", "mengacu pada", stated=True),)),  # type: ignore[arg-type]
        ConceptMap(
            "ganda",
            view,  # type: ignore[arg-type]
            (alone, Node("b", "aspect", ""), Node("c", "person", "x" * 400), Node("d", "member", "日本 " * 30)),
            (Edge("a", "b", ""), Edge("a", "b", "sama"), Edge("b", "a", "sama", dashed=True), Edge("c", "d", "y" * 90)),
        ),
    ]
    for map in maps:
        placed = place(map)
        assert len(placed.boxes) == len(map.nodes)
        assert len(placed.routes) == len(map.edges)


def test_overview_and_mind_map_load_no_networkx_or_numpy() -> None:
    code = (
        "import sys; from tests.review import sample_map; from kb.review.layout import place;"
        "place(sample_map.overview()); place(sample_map.mindmap());"
        "sys.exit(any(name in sys.modules for name in ('networkx', 'numpy', 'rdflib')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
