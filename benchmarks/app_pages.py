"""Python time of every page of the app: the first run and a warm rerun, on the example and on 1,000 studies.

Processor time, not the clock's: other work on the machine then counts little. The figures of the issue are
200 ms (example) and 400 ms (1,000 studies) for a warm page.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest

from app.pages import ADDRESSES
from benchmarks.synthetic_reviews import write_review
from kb.store.new_project import copy_example

ROOT = Path(__file__).parent.parent
ROUNDS = 3
VIEWS = [view for view in ADDRESSES if not view.endswith("_form")]
"""Forms hold what a person types; their fields cost what the fields of any page cost."""
GOALS = {"example": 200, "1,000 studies": 400}
"""Milliseconds of a warm page."""

THINGS = {
    "example": {"concepts": {"konsep": "konsep-jejaring-kerja"}, "studies": {"studi": "studi-murni"}},
    "1,000 studies": {"studies": {"studi": "studi-s500"}},
}
"""Pages of one thing, measured beside the lists."""


def main() -> int:
    late = []
    with tempfile.TemporaryDirectory() as folder:
        projects = {
            "example": copy_example(Path(folder) / "contoh"),
            "1,000 studies": write_review(Path(folder) / "seribu", 1000),
        }
        for name, project in projects.items():
            for page, first, warm in pages(project, THINGS[name]):
                mark = "" if warm <= GOALS[name] else f"  over {GOALS[name]}"
                print(f"{name:14} {page:34} first {first:7.0f} ms   warm {warm:6.0f} ms{mark}", flush=True)
                late += [page] if mark else []
    print(f"pages over their goal: {len(late)}")
    return 0


def pages(project: Path, things: dict[str, dict[str, str]]) -> Iterator[tuple[str, float, float]]:
    """Name, first and warm milliseconds of every page, in one session."""
    os.environ["KAJIAN_PROJECT"] = str(project)
    os.environ["KAJIAN_LANG"] = "id"
    app = AppTest.from_file(str(ROOT / "app" / "main.py"), default_timeout=300)
    app.run()
    for view in VIEWS:
        for parameters in ({}, things.get(view)) if view in things else ({},):
            app.query_params.clear()
            for key, value in (parameters or {}).items():
                app.query_params[key] = value
            if view != "home":
                app.switch_page(f"views/{view}.py")
            first = timed(app)
            warm = statistics.median(timed(app) for _ in range(ROUNDS))
            name = view + "".join(f"?{key}={value}" for key, value in (parameters or {}).items())
            yield name, first, warm


def timed(app: AppTest) -> float:
    """Processor milliseconds of one run."""
    start = time.process_time()
    app.run()
    spent = (time.process_time() - start) * 1000
    assert not app.exception, [entry.value for entry in app.exception]
    return spent


if __name__ == "__main__":
    sys.exit(main())
