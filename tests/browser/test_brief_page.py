"""The "berkas bimbingan" in a real browser: on a phone and a laptop, light and dark, without any request."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from kb.outputs import briefs
from kb.review.brief import brief
from kb.store.profiles import load_profile
from kb.store.project import open_project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, example_root: Path) -> str:
    made = brief(open_project(example_root), load_profile("umum"), None, "id", "2024-03-12")
    path = tmp_path_factory.mktemp("berkas") / "berkas.html"
    path.write_bytes(briefs.render(made, load_profile("umum"), "html"))
    return path.as_uri()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1200, "dark")])
def test_it_fits_the_screen_asks_for_nothing_and_is_accessible(
    browser: Browser, file: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file)
    assert asked == [file]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    faults = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    assert not faults, [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in faults]
    context.close()
