"""A runaway question in one window while another window asks: how soon the one is stopped, how long the other waits.

python -m benchmarks.proofs.runaway
"""

from __future__ import annotations

import json
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

RUNAWAYS = {
    "count": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f ?c",
    "concat": "SELECT (GROUP_CONCAT(?c) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "path": "SELECT * { ?a (<x:a>|!<x:a>)* ?b . ?b (<x:a>|!<x:a>)* ?c . ?c (<x:a>|!<x:a>)* ?d }",
}


def stopped(project: Path, query: str, into: dict[str, object]) -> None:
    began = time.monotonic()
    try:
        ask_freely(project, query)
        into["how"] = "answered"
    except InputError as refused:
        into["how"] = refused.code
    into["seconds"] = round(time.monotonic() - began, 2)


def main() -> int:
    failed = False
    with tempfile.TemporaryDirectory(prefix="kajian-runaway-") as home:
        project = copy_example(Path(home) / "proyek")
        for name, query in RUNAWAYS.items():
            found: dict[str, object] = {"runaway": name}
            thread = threading.Thread(target=stopped, args=(project, query, found))
            thread.start()
            waits = []
            while thread.is_alive():
                began = time.monotonic()
                concepts(open_project(project))
                waits.append(time.monotonic() - began)
                time.sleep(0.1)
            found |= {"others": len(waits), "longest wait": round(max(waits), 2)}
            print(json.dumps(found), flush=True)
            failed |= float(str(found["seconds"])) > 6 or max(waits) > 1
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
