"""The pictures of the README and the guide, taken anew from the running app: `make guide`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.running_app import ROOT, chromium, running_app
from kb.store.new_project import copy_example

PICTURES = {"tabel": "/tabel"}


def main() -> None:
    """Write `docs/<name>.png` for each page."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_example(Path(folder) / "contoh")
        with running_app(project, Path(folder) / "log") as app, chromium() as browser:
            page = browser.new_page(viewport={"width": 1180, "height": 760})
            for name, path in PICTURES.items():
                page.goto(app.address + path)
                page.wait_for_selector("[data-testid=stMain] h1")
                page.wait_for_timeout(3000)
                target = ROOT / "docs" / f"{name}.png"
                page.screenshot(path=str(target))
                print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
