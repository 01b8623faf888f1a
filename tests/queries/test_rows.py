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
def test_rows_are_the_same_beside_other_threads(file: Path, tmp_path: Path) -> None:
    library = open_project(copy_example(tmp_path / "proyek"))
    text = file.read_text(encoding="utf-8")

    def counted(found: list[Row]) -> Counter[tuple[tuple[str, str | None], ...]]:
        return Counter(tuple(sorted(row.items())) for row in found)

    assert threading.active_count() == 1, "another test left a thread"
    alone = counted(rows(library, text))
    over = threading.Event()
    beside = threading.Thread(target=over.wait)
    beside.start()
    try:
        assert counted(rows(library, text)) == alone
    finally:
        over.set()
        beside.join()
