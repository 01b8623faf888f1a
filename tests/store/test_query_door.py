"""The query door: it looks, never touches, never reaches out, and always comes back."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import InputError
from kb.store.new_project import copy_example
from kb.store.query_door import ask_freely
from kb.store.query_guard import judge

REFUSED = {
    "SERVICE": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SERVICE SILENT": "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SERVICE in EXISTS": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
    "SERVICE in a subselect": "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } } } }",
    "SERVICE in OPTIONAL": "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } } }",
    "SERVICE in UNION": "SELECT * { { ?s ?p ?o } UNION { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } } }",
    "SERVICE in MINUS": "SELECT * { ?s ?p ?o MINUS { SERVICE <http://127.0.0.1:9/> { ?s ?b ?c } } }",
    "SERVICE in GRAPH": "SELECT * { GRAPH ?g { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } } }",
    "SERVICE by a variable": "SELECT * { ?s ?p ?o SERVICE ?s { ?a ?b ?c } }",
    "escaped SERVICE": "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "long escape": "SELECT * { \\U00000053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "lower case": "select * { service <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SERVICE in CONSTRUCT": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SERVICE in ASK": "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SERVICE in DESCRIBE": "DESCRIBE ?s WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "FROM file": "SELECT * FROM <file:///etc/hosts> { ?s ?p ?o }",
    "FROM http": "SELECT * FROM <http://127.0.0.1:9/x> { ?s ?p ?o }",
    "FROM NAMED": "SELECT * FROM NAMED <http://127.0.0.1:9/x> { GRAPH ?g { ?s ?p ?o } }",
    "CONSTRUCT FROM": "CONSTRUCT { ?s ?p ?o } FROM <file:///etc/hosts> WHERE { ?s ?p ?o }",
    "INSERT DATA": "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE": "DELETE WHERE { ?s ?p ?o }",
    "LOAD": "LOAD <http://127.0.0.1:9/x>",
    "CLEAR": "CLEAR ALL",
    "DROP": "DROP ALL",
    "CREATE": "CREATE GRAPH <a:g>",
    "COPY": "COPY <a:a> TO <a:b>",
    "ADD": "ADD <a:a> TO <a:b>",
    "MOVE": "MOVE <a:a> TO <a:b>",
    "WITH": "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "two in one": "SELECT * { ?s ?p ?o } ; DROP ALL",
    "prefix before an update": "PREFIX a: <a:> INSERT DATA { a:a a:b a:c }",
    "deep braces": "SELECT * " + "{" * 5000 + "}" * 5000,
    "deep brackets": "SELECT * { ?s ?p " + "(" * 5000 + ")" * 5000 + " }",
    "deep parentheses": "SELECT * { ?s ?p ?o FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
    "too long": "SELECT * { " + "?s ?p ?o . " * 50_000 + "}",
    "NUL": "SELECT * { ?s ?p '\x00' }",
    "lone surrogate": "SELECT * { ?s ?p '\ud800' }",
    "empty": "",
    "nonsense": "jejaring kerja",
    "half": "SELECT * { ?s ?p ",
}
ANSWERED = {
    "the word SERVICE in a string": "SELECT * { ?s ?p 'SERVICE <http://x/> { }' }",
    "the word FROM in a comment": "SELECT * { ?s ?p ?o } LIMIT 1 # FROM <file:///etc/hosts>",
    "a variable named service": "SELECT ?service { ?service a skos:Concept } LIMIT 1",
    "an IRI that holds LOAD": "ASK { <http://x/LOAD> ?p ?o }",
    "an undeclared prefix of ours": "SELECT ?c { ?c skos:prefLabel ?l } LIMIT 1",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_example(tmp_path_factory.mktemp("pintu") / "proyek")


@pytest.fixture(scope="module")
def listener() -> Iterator[list[str]]:
    """A server on this machine that notes who calls."""
    calls: list[str] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                connection, _address = server.accept()
            except TimeoutError:
                continue
            calls.append("call")
            connection.close()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    calls.append(f"http://127.0.0.1:{server.getsockname()[1]}/")
    yield calls
    stop.set()
    thread.join()
    server.close()


def test_forty_hostile_queries() -> None:
    assert len(REFUSED) >= 40


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_query_is_refused_in_one_line(name: str) -> None:
    start = time.monotonic()
    with pytest.raises(InputError) as refusal:
        judge(REFUSED[name])
    assert time.monotonic() - start < 5
    assert len(str(refusal.value).splitlines()) == 1


@pytest.mark.parametrize("name", ANSWERED)
def test_a_harmless_query_is_answered(name: str, project: Path) -> None:
    ask_freely(project, ANSWERED[name])


def test_the_child_cannot_reach_out_even_if_the_guard_slept(
    project: Path, listener: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.store.query_door.judge", lambda text: text)
    with pytest.raises(InputError):
        ask_freely(project, f"SELECT * {{ SERVICE <{listener[0]}> {{ ?s ?p ?o }} }}")
    time.sleep(0.3)
    assert listener[1:] == []


def test_rows_are_cut_and_that_is_said(project: Path) -> None:
    answer = ask_freely(project, "SELECT ?s { ?s ?p ?o }", limit=10)
    assert len(answer.rows) == 10 and answer.more
    assert not ask_freely(project, "SELECT ?s { ?s a kajian:Study }", limit=10).more


def test_a_runaway_is_stopped(project: Path) -> None:
    start = time.monotonic()
    with pytest.raises(InputError) as stopped:
        ask_freely(project, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", seconds=1.0)
    assert stopped.value.code == "stopped-time"
    assert time.monotonic() - start < 6


def test_a_memory_hog_is_stopped(project: Path) -> None:
    with pytest.raises(InputError) as stopped:
        ask_freely(project, "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?f ?c", seconds=5.0)
    assert stopped.value.code in ("stopped-memory", "stopped-died", "stopped-time")


def test_nothing_on_disk_changes(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    ask_freely(project, "CONSTRUCT { ?s a <a:x> } WHERE { ?s a skos:Concept }")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_number_without_end_is_judged_without_a_word_on_the_error_stream() -> None:
    program = "from kb.store.query_guard import judge; judge('ASK { ?s ?p ' + '9' * 5000 + ' }')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""
