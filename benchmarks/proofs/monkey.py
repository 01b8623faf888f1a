"""A monkey at the app: clicks and types at random for ten minutes; nobody may see a traceback or a blank page.

`python -m benchmarks.proofs.monkey [MINUTES] [SEED]`. After every step the page must have a heading, no error box,
no script error, no request beyond this machine; at the end the server has printed no traceback and the project opens.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Locator, Page

from benchmarks.running_app import Running, chromium, running_app
from kb.store.new_project import copy_example
from kb.store.project import open_project

TEXTS = (
    "jejaring", "2019", "", "a" * 3000, "<script>alert(1)</script>", "'; DROP TABLE x; --", "{}[]\\", "\u202eabc", "=1+1",
    "السلام عليكم", "💥\n\nbaris", "%00%0a", "-", "…", "@book{x, title={y}}", '"""', "ta'lim *", "0", "99999999999",
)  # fmt: skip
CLICKS = (
    "[data-testid=stSidebarNavLink], [data-testid=stMain] button:not([disabled]), [data-testid=stMain] a[href^='/'], "
    "[data-testid=stMain] [role=tab], [data-testid=stMain] label:has(input[type=checkbox]), "
    "[data-testid=stMain] summary, [data-testid=stSidebar] button, [role=dialog] button, [role=option], svg [role=button]"
)
FIELDS = (
    "[data-testid=stMain] input[type=text], [data-testid=stMain] textarea, [role=dialog] input, [role=dialog] textarea"
)
KEYS = ("Escape", "Enter", "Tab", "ArrowDown", "Space", "Backspace", "Control+z")


@dataclass
class Seen:
    """What the monkey did, and what it should never have met."""

    steps: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Print how much was done and everything that went wrong; 1 where anything did."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        project = copy_example(Path(folder) / "contoh")
        with running_app(project, Path(folder) / "server.log") as app, chromium() as browser:
            page = browser.new_page(viewport={"width": 1200, "height": 900})
            seen = _play(page, app, random.Random(seed), minutes * 60)
            if "Traceback" in app.printed():
                seen.wrong.append(f"the server printed:\n{app.printed()[-3000:]}")
        _opens(project, seen)
    print(f"seed {seed}: {sum(seen.steps.values())} steps {dict(seen.steps)}; {len(seen.wrong)} wrong")
    for wrong in seen.wrong:
        print(" ", wrong)
    return 1 if seen.wrong else 0


def _play(page: Page, app: Running, chance: random.Random, seconds: float) -> Seen:
    seen = Seen()
    foreign = (app.address, app.address.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(foreign) else seen.wrong.append(f"asked {r.url}"))
    page.on("pageerror", lambda error: seen.wrong.append(f"script error at {page.url}: {error}"))
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(app.address)
    end = time.monotonic() + seconds
    while time.monotonic() < end and len(seen.wrong) < 20:
        did = step(page, app, chance)
        seen.steps[did.partition(" ")[0]] += 1
        look(page, seen, did)
    return seen


def step(page: Page, app: Running, chance: random.Random) -> str:
    """One random thing that a hand can do; what it was, in words."""
    what = chance.choices(("click", "type", "key", "reload", "back"), (60, 22, 10, 3, 5))[0]
    try:
        if what == "click" and (target := _any(page, CLICKS, chance)):
            words = (target.text_content(timeout=500) or "").strip()[:40]
            target.click(timeout=1500)
            return f"click “{words}”"
        if what == "type" and (target := _any(page, FIELDS, chance)):
            text = chance.choice(TEXTS)
            target.fill(text, timeout=1500)
            page.keyboard.press("Tab")
            return f"type {text[:30]!r}"
        if what == "key":
            pressed = chance.choice(KEYS)
            page.keyboard.press(pressed)
            return f"key {pressed}"
        if what == "reload":
            page.reload()
        elif what == "back":
            page.go_back(timeout=5000)
            if not page.url.startswith(app.address):
                page.goto(app.address)
    except Error:
        return f"{what} missed"  # what was to be clicked was gone, covered or out of reach
    return what


def _any(page: Page, selector: str, chance: random.Random) -> Locator | None:
    found = page.locator(selector)
    count = found.count()
    return found.nth(chance.randrange(count)) if count else None


def look(page: Page, seen: Seen, did: str) -> None:
    try:
        page.wait_for_selector("[data-testid=stMain] h1, [data-testid=stMain] h2, [role=dialog]", timeout=30_000)
    except Error:
        seen.wrong.append(f"blank page at {page.url} after {did}")
        page.reload()
        return
    boxes = page.locator("[data-testid=stException]")
    if boxes.count():
        seen.wrong.append(f"error box at {page.url} after {did}: {boxes.first.text_content()}")
        page.reload()


def _opens(project: Path, seen: Seen) -> None:
    broken = [f for f in open_project(project).findings if f.check in ("notes-broken", "notes-unreadable")]
    seen.wrong.extend(f"{finding.place.file} does not open any more" for finding in broken)


if __name__ == "__main__":
    sys.exit(main())
