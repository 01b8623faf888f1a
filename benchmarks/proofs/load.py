"""A class at once: windows that edit one project through the real forms, as people do.

    python -m benchmarks.proofs.load                                   # one window, 50 with 3 s pauses, 20 with 1 s
    python -m benchmarks.proofs.load --sessions 10 --edits 4 --pause 3

Each window opens the form of a work or definition of its own, pauses, types a note, presses "Simpan", and sees the thing's page with
the line that tells of the save; 6 to 10 times. Counted: from typing until that page is whole, the opening of the form,
errors, acknowledged edits that are not on the disk, the server's memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.proofs.window import Window
from benchmarks.running_app import running_app
from kb.queries.definitions import definitions
from kb.store.new_project import copy_example
from kb.store.project import open_project

CLASSES = ((1, 3.0, 0.3), (50, 3.0, 1.5), (20, 1.0, 1.0))
"""Windows, mean pause in seconds, and the p95 in seconds that an edit may take."""
MEGABYTES = 500
Thing = tuple[str, str]
"""The page of a form, and the query that names its thing."""


@dataclass
class Tally:
    waits: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)


async def person(address: str, thing: Thing, edits: int, pause: float, chance: random.Random, tally: Tally) -> None:
    """One person: opens the form of a thing, thinks, types, saves, reads, and opens it again."""
    form, query = thing
    await asyncio.sleep(chance.uniform(0, 2 * pause))
    async with Window(address) as window:
        for number in range(1, edits + 1):
            began = time.monotonic()
            await window.visit(form, query)
            tally.pages.append(time.monotonic() - began)
            await asyncio.sleep(chance.expovariate(1 / pause))
            value = f"suntingan {number}"
            began = time.monotonic()
            await window.type_and_press("Catatan", value, "Simpan")
            tally.waits.append(time.monotonic() - began)
            if "Disimpan" in window.text and window.query == query:
                tally.saved[query] = value
            else:
                window.errors.append(f"not saved: {window.text[:200]}")
        tally.errors += [f"{query}: {error}" for error in window.errors]


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2) if ordered else 0.0


def memory(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) // 1024 if found else 0


def processor_time(process: int) -> float:
    """Seconds that the server has computed so far, its ended children among them."""
    spent = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(int(spent[place]) for place in (11, 12, 13, 14)) / os.sysconf("SC_CLK_TCK")


async def sessions(address: str, things: list[Thing], edits: int, pause: float, seed: int) -> Tally:
    tally = Tally()
    chance = random.Random(seed)
    runs = [
        person(address, thing, edits or chance.randint(6, 10), pause, random.Random(seed + n), tally)
        for n, thing in enumerate(things)
    ]
    for failure in await asyncio.gather(*runs, return_exceptions=True):
        if failure is not None:
            tally.errors.append(repr(failure)[:200])
    return tally


def prepared(project: Path, count: int) -> list[Thing]:
    """A thing for each window: entries made for it and the example's definitions, in turn."""
    with (project / "references.bib").open("a", encoding="utf-8") as bib:
        bib.writelines(
            f"\n@misc{{beban{n},\n  author = {{Sari, Dewi}},\n  title = {{Beban {n}}},\n  year = {{2020}}\n}}\n"
            for n in range(count)
        )
    held = [definition.id for definition in definitions(open_project(project))]
    return [
        ("sunting-pengertian", f"pengertian={held[n // 2]}") if n % 2 else ("sunting-karya", f"karya=beban{n}")
        for n in range(count)
    ]


def noted(project: Path) -> dict[str, str]:
    """The note of each thing as the files have it now."""
    library = open_project(project)
    works = {f"karya={entry.key}": entry.fields.get("note", "") for entry in library.bibliography.entries}
    return works | {f"pengertian={each.id}": each.note or "" for each in definitions(library)}


def measure(count: int, edits: int, pause: float, seed: int = 7) -> dict[str, Any]:
    """The figures of one class."""
    with tempfile.TemporaryDirectory(prefix="kajian-load-") as home:
        project = copy_example(Path(home) / "proyek")
        things = prepared(project, count)
        with running_app(project, Path(home) / "server.log") as app:
            before = processor_time(app.process)
            tally = asyncio.run(sessions(app.address, things, edits, pause, seed))
            most, spent = memory(app.process), processor_time(app.process) - before
            if "Traceback" in app.printed():
                tally.errors.append(app.printed()[-300:])
        now = noted(project)
        lost = [query for query, value in tally.saved.items() if now.get(query) != value]
    return {"sessions": count, "pause": pause, "edits": len(tally.waits), "p50": percentile(tally.waits, 0.5), "p95": percentile(tally.waits, 0.95),
            "p99": percentile(tally.waits, 0.99), "page p95": percentile(tally.pages, 0.95), "errors": len(tally.errors), "lost": len(lost), "MB": most,
            "server s an edit": round(spent / max(1, len(tally.waits)), 3),
            "said": tally.errors[:3]}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sessions", type=int)
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--pause", type=float, default=3.0)
    options = parser.parse_args()
    runs = [(options.sessions, options.pause, 1.5)] if options.sessions else CLASSES
    failed = 0
    for count, pause, limit in runs:
        figures = measure(count, options.edits, pause)
        print(json.dumps(figures), flush=True)
        failed |= bool(figures["errors"] or figures["lost"] or figures["p95"] > limit or figures["MB"] > MEGABYTES)
    return failed


if __name__ == "__main__":
    sys.exit(main())
