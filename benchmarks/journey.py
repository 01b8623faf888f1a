"""A hand at the app: opens pages, fills fields by their labels, waits until the page has come to rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from kb.locale import Translator

WAIT = 60_000


@dataclass
class Hand:
    """A person at one window; labels are given in Indonesian and looked up in the window's language."""

    page: Page
    address: str
    say: Translator
    language: str
    pictures: Path | None = None

    def go(self, path: str = "/") -> None:
        """Open a page by its address, in the hand's language."""
        self.page.goto(f"{self.address}{path}{'&' if '?' in path else '?'}bahasa={self.language}")
        self.rest()

    def rest(self) -> None:
        """Wait for the page's heading and until no script runs."""
        self.page.wait_for_selector("[data-testid=stMain] h1", timeout=WAIT)
        self.page.wait_for_timeout(250)
        self.page.wait_for_function(
            "() => !document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')", timeout=WAIT
        )
        self.page.wait_for_timeout(250)

    def write(self, label: str, text: str) -> None:
        """Fill a field, and leave it as a person does before pressing a button."""
        field = self.page.get_by_label(self.say(label), exact=True).first
        field.fill(text)
        field.press("Tab")
        self.rest()

    def choose(self, label: str, words: Sequence[str], **slots: object) -> None:
        """Several values, each typed and taken with Enter; `slots` fill the label's."""
        name = self.say(label).format(**slots)
        for word in words:
            field = self.page.get_by_role("combobox", name=name, exact=True).first
            field.fill(word)
            self.page.wait_for_timeout(400)
            field.press("Enter")
            self.rest()
        field.press("Tab")  # closes the list, which would cover the next field
        self.page.keyboard.press("Escape")
        self.rest()

    def press(self, label: str, role: str = "button") -> None:
        """A button, link, tab or radio by its name."""
        self.page.get_by_role(role, name=self.say(label)).first.click()  # type: ignore[arg-type]
        self.rest()

    def download(self, label: str) -> bytes:
        """What a download button gives."""
        with self.page.expect_download(timeout=WAIT) as waiting:
            self.page.get_by_role("button", name=self.say(label)).first.click()
        return Path(waiting.value.path()).read_bytes()

    def picture(self, name: str) -> None:
        """The window as it stands, for the guide."""
        if self.pictures is not None:
            self.page.mouse.move(0, 0)
            self.page.screenshot(path=str(self.pictures / f"{name}.png"))
