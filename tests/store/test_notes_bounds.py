"""Notes that would end the process are left out and named; what only looks deep is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kb.errors import SaveError
from kb.store import notes_bounds
from kb.store.project import open_project
from kb.store.turtle_spans import require_turtle

HEAD = "@prefix : <urn:x#> .\n"
DEEP = {
    "triple terms": HEAD + ":a :b " + "<<( :s :p " * 20_000 + ":o" + " )>>" * 20_000 + " .",
    "lists": HEAD + ":a :b " + "(" * 101 + ")" * 101 + " .",
    "blank nodes": HEAD + ":a :b " + "[ :p " * 101 + "1" + " ]" * 101 + " .",
    "after texts of all kinds": HEAD + ':a :b "x\\"(" , \'y\' , """z"(""" . # (((\n:a :b ' + "(" * 101,
    "lists that open": "(" * 1_000_000,
}
SHALLOW = {
    "brackets in texts": HEAD + ':a :b "' + "(" * 500 + '" .',
    "brackets in long texts": HEAD + ':a :b """' + "([<<{|" * 500 + '""" .',
    "brackets in comments": HEAD + "# " + "(" * 500 + "\n:a :b :c .",
    "many beside one another": HEAD + ":a :b (" + "[] () " * 5_000 + ") .",
    "many in one another, but not too many": HEAD + ":a :b " + "(" * 90 + ")" * 90 + " .",
    "closed again": HEAD + ":a :b ([ :p (1 2) ])" + ", ([ :p (1 2) ])" * 2_000 + " .",
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_is_refused(name: str) -> None:
    assert notes_bounds.refusal(DEEP[name].encode()) == "notes-too-deep"
    with pytest.raises(SaveError):
        require_turtle("x.ttl", DEEP[name].encode())


@pytest.mark.parametrize("name", SHALLOW)
def test_what_only_looks_deep_is_read(name: str) -> None:
    assert notes_bounds.refusal(SHALLOW[name].encode()) is None
    require_turtle("x.ttl", SHALLOW[name].encode())


def test_without_the_bound_the_parser_ends_the_process() -> None:
    program = "import sys; from pyoxigraph import parse, RdfFormat; list(parse(sys.stdin.buffer.read(), format=RdfFormat.TURTLE))"
    done = subprocess.run(
        [sys.executable, "-c", program], input=DEEP["triple terms"].encode(), capture_output=True, check=False
    )
    assert done.returncode < 0


def test_a_project_with_such_notes_opens(tmp_path: Path) -> None:
    (tmp_path / "kajian.toml").write_text('version = 1\nbase = "urn:x#"\nnotes = ["notes"]\n')
    (tmp_path / "references.bib").write_text("")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "baik.ttl").write_text(HEAD + ":a :b :c .")
    (tmp_path / "notes" / "dalam.ttl").write_text(DEEP["triple terms"])
    (tmp_path / "notes" / "besar.ttl").write_text(HEAD + "#" + "x" * notes_bounds.LARGEST)
    library = open_project(tmp_path)
    assert {f.place.file: f.check for f in library.findings if f.severity == "error"} == {
        "notes/dalam.ttl": "notes-too-deep",
        "notes/besar.ttl": "notes-too-large",
    }
    assert len(library.files) == 4


def test_a_device_or_a_pipe_is_no_file_of_a_project(tmp_path: Path) -> None:
    import os

    (tmp_path / "kajian.toml").write_text('version = 1\nbase = "urn:x#"\nbibliography = "pipa"\nnotes = []\n')
    os.mkfifo(tmp_path / "pipa")
    (finding,) = open_project(tmp_path).findings
    assert finding.check == "missing-bibliography"
