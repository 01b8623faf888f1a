"""The map of everything on vis-network's canvas, in the real app: click, keyboard, filter, zoom, network, weight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WAIT, Window

pytestmark = pytest.mark.browser


def test_a_node_opens_its_details_by_click_and_by_keyboard(window: Window) -> None:
    received: list[int] = []
    window.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    page = window.visit("/peta?tampilan=explore")
    page.locator(".stage canvas").wait_for(timeout=WAIT)
    cursor = page.locator(".stage .cursor")
    expect(cursor).to_have_attribute("aria-pressed", "false")
    page.get_by_role("button", name="Unduh HTML").wait_for(timeout=WAIT)  # the last of the page: all of it has come
    window.settle()
    received.clear()
    click(page)
    expect(page.get_by_role("link", name="Buka halaman")).to_be_visible(timeout=WAIT)
    expect(cursor).to_have_attribute("aria-pressed", "true")
    window.settle()
    assert 0 < sum(received) < 40_000

    chosen = cursor.get_attribute("aria-label")
    page.get_by_role("button", name="Perbesar").click()
    cursor.focus()
    page.keyboard.press("ArrowRight")
    assert cursor.get_attribute("aria-label") != chosen
    page.keyboard.press("Enter")
    words = (cursor.get_attribute("aria-label") or "").split(": ", 1)[1].rsplit(", ", 1)[0]
    expect(page.get_by_role("heading", name=words, exact=True)).to_be_visible(timeout=WAIT)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Buka halaman")).to_have_count(0, timeout=WAIT)


def test_search_counts_and_goes_to_a_hit_and_a_hidden_kind_leaves_the_keyboard_s_way(window: Window) -> None:
    page = window.visit("/peta?tampilan=explore")
    page.locator(".stage canvas").wait_for(timeout=WAIT)
    box = page.get_by_role("searchbox", name="Cari di peta")
    box.fill("KEMISKINAN")
    expect(page.locator(".map .status")).not_to_have_text("0 ditemukan")
    box.press("Enter")
    cursor = page.locator(".stage .cursor")
    assert "kemiskinan" in (cursor.get_attribute("aria-label") or "").lower()
    box.fill('<b>"*(')
    expect(page.locator(".map .status")).to_have_text("0 ditemukan")
    box.press("Escape")
    page.get_by_role("button", name="Konsep", exact=True).click()
    expect(cursor).not_to_have_attribute("aria-label", "Konsep: kemiskinan")
    assert not (cursor.get_attribute("aria-label") or "").startswith("Konsep:")


def click(page: Page) -> None:
    """A press of the mouse on the node where the keyboard stands."""
    box = page.locator(".stage .cursor").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
