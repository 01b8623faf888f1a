"""The pictures of the README and the guide, taken anew from the running app: `make guide`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from kb.store.new_project import copy_example

ROOT = Path(__file__).parent.parent
PORT = 8599
PICTURES = {"tabel": "/tabel"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = copy_example(Path(folder) / "contoh")
        command = [sys.executable, "-m", "kb", "-C", str(project), "app", "--no-browser", "--port", str(PORT)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            _wait()
            _pictures()
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait() -> None:
    for _attempt in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/_stcore/health", timeout=2)
            return
        except OSError:
            time.sleep(0.2)


def _pictures() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1180, "height": 760})
        for name, path in PICTURES.items():
            page.goto(f"http://127.0.0.1:{PORT}{path}")
            page.wait_for_selector("[data-testid=stMain] h1")
            page.wait_for_timeout(3000)
            target = ROOT / "docs" / f"{name}.png"
            page.screenshot(path=str(target))
            print(target.relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()
