"""Every page, looked at by a machine and laid out for a person: `python -m benchmarks.proofs.every_page [FOLDER]`.

Each address is opened on the example, on an empty project and on 1,000 studies; wide, as a phone, dark, in English.
Axe must find nothing, nothing may be wider than its window, no error box, script error or request beyond this machine
may appear. The pictures are left in FOLDER (default `look/pages`), one a page and state, to be looked at.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from app.pages import ADDRESSES
from benchmarks.running_app import chromium, running_app
from benchmarks.synthetic_reviews import write_review
from kb.store.new_project import copy_example, new_project

THINGS = {
    "example": [
        "konsep?konsep=konsep-jejaring-kerja", "konsep?konsep=konsep-kemiskinan", "penelitian?studi=studi-murni", "penelitian?studi=studi-daulay",
        "karya?karya=baker1994networking", "tokoh?tokoh=tokoh-cross", "naskah?baris=33", "peta?tampilan=mindmap",
        "peta?tampilan=people", "peta?tampilan=coverage", "peta?tampilan=explore", "cari?kata=jejaring",
        "tanya?soal=pengertian&nilai=konsep-kemiskinan", "sunting-penelitian?studi=studi-murni",
        "sunting-konsep?konsep=konsep-kemiskinan", "sunting-karya?karya=baker1994networking",
    ],
    "1,000 studies": ["penelitian?studi=studi-s500", "peta?tampilan=explore", "cari?kata=metode"],
}  # fmt: skip
"""Pages of one thing, beside the lists and forms that every project has."""
STREAMLITS_OWN = {"presentation-role-conflict"}
"""Minor: the drop zone of Streamlit's file field calls itself presentation and can be focused."""


@dataclass(frozen=True)
class State:
    """How a project is looked at."""

    project: str
    name: str
    width: int = 1280
    scheme: str = "light"
    language: str = "id"


STATES = [
    State("example", "wide"), State("example", "dark", scheme="dark"), State("example", "phone", width=390),
    State("example", "english", language="en"), State("empty", "empty"), State("empty", "empty-dark", scheme="dark"),
    State("1,000 studies", "many"), State("1,000 studies", "many-phone", width=390),
]  # fmt: skip


def main() -> int:
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "look/pages")
    target.mkdir(parents=True, exist_ok=True)
    wrong = seen = 0
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for name, project in _projects(Path(folder)):
            with running_app(project, Path(folder) / "server.log") as app:
                for state in [state for state in STATES if state.project == name]:
                    for path in [*ADDRESSES.values(), *THINGS.get(name, [])]:
                        found = _look(browser, app.address, path, state, target)
                        seen, wrong = seen + 1, wrong + bool(found)
                        for line in found:
                            print(f"{state.name} /{path}: {line}", flush=True)
                if "Traceback" in app.printed():
                    wrong += 1
                    print(f"{name}: the server printed a traceback\n{app.printed()[-3000:]}")
    print(f"{seen} pages looked at, {wrong} with something wrong; pictures in {target}")
    return 1 if wrong else 0


def _projects(folder: Path) -> Iterator[tuple[str, Path]]:
    yield "example", copy_example(folder / "contoh")
    yield "empty", new_project(folder / "kosong", "Literasi keuangan guru sekolah dasar")
    yield "1,000 studies", write_review(folder / "seribu", 1000)


def _look(browser: Browser, address: str, path: str, state: State, target: Path) -> list[str]:
    context = browser.new_context(
        viewport={"width": state.width, "height": 900},
        color_scheme="dark" if state.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    found: list[str] = []
    local = (address, address.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else found.append(f"asked {r.url}"))
    page.on("pageerror", lambda error: found.append(f"script error: {error}"))
    try:
        base, _, query = path.partition("?")
        page.goto(f"{address}/{base}?{query}{'&' if query else ''}{urlencode({'bahasa': state.language})}")
        _settle(page)
        found += _faults(page, state)
        name = re.sub(r"[^\w]+", "-", path or "beranda")
        page.screenshot(path=target / f"{state.name}-{name}.png")
    except Exception as stopped:
        found.append(f"{type(stopped).__name__}: {str(stopped).splitlines()[0]}")
    context.close()
    return found


def _settle(page: Page) -> None:
    page.wait_for_selector("[data-testid=stMain] h1", timeout=60_000)
    page.wait_for_function(
        "() => !document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')", timeout=60_000
    )
    page.wait_for_timeout(800)


def _faults(page: Page, state: State) -> list[str]:
    found = []
    if page.locator("[data-testid=stException]").count():
        found.append(f"an error box: {page.locator('[data-testid=stException]').first.inner_text()[:300]}")
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    if wide > state.width + 2:
        found.append(f"{wide} pixels wide in a window of {state.width}")
    if page.evaluate("document.documentElement.lang") != state.language:
        found.append("the wrong language is declared")
    for each in [each for each in Axe().run(page).response["violations"] if each["id"] not in STREAMLITS_OWN]:
        found.append(f"axe {each['id']} ({each['impact']}): {each['nodes'][0]['html'][:160]}")
    return found


if __name__ == "__main__":
    sys.exit(main())
