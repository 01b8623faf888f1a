"""The standalone page of a map: one file, nothing from outside, nothing that text could set off."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from kb.model.concept_map import ConceptMap, Edge, Node
from kb.outputs import network_html
from kb.review.layout import place
from tests.outputs.test_svg import HOSTILE
from tests.review import sample_map


class Page(HTMLParser):
    """What a browser would see of a page: tags with attributes, and texts by tag."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


@pytest.fixture(scope="module")
def data() -> bytes:
    return network_html.render(place(sample_map.explore()))


def test_page_is_one_small_file(data: bytes) -> None:
    assert len(data) < 1_200_000


def test_page_loads_nothing_from_outside(data: bytes) -> None:
    page = Page(data)
    for tag, attributes in page.tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form"), tag
        assert not {"src", "href", "srcset", "action", "data"} & set(attributes), (tag, attributes)
    styles = "".join(page.texts["style"])
    assert "@import" not in styles
    assert all(url.startswith("data:") for url in re.findall(r"url\([\"']?([^)\"']*)", styles))


def test_policy_forbids_every_request_and_comes_before_any_script(data: bytes) -> None:
    page = Page(data)
    metas = [attributes for tag, attributes in page.tags if tag == "meta"]
    policy = next(m["content"] for m in metas if m.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and "default-src 'none'" in policy
    order = [tag for tag, _ in page.tags]
    assert order.index("meta") < order.index("script")
    assert data.index(b"Content-Security-Policy") < data.index(b"<script")


def test_page_has_language_title_and_one_heading() -> None:
    page = Page(network_html.render(place(sample_map.overview()), "en"))
    assert page.tags[0] == ("html", {"lang": "en"})
    assert "".join(page.texts["title"]).startswith("Peta konsep: Pemanfaatan jejaring kerja pada home industry")
    assert sum(tag == "h1" for tag, _ in page.tags) == 1
    assert "Previous study" in "".join(page.texts["h3"])


def test_every_node_is_a_button_in_the_list_with_its_relations(data: bytes) -> None:
    page = Page(data)
    buttons = [attributes["data-node"] for tag, attributes in page.tags if "data-node" in attributes]
    assert sorted(map_id for map_id in buttons if map_id) == sorted(node.id for node in sample_map.explore().nodes)
    assert "termasuk → Jejaring sosial" in page.texts["li"]


def test_places_are_fixed_and_nothing_dances(data: bytes) -> None:
    text = data.decode()
    assert '"physics": {"enabled": false}' in text
    placed = place(sample_map.explore())
    nodes = json.loads(re.search(r"nodes = new vis\.DataSet\((\[.*?\])\);", text)[1])  # type: ignore[index]
    assert {(node["x"], node["y"]) for node in nodes} == {(box.x, box.y) for box in placed.boxes.values()}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_makes_no_tag_and_no_handler(text: str) -> None:
    nodes = (Node("a", "concept", text, text, main=True), Node("b", "aspect", text, text), Node(text, "study", text))
    edges = (Edge("a", "b", text, stated=True), Edge(text, "b", text, dashed=True))
    harmless = network_html.render(place(sample_map.overview()))
    data = network_html.render(place(ConceptMap(text, "overview", nodes, edges, "a")))
    page = Page(data)
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in Page(harmless).tags} | {"details"}
    assert sum(tag == "script" for tag, _ in page.tags) == sum(tag == "script" for tag, _ in Page(harmless).tags)
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    carried = data.split(b'id="map-data">', 1)[1].split(b"</script>", 1)[0]
    assert len(json.loads(carried)["nodes"]) == 3, "the data ends where it should"
