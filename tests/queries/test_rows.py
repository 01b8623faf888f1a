"""A question gives the same rows whether other threads compute beside it or not."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

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


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
            st.sampled_from(["", "@id", "^^<urn:x:jenis>", "^^<http://www.w3.org/2001/XMLSchema#integer>", "-"]),
        ),
        max_size=5,
    )
)
def test_every_term_is_told_as_it_is(terms: list[tuple[str, str]]) -> None:
    store = Store()
    for number, (text, kind) in enumerate(terms):
        if kind == "-":
            store.add(Quad(NamedNode(f"urn:x:{number}"), NamedNode("urn:x:p"), BlankNode(f"b{number}")))
            continue
        said = Literal(text) if not kind else Literal(text, language="id") if kind == "@id" else Literal(text, datatype=NamedNode(kind[3:-1]))  # fmt: skip
        store.add(Quad(NamedNode(f"urn:x:{number}"), NamedNode("urn:x:p"), said))
    store.add(Quad(NamedNode("urn:x:sendiri"), NamedNode("urn:x:q"), Literal("")))
    library: Any = SimpleNamespace(store=store)
    question = "SELECT ?s ?o ?none { ?s <urn:x:p>|<urn:x:q> ?o OPTIONAL { ?s <urn:x:r> ?none } }"
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for threads in (1, 2):
            patch.setattr(threading, "active_count", lambda threads=threads: threads)
            found.append((counted(rows(library, question)), counted(rows(library, "SELECT ?none { ?s ?p ?o OPTIONAL { ?s <urn:x:r> ?none } }"))))  # fmt: skip
    assert found[0] == found[1]
