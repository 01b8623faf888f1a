"""Killed writers, a few of the thousand of `benchmarks/proofs/kills.py`; the harness must catch three bad writers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kb.store.project import open_project
from kb.store.recovery import recover
from tests.store.saving import BIB, NOTES, files, make_project, strays

ROOT = Path(__file__).parent.parent.parent

DIES = """
import os, sys
from pathlib import Path
from kb.store import atomic
from kb.store.save import Change, save
root = Path(sys.argv[1])
changes = [Change(n, d, d + t) for n, t in (("references.bib", b"% baru\\n"), ("notes/concepts.ttl", b"# baru\\n"))
           for d in [(root / n).read_bytes()]]
real, done = atomic.replace, []
def replace(source, target):
    if done and target.suffix in (".bib", ".ttl"):
        os._exit(9)
    done.extend([target] if target.suffix in (".bib", ".ttl") else [])
    real(source, target)
atomic.replace = replace
save(root, changes, "app", "")
"""


def killed(writer: str, trials: int) -> dict[str, int]:
    # in a process of its own: writers are forked, which a process with threads should not do
    command = [sys.executable, "-m", "benchmarks.proofs.kills", "--writer", writer, "--trials", str(trials)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout, done.stderr
    figures: dict[str, int] = json.loads(done.stdout)
    assert figures["trials"] == trials and figures["acknowledged"] > trials / 2
    return figures


def test_twenty_five_killed_saves_lose_nothing() -> None:
    figures = killed("save", 25)
    bad = {name: figures[name] for name in ("unreadable", "lost", "disagreeing", "stuck", "strays")}
    assert not any(bad.values()), figures


@pytest.mark.parametrize(
    ("writer", "fault"), [("in-place", "unreadable"), ("no-lock", "lost"), ("fixed-temporary", "lost")]
)
def test_the_harness_catches_bad_writers(writer: str, fault: str) -> None:
    assert killed(writer, 5)[fault] > 0


def test_a_journal_of_a_killed_save_is_finished_by_the_next_one(tmp_path: Path) -> None:
    """Both files change although the process died between the two."""
    root = make_project(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(root)], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 9, done.stderr
    halfway = files(root)
    assert (halfway["references.bib"] == BIB) != (halfway["notes/concepts.ttl"] == NOTES)
    assert strays(root)
    checks = [finding.check for finding in recover(root)]
    assert checks == ["save-finished", "strays-swept"]
    assert files(root) == {"references.bib": BIB + b"% baru\n", "notes/concepts.ttl": NOTES + b"# baru\n"}
    assert not strays(root) and recover(root) == []


def test_opening_a_project_finishes_what_a_killed_save_left(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "kajian.toml").write_text('version = 1\nbase = "urn:x-kajian:p#"\nbibliography = "references.bib"\n')
    subprocess.run([sys.executable, "-c", DIES, str(root)], cwd=ROOT, check=False, capture_output=True)
    library = open_project(root)
    assert {"save-finished", "strays-swept"} <= {finding.check for finding in library.findings}
    assert library.files["references.bib"] == BIB + b"% baru\n" and not strays(root)
    assert "save-finished" not in {finding.check for finding in open_project(root).findings}
