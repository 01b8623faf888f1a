"""1,000 references in five styles: cold, and unchanged again, as ratios to a bare pandoc call on the same items.

1. Cold: `printed` against pandoc alone with the same style and the same CSL-JSON. Goal: at most 1.5.
2. Again: the same list unchanged, from what was kept. Goal: at most 50 ms.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.opening import bibliography
from kb.citing.csl_files import Style, find_style, style_names
from kb.citing.csl_json import csl_item
from kb.citing.pandoc_document import document
from kb.citing.style import printed
from kb.store.bibliography_entry import Entry
from kb.store.bibliography_read import read_bibliography
from kb.store.derived import Derived
from kb.store.pandoc import citeproc

COUNT = 1_000
ROUNDS = 5
MOST_COLD, MOST_AGAIN = 1.5, 50.0


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def bare(entries: tuple[Entry, ...], style: Style) -> Callable[[], bytes]:
    """Pandoc alone: everything that it is given is ready before the clock starts."""
    names = [f"w{place}" for place in range(len(entries))]
    items = json.dumps([csl_item(entry, "id", name) for entry, name in zip(entries, names, strict=True)]).encode()
    asked = document([], names, "id")
    return lambda: citeproc(asked, style.data, items, style.name)


def measured(entries: tuple[Entry, ...], style: Style) -> tuple[float, float, float]:
    """Milliseconds of pandoc alone, of ours cold, of ours again."""
    alone = bare(entries, style)
    pandoc, cold, again = [], [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            kept = Derived(Path(folder))
            pandoc.append(seconds(alone))
            cold.append(seconds(lambda: printed(entries, style, kept=kept)))  # noqa: B023
            again.append(seconds(lambda: printed(entries, style, kept=kept)))  # noqa: B023
    return tuple(statistics.median(each) * 1000 for each in (pandoc, cold, again))  # type: ignore[return-value]


def main() -> int:
    """Print the figures; 1 where a promise is broken."""
    entries = read_bibliography(bibliography(COUNT).encode(), "made.bib").entries
    print(f"{COUNT} references      pandoc ms   ours ms   ratio   again ms")
    broken = False
    for name in style_names():
        pandoc, cold, again = measured(entries, find_style(name))
        print(f"{name:20} {pandoc:13.0f} {cold:9.0f} {cold / pandoc:7.2f} {again:10.1f}")
        broken = broken or cold / pandoc > MOST_COLD or again > MOST_AGAIN
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
