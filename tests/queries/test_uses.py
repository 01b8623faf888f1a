"""Who names a thing, also through blank nodes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.queries.uses import users_by, uses
from kb.store.library import Library
from kb.store.new_project import new_project
from kb.store.project import open_project
from kb.vocabulary import DCT


@pytest.fixture
def opened(tmp_path: Path) -> Library:
    root = new_project(tmp_path / "proyek")
    base = open_project(root).base
    (root / "notes").mkdir(exist_ok=True)
    for name, text in {
        "satu": ":a dct:source :p . :b kajian:chain ( [ dct:source :p ] ) . :c rdf:value 'tanpa sumber' .",
        "dua": ":a dct:source :p . _:x rdf:first :p ; rdf:rest _:x .",
    }.items():
        head = f"@prefix : <{base}> . @prefix dct: <{DCT}> . @prefix kajian: <https://w3id.org/kajian/ns#> ."
        rdf = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
        (root / "notes" / f"{name}.ttl").write_text(f"{head} {rdf} {text}", encoding="utf-8")
    found = open_project(root)
    assert not [finding for finding in found.findings if finding.severity == "error"]
    return found


def test_users_are_told_once_and_blank_nodes_in_a_circle_end(opened: Library) -> None:
    assert [(use.id, use.property) for use in uses(opened, opened.base + "p")] == [("a", "source"), ("b", "source")]


def test_users_by_a_predicate_are_the_same_that_uses_tells(opened: Library) -> None:
    assert users_by(opened, DCT + "source") == {opened.base + "p": [opened.base + "a", opened.base + "b"]}
