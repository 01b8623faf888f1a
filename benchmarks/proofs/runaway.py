"""A runaway question in one window while another window asks: how soon the one is stopped, how long the other waits.

Both ask through the app's console (`ask_warmly`); the other window opens the project and lists its concepts as well.
Printed too: the processor time of a question to a waiting child and to a new one, children included.

python -m benchmarks.proofs.runaway
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.store.new_project import copy_example
from kb.store.project import open_project
from kb.store.query_door import ask_freely
from kb.store.warm_questions import ask_warmly, end_waiting

STUDIES = "SELECT ?s { ?s a kajian:Study }"
RUNAWAYS = {
    "count": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f ?c",
    "concat": "SELECT (GROUP_CONCAT(?c) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "path": "SELECT * { ?a (<x:a>|!<x:a>)* ?b . ?b (<x:a>|!<x:a>)* ?c . ?c (<x:a>|!<x:a>)* ?d }",
}


def stopped(project: Path, query: str, into: dict[str, object]) -> None:
    began = time.monotonic()
    try:
        ask_warmly(project, query)
        into["how"] = "answered"
    except InputError as refused:
        into["how"] = refused.code
    into["seconds"] = round(time.monotonic() - began, 2)


def processor() -> float:
    """Seconds of this process and of the children that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def costs(project: Path) -> dict[str, float]:
    """Median processor time of a question: to a new process each, and to one that waits (its start shared by all)."""
    found: dict[str, list[float]] = {"cold": []}
    for _ in range(5):
        began = processor()
        ask_freely(project, STUDIES)
        found["cold"].append(processor() - began)
    began, asked, times = processor(), 50, []
    for _ in range(asked):
        clock = time.monotonic()
        ask_warmly(project, STUDIES)
        times.append(time.monotonic() - clock)
    end_waiting()
    return {
        "cold, CPU s": round(statistics.median(found["cold"]), 3),
        f"warm, CPU s of {asked} with the start": round(processor() - began, 3),
        "warm, wall s": round(statistics.median(times), 4),
    }


def main() -> int:
    failed = False
    with tempfile.TemporaryDirectory(prefix="kajian-runaway-") as home:
        project = copy_example(Path(home) / "proyek")
        print(json.dumps(costs(project)), flush=True)
        ask_warmly(project, STUDIES)
        for name, query in RUNAWAYS.items():
            found: dict[str, object] = {"runaway": name}
            thread = threading.Thread(target=stopped, args=(project, query, found))
            thread.start()
            waits = []
            while thread.is_alive():
                began = time.monotonic()
                concepts(open_project(project))
                ask_warmly(project, STUDIES)
                waits.append(time.monotonic() - began)
                time.sleep(0.1)
            found |= {
                "others": len(waits),
                "longest wait": round(max(waits), 2),
                "usual wait": round(statistics.median(waits), 2),
            }
            print(json.dumps(found), flush=True)
            failed |= float(str(found["seconds"])) > 6 or max(waits) > 1
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
