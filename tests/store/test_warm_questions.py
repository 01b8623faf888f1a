"""The warm query door: quick, as bounded as the cold one, and never the same child twice where one was hurt."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import InputError, KajianError
from kb.store import warm_questions
from kb.store.new_project import copy_example
from kb.store.query_door import ask_freely
from kb.store.warm_questions import ask_warmly, end_waiting

STUDIES = "SELECT ?s { ?s a kajian:Study } ORDER BY ?s"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HOG = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?f ?c"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    end_waiting()  # those of the pages that were tested before
    yield copy_example(tmp_path / "proyek").resolve()
    end_waiting()


def waiting() -> int:
    (child,) = warm_questions._waiting.values()
    return child.process.pid


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(pid: int) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until and alive(pid):
        time.sleep(0.05)
    return not alive(pid)


def test_it_answers_what_the_cold_door_answers_from_one_child(project: Path) -> None:
    first = ask_warmly(project, STUDIES)
    child = waiting()
    assert first == ask_freely(project, STUDIES) and first.rows
    assert ask_warmly(project, "ASK { ?s a kajian:Study }").truth is True
    assert ask_warmly(project, "SELECT ?s { ?s ?p ?o }", limit=10).more
    assert waiting() == child


def test_what_the_engine_refuses_does_not_end_the_child(project: Path) -> None:
    ask_warmly(project, STUDIES)
    child = waiting()
    for text, code in {"DROP ALL": "query-update", "SELECT * { ?s <x> ?o }": "query-failed"}.items():
        with pytest.raises(InputError) as refused:
            ask_warmly(project, text)
        assert refused.value.code == code
    assert waiting() == child


def test_a_change_on_disk_is_seen(project: Path) -> None:
    before = len(ask_warmly(project, STUDIES).rows)
    child = waiting()
    note = next(iter(sorted(project.rglob("*.ttl")))).parent / "catatan-baru.ttl"
    note.write_text("<urn:x:baru> a <https://w3id.org/kajian/ns#Study> .\n", encoding="utf-8")
    assert len(ask_warmly(project, STUDIES).rows) == before + 1
    assert waiting() != child and gone(child)


def test_a_killed_child_is_replaced(project: Path) -> None:
    expected = ask_warmly(project, STUDIES)
    os.kill(waiting(), signal.SIGKILL)
    assert gone(waiting())
    assert ask_warmly(project, STUDIES) == expected


def test_a_runaway_bars_no_other_window_and_is_ended(project: Path) -> None:
    expected = ask_warmly(project, STUDIES)
    ended: dict[str, object] = {}

    def run_away() -> None:
        began = time.monotonic()
        with pytest.raises(InputError) as stopped:
            ask_warmly(project, RUNAWAY, seconds=4.0)
        ended.update(code=stopped.value.code, seconds=time.monotonic() - began)

    window = threading.Thread(target=run_away)
    window.start()
    time.sleep(0.3)
    assert ask_warmly(project, STUDIES) == expected
    assert window.is_alive(), "the other question waited until the runaway was ended"
    window.join()
    assert ended["code"] == "stopped-time" and float(str(ended["seconds"])) < 6
    assert ask_warmly(project, STUDIES) == expected


def test_memory_is_bounded_and_a_child_that_grew_is_not_asked_again(project: Path) -> None:
    ask_warmly(project, STUDIES)
    child = waiting()
    with pytest.raises(InputError) as stopped:
        ask_warmly(project, HOG)
    assert stopped.value.code in ("stopped-memory", "stopped-died", "stopped-time")
    assert gone(child) and not warm_questions._waiting
    assert ask_warmly(project, STUDIES).rows


def test_no_question_reaches_out_or_reads_a_file_even_if_the_guard_slept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.store.warm_questions.judge", lambda text: text)
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.5)
    ask_warmly(project, "ASK { ?s ?p ?o }")
    child = waiting()
    with pytest.raises(InputError):
        ask_warmly(project, f"SELECT * {{ SERVICE <http://127.0.0.1:{server.getsockname()[1]}/> {{ ?s ?p ?o }} }}")
    with pytest.raises(TimeoutError):
        server.accept()
    server.close()
    assert waiting() == child
    resource = pytest.importorskip("resource")
    assert resource.prlimit(child, resource.RLIMIT_NOFILE) == (0, 0)
    assert resource.prlimit(child, resource.RLIMIT_AS)[1] == warm_questions.MEGABYTES * 2**20
    assert resource.prlimit(child, resource.RLIMIT_CPU)[0] < 60


def test_an_answer_larger_than_the_asking_program_may_hold_is_refused(project: Path) -> None:
    doubled = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(22))
    for ask in (ask_warmly, ask_freely):
        with pytest.raises(InputError) as refused:
            ask(project, f'SELECT ?v22 {{ BIND("kata kata" AS ?v0) {doubled} }}')
        assert refused.value.code == "query-answer-large"


def test_a_broken_project_is_told_and_asked_again_once_it_is_mended(project: Path) -> None:
    bad = project / "kajian.toml"
    whole = bad.read_bytes()
    bad.write_bytes(b"version = [")
    with pytest.raises(KajianError):
        ask_warmly(project, STUDIES)
    bad.write_bytes(whole)
    assert ask_warmly(project, STUDIES).rows


def test_the_child_ends_with_the_program_that_asked_even_if_that_is_killed(project: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from kb.store import warm_questions as w\n"
        f"w.ask_warmly(Path({str(project)!r}), {STUDIES!r})\n"
        "print(next(iter(w._waiting.values())).process.pid, flush=True)\n"
        "sys.stdin.read()"
    )
    for kill in (False, True):
        with subprocess.Popen(
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as asking:
            assert asking.stdout and asking.stdin
            child = int(asking.stdout.readline())
            assert alive(child)
            if kill:
                asking.kill()
            else:
                asking.stdin.close()
            asking.wait()
        assert gone(child)


def test_a_large_program_keeps_its_child_too(project: Path) -> None:
    """What a child held counts from its own beginning, not what the program that started it holds."""
    large = bytearray(700 * 2**20)
    large[::4096] = b"x" * len(large[::4096])
    ask_warmly(project, STUDIES)
    child = waiting()
    ask_warmly(project, STUDIES)
    assert waiting() == child and len(large)


def test_more_questions_than_may_be_at_once_wait_and_are_told(project: Path) -> None:
    ended: list[str] = []

    def run_away() -> None:
        with pytest.raises(InputError) as stopped:
            ask_warmly(project, RUNAWAY, seconds=2.5)
        ended.append(stopped.value.code)

    threads = [threading.Thread(target=run_away) for _ in range(warm_questions.AT_ONCE)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    with pytest.raises(InputError) as busy:
        ask_warmly(project, STUDIES, seconds=0.2)
    assert busy.value.code == "query-busy"
    for thread in threads:
        thread.join()
    assert ended == ["stopped-time"] * warm_questions.AT_ONCE
    assert ask_warmly(project, STUDIES).rows
