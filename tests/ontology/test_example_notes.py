"""The example's notes keep every rule; what is still found are the chapter's own defects, which the program tells."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from ontology_graphs import ONTOLOGY

from kb.store.library import Library
from kb.store.project import open_project
from kb.store.shapes import violations


@pytest.fixture(scope="module")
def library(example_root: Path) -> Library:
    library = open_project(example_root)
    library.store.load(
        path=str(ONTOLOGY / "kajian.ttl"),
        format=pyoxigraph.RdfFormat.TURTLE,
        to_graph=pyoxigraph.NamedNode("urn:kajian:vocabulary"),
    )
    return library


def test_example_breaks_no_shape(library: Library) -> None:
    assert [(found.shape, found.focus) for found in violations(library)] == []


@pytest.mark.parametrize("path", sorted((ONTOLOGY / "checks").glob("*.rq")), ids=lambda path: path.stem)
def test_example_breaks_only_checks_that_speak_of_the_chapter(path: Path, library: Library) -> None:
    text = path.read_text(encoding="utf-8")
    answer = library.store.query(text, use_default_graph_as_union=True)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    rows = list(answer)
    assert not rows or "# Told-by: " in text, rows[:5]
