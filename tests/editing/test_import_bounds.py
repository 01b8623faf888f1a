"""Importing grows with the file, in time and in memory."""

from __future__ import annotations

import tracemalloc
from collections import Counter

import pytest

from kb.editing import matching
from kb.editing.incoming_works import _used
from kb.editing.matching import known, known_works
from kb.findings import Place
from kb.store.bibliography_read import read_bibliography


def test_macros_that_lead_on_are_followed_each_once() -> None:
    macros = {f"m{n}": f'@string{{m{n} = m{n + 1} # "x"}}' for n in range(20_000)}
    assert len(_used("@book{k, title = M0}", macros)) == 200
    assert _used("@book{k, title = m19998 # {a}}", macros) == ["m19999", "m19998"]
    assert _used("@book{k, title = {m1}}", macros) == []


def test_a_record_is_held_against_some_works_of_its_title(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    credited = matching._credited_alike

    def counted(work: matching.Known, record: matching.Known) -> bool:
        calls["pairs"] += 1
        return credited(work, record)

    monkeypatch.setattr(matching, "_credited_alike", counted)
    works = known_works((f"k{n}", "book", {"title": "Judul"}) for n in range(1_000))
    works.find(known("baru", "book", {"title": "Judul"}), Place())
    assert 0 < calls["pairs"] <= 100


def test_remarks_keep_the_beginning_of_a_long_field() -> None:
    people = " and ".join(["a" * 9_999 + ", (), " + "b" * 9_999] * 100)
    text = f"@book{{k, title = {{T}}, year = 2019, author = {{{people}}}}}".encode()
    tracemalloc.start()
    found = [finding for finding in read_bibliography(text, "x.bib").findings if finding.citekeys]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 100
    assert most < 30 * len(text)
