"""The concept map in a real browser: clicks and keys report ids, nothing leaves the machine, both themes and a phone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.outputs import network_html
from kb.review.layout import place
from tests.review import sample_map

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent
SCRIPT = """
import streamlit as st
from app.components import concept_list, concept_map
from kb.model.concept_map import ConceptMap, Edge, Node
from kb.review.layout import place
from tests.review import sample_map
HOSTILE = "<img src=x onerror=document.title=666><script>document.title=666</script>"
def hostile():
    nodes = (Node("a", "concept", HOSTILE, HOSTILE, main=True), Node("b", "aspect", HOSTILE))
    return ConceptMap(HOSTILE, "overview", nodes, (Edge("a", "b", HOSTILE, stated=True),))
st.set_page_config(layout="wide")
view = st.query_params.get("view", "overview")
drawn = hostile() if view == "hostile" else getattr(sample_map, view)()
wanted = st.session_state.get("wanted", st.query_params.get("pilih"))
st.write("dipilih:", concept_map.show("peta", place(drawn, True), wanted))
if st.button("pilih kemiskinan"):
    st.session_state["wanted"] = "konsep-kemiskinan"
    st.rerun()
concept_list.show("daftar", place(drawn, True))
"""


@pytest.fixture(scope="module")
def map_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    script = tmp_path_factory.mktemp("peta") / "halaman.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server.address": "127.0.0.1",
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
    }
    flags = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *flags],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(120):
        assert server.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the server did not answer")


class Visit:
    """A page with the map, and every request and error it made."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.outside: list[str] = []
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("request", self._note)
        page.goto(url)
        page.wait_for_selector(".map .node")

    def _note(self, request: object) -> None:
        url = str(request.url)  # type: ignore[attr-defined]
        if not url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
            self.outside.append(url)

    def node(self, words: str) -> object:
        return self.page.locator(f'.map .node[aria-label*="{words}"]').first

    def chosen(self, words: str) -> None:
        expect(self.page.get_by_text(f"dipilih: {words}")).to_be_visible()


@pytest.fixture
def visit(browser: Browser, map_address: str) -> Iterator[object]:
    contexts = []

    def start(query: str = "", width: int = 1400, height: int = 900, scheme: str = "light") -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        return Visit(context.new_page(), f"{map_address}/?{query}")

    yield start
    for context in contexts:
        context.close()


def test_a_click_reports_the_node_and_lights_its_neighbours(visit, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    seen = visit()
    seen.node("Konsep: Jejaring kerja,").click()
    seen.chosen("konsep-jejaring-kerja")
    dimmed = seen.node("Konsep: Home industry")
    expect(dimmed).to_have_class("node main dim")
    expect(seen.node("Konsep: Jejaring sosial")).not_to_have_class("dim")
    seen.page.screenshot(path=tmp_path / "terang.png")
    assert (tmp_path / "terang.png").stat().st_size > 20_000
    seen.node("Konsep: Jejaring kerja,").click()
    seen.chosen("None")
    assert not seen.outside
    assert not seen.errors


def test_keyboard_moves_chooses_and_lets_go(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit()
    page = seen.page
    page.locator(".map .fit").focus()
    page.keyboard.press("Tab")
    assert focused(page).startswith("Penelitian ini:")
    page.keyboard.press("ArrowDown")
    first = focused(page)
    assert first.startswith("Konsep: Jejaring kerja")
    page.keyboard.press("ArrowRight")
    assert focused(page) != first
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator('.map .node[aria-pressed="true"]')).to_have_count(1)
    page.keyboard.press("Escape")
    seen.chosen("None")
    expect(page.locator('.map .node[aria-pressed="true"]')).to_have_count(0)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.shadowRoot.activeElement.getAttribute('aria-label')"))


def test_zoom_and_place_survive_a_rerun(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit()
    world = seen.page.locator(".map .world")
    before = world.get_attribute("transform")
    seen.page.get_by_role("button", name="Perbesar").click()
    zoomed = world.get_attribute("transform")
    assert zoomed != before
    seen.node("Konsep: Jejaring kerja,").click()
    seen.chosen("konsep-jejaring-kerja")
    assert world.get_attribute("transform") == zoomed
    seen.page.get_by_role("button", name="Sesuaikan ke layar").click()
    assert world.get_attribute("transform") == before


def test_the_page_can_choose_a_node_too(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit("pilih=konsep-home-industry")
    seen.chosen("konsep-home-industry")
    expect(seen.page.locator('.map .node[aria-pressed="true"]')).to_have_attribute(
        "aria-label", "Konsep: Home industry, 5 hubungan"
    )
    seen.page.get_by_role("button", name="pilih kemiskinan").click()
    seen.chosen("konsep-kemiskinan")
    expect(seen.node("Konsep: Kemiskinan")).to_have_attribute("aria-pressed", "true")


def test_search_dims_the_rest_and_enter_goes_to_the_first_hit(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit()
    box = seen.page.get_by_role("searchbox", name="Cari di peta")
    box.fill("SOSIAL")
    expect(seen.page.locator(".map .status")).to_have_text("4 ditemukan")
    expect(seen.node("Konsep: Kemiskinan")).to_have_class("node main dim")
    box.press("Enter")
    assert "sosial" in focused(seen.page).lower()
    box.fill('<b>"*(')
    expect(seen.page.locator(".map .status")).to_have_text("0 ditemukan")
    assert not seen.errors


def test_a_kind_can_be_hidden_with_its_lines_and_shown_again(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit()
    button = seen.page.get_by_role("button", name="Penelitian terdahulu", exact=True)
    button.click()
    expect(seen.node("Penelitian terdahulu: Murni")).to_be_hidden()
    expect(seen.page.locator(".map .lines .edge.dashed:not(.gone)")).to_have_count(0)
    button.click()
    expect(seen.node("Penelitian terdahulu: Murni")).to_be_visible()


def test_words_of_relations_can_be_asked_for_one_by_one(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit()
    seen.page.get_by_label("Semua kata hubungan").uncheck()
    expect(seen.page.locator(".map .caption:not(.gone)")).to_have_count(0)
    seen.node("Konsep: Pekerjaan sosial").click()
    expect(seen.page.locator(".map .caption:not(.gone)").first).to_be_visible()
    seen.page.mouse.move(2, 2)
    words = seen.page.locator(".map .caption:not(.gone) text").all_text_contents()
    assert "menggunakan" in words


def test_quiet_relations_show_with_their_node(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit("view=dense_mindmap")
    seen.node("Konsep: Kerja sama 0").click()
    expect(seen.page.locator(".map .edge:not(.gone) > text", has_text="menyatukan")).to_be_visible()


@pytest.mark.parametrize("view", ["overview", "mindmap", "explore"])
def test_dark_theme_has_its_own_colours(visit, view: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    fills = {}
    for scheme in ("light", "dark"):
        seen = visit(f"view={view}", scheme=scheme)
        fills[scheme] = seen.page.evaluate(
            "getComputedStyle([...document.querySelectorAll('*')].find((e) => e.shadowRoot && "
            "e.shadowRoot.querySelector('.map')).shadowRoot.querySelector('.node .mark')).fill"
        )
        seen.page.screenshot(path=tmp_path / f"{view}-{scheme}.png")
        assert not seen.errors
    first = {"overview": ("rgb(179, 38, 30)", "rgb(255, 138, 128)")}
    light, dark = first.get(view, (fills["light"], fills["dark"]))
    assert (fills["light"], fills["dark"]) == (light, dark)
    assert light != dark


def test_a_phone_shows_the_map_inside_its_width(visit, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    seen = visit(width=390, height=844)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
    box = seen.page.locator(".map .canvas").bounding_box()
    assert box["width"] <= 390
    assert box["height"] >= 300
    seen.page.screenshot(path=tmp_path / "ponsel.png")


def test_hostile_text_stays_text(visit) -> None:  # type: ignore[no-untyped-def]
    seen = visit("view=hostile")
    expect(seen.node("onerror")).to_be_visible()
    seen.node("onerror").click()
    seen.chosen("a")
    assert seen.page.title() != "666"
    assert seen.page.locator("img[src=x]").count() == 0
    assert not seen.outside


def test_standalone_page_opens_from_disk_without_any_request(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "peta.html"
    file.write_bytes(network_html.render(place(sample_map.dense_mindmap(), True)))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(file.as_uri())
    button = page.get_by_role("button", name="Prinsip timbal balik")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#details h2")).to_have_text("Prinsip timbal balik")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.screenshot(path=tmp_path / "mandiri.png")
    assert requests == [file.as_uri()]
    assert not errors
    page.close()
