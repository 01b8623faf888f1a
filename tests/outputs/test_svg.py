"""The picture of a map: complete, legible in print, alone in its file, harmless whatever it is made of."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from kb.model.concept_map import ConceptMap, Edge, Node
from kb.model.text import without_emphasis
from kb.outputs import map_look, svg
from kb.outputs.map_payload import DARK_LINES
from kb.review.layout import place
from tests.review import sample_map

NAMESPACE = "{http://www.w3.org/2000/svg}"
DARK_PAPER = "#0E1117"
HOSTILE = (
    "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "]]><!-- & &lt; &#0; ${x} {{x}}",
    "a\x00b\x0bc\ud800d\ufffee",
    "javascript:alert(1) href=https://evil.test/x",
)


def drawn(map: ConceptMap, language: str = "id") -> ET.Element:
    return ET.fromstring(svg.render(place(map), language))


def texts(root: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{NAMESPACE}text")]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("map", [sample_map.overview(), sample_map.mindmap()], ids=["overview", "mindmap"])
def test_everything_written_prints_at_eight_points_across_the_text_of_a_page(map: ConceptMap) -> None:
    root = drawn(map)
    assert root.get("width") == "140mm"
    units = float(root.get("viewBox", "").split()[2])
    points = 14 / 2.54 * 72
    sizes = [float(text.get("font-size", "0")) * points / units for text in root.iter(f"{NAMESPACE}text")]
    assert min(sizes) >= 8


def test_title_labels_verbs_and_legend_are_there_as_text() -> None:
    map = sample_map.overview()
    written = " ".join(texts(drawn(map)))
    for words in (map.title, *(node.label for node in map.nodes), *(edge.label for edge in map.edges if edge.stated)):
        for word in without_emphasis(words).split():
            assert word.split("/")[0] in written
    for words in ("Penelitian ini", "Konsep", "Rincian konsep", "Aspek", "Penelitian terdahulu", "hubungan"):
        assert words in texts(drawn(map))


def test_legend_holds_only_kinds_that_the_map_holds() -> None:
    assert "Tokoh" not in texts(drawn(sample_map.overview()))
    assert "Tokoh" in texts(drawn(sample_map.explore()))


def test_english_map_has_an_english_legend() -> None:
    written = texts(drawn(sample_map.overview(), "en"))
    assert "Previous study" in written
    assert "Penelitian terdahulu" not in written


def test_kinds_differ_in_shape_not_only_in_colour() -> None:
    shapes = {}
    for kind, look in map_look.LOOKS.items():
        shapes.setdefault((look.corners, look.hollow), []).append(kind)
    shared = [kinds for kinds in shapes.values() if len(kinds) > 1]
    assert shared == [["concept", "member"]], "these two differ in size"


def test_what_a_reader_maps_or_compares_is_dashed_and_nothing_else() -> None:
    map = sample_map.overview()
    paths = [path for path in drawn(map).iter(f"{NAMESPACE}path") if path.get("fill") == "none"]
    dashed = [path for path in paths if path.get("stroke-dasharray")]
    assert len(dashed) == sum(edge.dashed for edge in map.edges) + 1, "and one in the legend"


def test_marks_and_words_have_enough_contrast_on_both_grounds() -> None:
    for look in map_look.LOOKS.values():
        assert contrast(look.light, map_look.PAPER) >= 3
        assert contrast(look.dark, DARK_PAPER) >= 3
    assert contrast(map_look.INK, map_look.PAPER) >= 4.5
    assert all(contrast(colour, map_look.PAPER) >= 3 for colour in map_look.LINES.values())
    assert all(contrast(colour, DARK_PAPER) >= 3 for colour in DARK_LINES.values())


def test_picture_names_nothing_outside_its_file() -> None:
    text = svg.render(place(sample_map.explore())).decode()
    assert re.findall(r"https?://[^\"\s]*", text) == ["http://www.w3.org/2000/svg"]
    root = ET.fromstring(text)
    names = {element.tag.removeprefix(NAMESPACE) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "rect", "g", "path", "polygon", "circle", "text", "tspan"}
    assert not any(name.startswith("on") or name.endswith("href") for element in root.iter() for name in element.attrib)


@pytest.mark.parametrize("view", ["overview", "mindmap", "explore"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_stays_text(text: str, view: str) -> None:
    nodes = (Node("a", "concept", text, text, main=True), Node("b", "aspect", text, text), Node(text, "study", text))
    edges = (Edge("a", "b", text, stated=True), Edge(text, "b", text, dashed=True))
    data = svg.render(place(ConceptMap(text, view, nodes, edges, "a")))  # type: ignore[arg-type]
    root = ET.fromstring(data)
    assert not [element for element in root.iter() if element.tag.removeprefix(NAMESPACE) in ("script", "img")]
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)


def test_words_without_room_are_in_the_legend_with_their_number() -> None:
    map = sample_map.generated(150)
    placed = place(map)
    numbers = {route.caption.number for route in placed.routes if route.caption and route.caption.number}
    assert numbers, "the sample is dense enough"
    written = " ".join(texts(ET.fromstring(svg.render(placed))))
    for number in numbers:
        assert f"({number}) " in written


def test_what_the_picture_leaves_out_is_said() -> None:
    map = sample_map.dense_mindmap()
    written = texts(drawn(map))
    assert "11 hubungan lain ada di peta semua istilah." in written


def test_every_node_says_its_kind_and_label_to_a_screen_reader() -> None:
    labels = [group.get("aria-label") for group in drawn(sample_map.overview()).iter(f"{NAMESPACE}g")]
    assert "Penelitian terdahulu: Murni (2016)" in labels
    description = drawn(sample_map.overview()).findtext(f"{NAMESPACE}desc") or ""
    assert "Jejaring kerja – termasuk – Jejaring sosial" in description
