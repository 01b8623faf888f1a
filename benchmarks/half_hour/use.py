"""A hand that counts what it does, and reads after each step whether it went well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import FilePayload, Locator

from benchmarks.journey import WAIT, Hand

DOWNLOADS = "[data-testid=stDownloadButton] button:visible"


@dataclass
class Use:
    """A hand with what it has done so far: steps by kind, pages seen by address, files that came."""

    hand: Hand
    project: Path
    round: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    pages: set[str] = field(default_factory=set)
    got: int = 0
    wrong: list[str] = field(default_factory=list)

    def did(self, kind: str) -> None:
        """Count a step and look at what it left on the screen."""
        page = self.hand.page
        self.hand.rest()
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=WAIT)
        self.steps[kind] += 1
        self.pages.add(urlsplit(page.url).path.strip("/"))
        box = page.locator("[data-testid=stException]")
        if box.count():
            self.wrong.append(f"error box at {page.url}: {(box.first.text_content() or '')[:300]}")

    def open(self, path: str) -> None:
        """A page by its address."""
        self.hand.go(f"/{path}")
        self.did("page")

    def click(self, selector: str, kind: str) -> None:
        """The first that fits."""
        self.hand.page.locator(selector).first.click(timeout=WAIT)
        self.did(kind)

    def unfold_sidebar(self) -> None:
        """The window remembers that it was folded away."""
        if (button := self.hand.page.locator("[data-testid=stExpandSidebarButton]:visible")).count():
            button.first.click(timeout=WAIT)
            self.did("sidebar")

    def files(self, selector: str = DOWNLOADS) -> None:
        """Press each download button; what comes must not be empty."""
        buttons = self.hand.page.locator(selector)
        buttons.first.wait_for(timeout=WAIT)
        for number in range(buttons.count()):
            with self.hand.page.expect_download(timeout=WAIT) as coming:
                buttons.nth(number).click(timeout=WAIT)
            if not Path(coming.value.path()).stat().st_size:
                self.wrong.append(f"an empty {coming.value.suggested_filename}")
            self.got += 1
            self.did("download")

    def give(self, name: str, data: bytes, kind: str, at: int = 0, mime: str = "text/plain") -> None:
        """Upload into a file field of the page."""
        payload: FilePayload = {"name": name, "mimeType": mime, "buffer": data}
        self.hand.page.locator("[data-testid=stMain] input[type=file]").nth(at).set_input_files(payload)
        self.did(kind)

    def saved(self, act: Callable[[], object], kind: str) -> None:
        """Do what saves, and read that it was saved."""
        page = self.hand.page
        if (old := page.locator(".st-key-close-saved-line button")).count():
            old.first.click()
            self.hand.rest()
        act()
        line = page.locator(".st-key-saved-line-box")
        line.wait_for(timeout=WAIT)
        self._good(line, kind)

    def undone(self) -> None:
        """Take back the last save from its line."""
        self.hand.page.locator(".st-key-undo-save button").first.click(timeout=WAIT)
        self.hand.page.get_by_text(self.hand.say("Diurungkan: {files}.").partition(":")[0]).first.wait_for(timeout=WAIT)
        self._good(self.hand.page.locator(".st-key-saved-line-box"), "undo")

    def _good(self, line: Locator, kind: str) -> None:
        words = line.inner_text()
        if "check_circle" not in words:
            self.wrong.append(f"{kind}: {words[:200]}")
        self.did(kind)
