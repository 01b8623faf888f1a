"""A question gives the same rows whether other threads compute beside it or not."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

import pytest

from kb.queries.question import Row, rows
from kb.store.new_project import copy_example
from kb.store.project import open_project

QUESTIONS = sorted((Path(__file__).parent.parent.parent / "kb" / "queries").glob("*.rq"))


@pytest.mark.parametrize("file", QUESTIONS, ids=lambda file: file.stem)
def test_rows_are_the_same_beside_other_threads(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = open_project(copy_example(tmp_path / "proyek"))
    text = file.read_text(encoding="utf-8")
    found = []
    for threads in (1, 2):
        monkeypatch.setattr(threading, "active_count", lambda threads=threads: threads)
        found.append(counted(rows(library, text)))
    assert found[0] == found[1]


def counted(found: list[Row]) -> Counter[tuple[tuple[str, str | None], ...]]:
    return Counter(tuple(sorted(row.items())) for row in found)
