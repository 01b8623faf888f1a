"""Opening a project, and the whole command, as ratios against named peers.

1. `open_project` of 1,000 works against a bare `pyoxigraph` bulk load of the same triples plus bibtexparser with its
   name middlewares. Goal: at most 1.5.
2. `kajian table` on the example against `python -c "import rdflib"`, as whole processes. Goal: at most 1.5.
"""

from __future__ import annotations

import compileall
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import bibtexparser
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from pyoxigraph import NamedNode, RdfFormat, Store, serialize

from kb.store.new_project import new_project
from kb.store.project import open_project
from kb.store.resources import ONTOLOGY

ROOT = Path(__file__).parent.parent
FAMILIES = ["Suharto", "Sugiyono", "Arikunto", "Nasution", "Hasibuan", "Wulandari", "Siregar", "Rahman", "Rahmat"]
GIVEN = ["Edi", "Siti Nur", "Muhammad", "Dwi", "Agus", "Rina", "Luluk Dwi", "I Made"]
WORDS = [
    "jejaring",
    "kerja",
    "kemiskinan",
    "industri",
    "rumah",
    "tangga",
    "pekerjaan",
    "sosial",
    "masyarakat",
    "desa",
    "keluarga",
    "usaha",
    "kecil",
]


def bibliography(count: int, seed: int = 2026) -> str:
    """A plain synthetic `.bib`: two authors, journal, pages, abstract."""
    pick = random.Random(seed)
    entries = []
    for number in range(count):
        authors = " and ".join(f"{pick.choice(FAMILIES)}, {pick.choice(GIVEN)}" for _ in range(pick.randint(1, 3)))
        title = " ".join(pick.choices(WORDS, k=8)).capitalize()
        abstract = " ".join(pick.choices(WORDS, k=60)).capitalize()
        entries.append(
            f"@article{{karya{number},\n  author = {{{authors}}},\n  title = {{{title}}},\n"
            f"  journal = {{Jurnal {pick.choice(WORDS)}}},\n  year = {{{pick.randint(1995, 2025)}}},\n"
            f"  volume = {{{pick.randint(1, 40)}}},\n  pages = {{{number}--{number + 9}}},\n  abstract = {{{abstract}}}\n}}\n"
        )
    return "\n".join(entries)


def ratios(ours: Callable[[], object], theirs: Callable[[], object], pairs: int) -> list[float]:
    """Ratios of times taken in turn, A B A B, after one warm-up of each."""
    ours(), theirs()
    found = []
    for _ in range(pairs):
        times = []
        for run in (ours, theirs):
            start = time.perf_counter()
            run()
            times.append(time.perf_counter() - start)
        found.append(times[0] / times[1])
    return found


def report(name: str, found: list[float], goal: float) -> None:
    """One line: median, spread, goal."""
    print(f"{name}: {statistics.median(found):.2f} (min {min(found):.2f}, max {max(found):.2f}; goal <= {goal})")


def opening(folder: Path) -> None:
    project = new_project(folder / "proyek")
    text = bibliography(1000)
    (project / "references.bib").write_text(text, encoding="utf-8")
    library = open_project(project)
    quads = list(library.store.quads_for_pattern(None, None, None, None))
    assert len(library.bibliography.entries) == 1000
    works = {quad.subject for quad in quads if str(quad.predicate).endswith("citekey>")}
    assert len(works) == 1000, len(works)
    dumped = serialize(quads, format=RdfFormat.N_QUADS)
    assert dumped is not None

    def bare() -> None:
        Store().bulk_load(input=dumped, format=RdfFormat.N_QUADS)
        bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])

    report(
        "open 1,000 works / bulk load + bibtexparser with names", ratios(lambda: open_project(project), bare, 9), 1.5
    )
    facets = (ONTOLOGY / "facets.ttl").read_bytes()
    start = time.perf_counter()
    Store().load(input=facets, format=RdfFormat.TURTLE, to_graph=NamedNode("urn:facets"))
    print(f"  of which the shipped facets: {1000 * (time.perf_counter() - start):.1f} ms")


def whole_command() -> None:
    compileall.compile_dir(ROOT / "kb", quiet=1)  # as the installation leaves it; the peer is compiled as well
    table = [sys.executable, "-m", "kb", "-C", str(ROOT), "table"]
    peer = [sys.executable, "-c", "import rdflib"]

    def run(command: list[str]) -> Callable[[], object]:
        return lambda: subprocess.run(command, capture_output=True, check=True, cwd=ROOT)

    report('kajian table / python -c "import rdflib" (whole processes)', ratios(run(table), run(peer), 9), 1.5)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        opening(Path(folder))
    whole_command()
