"""A real browser on the real server: Debian's Chromium, one server and one browser for all tests of the folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kb.store.new_project import copy_example

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WAIT = 30_000


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a browser these tests are left out, and that is said where nobody misses it."""
    if CHROMIUM is None:
        here = Path(__file__).parent
        left_out = [item for item in items if here in Path(str(item.fspath)).parents]
        items[:] = [item for item in items if item not in left_out]
        config.issue_config_time_warning(
            UserWarning(f"NO CHROMIUM: {len(left_out)} browser tests were LEFT OUT (apt install chromium)"),
            stacklevel=2,
        )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example that the server shows."""
    return copy_example(tmp_path_factory.mktemp("peramban") / "proyek")


@pytest.fixture(scope="session")
def address(project: Path) -> Iterator[str]:
    """The address of `kajian app`, started as a person starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kb", "-C", str(project), "app", "--no-browser", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    environment.pop("KAJIAN_LANG", None)
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    found = f"http://127.0.0.1:{port}"
    try:
        for _attempt in range(150):
            try:
                urllib.request.urlopen(f"{found}/_stcore/health", timeout=2)
                break
            except OSError:
                assert server.poll() is None, server.stdout.read().decode() if server.stdout else "server ended"
                time.sleep(0.2)
        yield found
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield opened
        opened.close()


@dataclass
class Window:
    """A page with what it asked of the network and what went wrong in it."""

    page: Page
    address: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def visit(self, path: str, text: str | None = None) -> Page:
        """Open a path and wait until its heading (or `text`) is there and the script has run."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector("[data-testid=stMain] h1", timeout=WAIT)
        if text:
            self.page.get_by_text(text).first.wait_for(timeout=WAIT)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until no script is running."""
        self.page.wait_for_function(
            "() => !document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')", timeout=WAIT
        )
        self.page.wait_for_timeout(300)


def open_window(browser: Browser, address: str, width: int = 1280, height: int = 900, scheme: str = "light") -> Window:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    window = Window(context.new_page(), address)
    local = (address, address.replace("http", "ws"), "data:", "blob:")
    window.page.on("request", lambda r: None if r.url.startswith(local) else window.foreign.append(r.url))
    window.page.on("pageerror", lambda error: window.errors.append(str(error)))
    return window


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Window]:
    """A window of an ordinary laptop; at its end nothing was asked of another machine and no script failed."""
    opened = open_window(browser, address)
    yield opened
    opened.page.context.close()
    assert opened.foreign == []
    assert opened.errors == []
