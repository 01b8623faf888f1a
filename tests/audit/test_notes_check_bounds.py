"""A check of notes ends, whatever they hold, and says what it left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.audit import notes
from kb.audit.notes import check_notes
from kb.findings import Finding
from kb.store.library import Library
from kb.store.project import open_project
from kb.store.shapes import LONGEST_LIST, longest_list

HEAD = "@prefix : <urn:x#> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"


def project(folder: Path, text: str) -> Library:
    (folder / "notes").mkdir()
    (folder / "kajian.toml").write_text('version = 1\nbase = "urn:x#"\n')
    (folder / "references.bib").write_text("")
    (folder / "notes" / "a.ttl").write_text(HEAD + text)
    return open_project(folder)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        (":a :b () .", 0),
        (":a :b (1 2 3) ; :c (4 5) .", 3),
        (":l rdf:first 1 ; rdf:rest :l .", 1),
        (":l rdf:rest :m . :m rdf:rest :n . :n rdf:rest :l .", 3),
        (":a :b (" + "1 " * 500 + ") .", 500),
    ],
)
def test_the_longest_list_is_found(text: str, length: int, tmp_path: Path) -> None:
    assert longest_list(project(tmp_path, text)) == length


def test_a_list_that_is_too_long_is_told_and_the_rest_checked(tmp_path: Path) -> None:
    library = project(tmp_path, ":a :b (" + "1 " * (LONGEST_LIST + 1) + ") .")
    assert [finding.check for finding in check_notes(library)].count("list-too-long") == 1


def test_a_check_without_end_is_stopped_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_library: Library) -> Iterator[Finding]:
        yield Finding("year-differs", "warning")
        while True:
            pass

    def last(_library: Library) -> Iterator[Finding]:
        yield Finding("same-work", "warning")

    monkeypatch.setattr(notes, "SECONDS", 0.3)
    monkeypatch.setattr(notes, "NOTES_CHECKS", (("a", last), ("b", endless)))
    found = {finding.check: finding for finding in check_notes(project(tmp_path, ""))}
    assert set(found) == {"same-work", "year-differs", "notes-unfinished"}
    assert found["notes-unfinished"].params["checks"] == "b"
