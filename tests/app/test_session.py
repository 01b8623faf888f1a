"""The opened project that all windows share: as new as each may ask, opened as seldom as that allows."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import session, shelf
from kb.store.library import Library
from kb.store.lock import locked
from kb.store.new_project import new_project
from kb.store.project import open_project
from kb.store.save import Change, save


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = new_project(tmp_path / "proyek")
    monkeypatch.setattr(session, "root", lambda: made)
    return made


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """The openings that were begun; each takes a fifth of a second."""
    begun: list[Path] = []

    def slowly(folder: Path, before: Library | None) -> Library:
        begun.append(folder)
        found = open_project(folder, before)
        time.sleep(0.2)
        return found

    monkeypatch.setattr(shelf, "open_project", slowly)
    yield begun


def write(project: Path, title: str) -> None:
    with (project / "references.bib").open("a", encoding="utf-8") as bibliography:
        bibliography.write(f"\n@misc{{{title},\n  title = {{{title}}}\n}}\n")


def keys() -> list[str]:
    return [entry.key for entry in session.library().bibliography.entries]


def test_it_is_opened_again_only_when_a_file_changed(project: Path, openings: list[Path]) -> None:
    assert session.library() is session.library()
    write(project, "satu")
    assert "satu" in keys() and "satu" in keys()
    assert len(openings) == 2


def test_windows_that_wait_share_the_opening_begun_after_they_asked(project: Path, openings: list[Path]) -> None:
    session.library()
    write(project, "satu")
    threads = [threading.Thread(target=session.library) for _ in range(8)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    for number in range(8):  # others save all the while
        write(project, f"lain{number}")
        time.sleep(0.06)
    for thread in threads:
        thread.join()
    assert len(openings) <= 4  # the first, the one under way, the one for all that waited; the last where one came late
    assert {"satu", "lain7"} <= set(keys())


def test_who_asks_after_a_save_never_gets_what_was_begun_before(project: Path, openings: list[Path]) -> None:
    session.library()
    write(project, "satu")
    slow = threading.Thread(target=session.library)
    slow.start()
    time.sleep(0.1)  # the files have been read
    write(project, "dua")
    assert "dua" in keys()
    slow.join()


def test_a_page_shows_one_state_and_an_action_beside_it_the_present_one(project: Path) -> None:
    with session.one_state():
        before = session.library()
        write(project, "satu")
        assert session.library() is before
        assert session.has_project() and session.language() == "id"
    assert "satu" in keys()


def drawn_keys() -> list[str]:
    with session.one_state():
        return keys()


@pytest.fixture
def busy(project: Path, openings: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another window opens what somebody just saved, while this one shows the project as it was before."""
    state: dict[str, object] = {}
    monkeypatch.setattr(session.st, "session_state", state)
    drawn_keys()
    write(project, "lain")
    slow = threading.Thread(target=session.library)
    slow.start()
    while not shelf._opening.locked():
        time.sleep(0.001)
    del state[session.SEEN]
    yield
    slow.join()


def test_a_page_does_not_wait_for_what_others_save(busy: None) -> None:
    began = time.monotonic()
    assert "lain" not in drawn_keys()
    assert time.monotonic() - began < 0.1


def test_an_action_waits_for_it(busy: None) -> None:
    assert "lain" in keys()


def test_a_page_waits_for_what_its_own_window_saved(busy: None, project: Path) -> None:
    bib = project / "references.bib"
    now = bib.read_bytes()
    save(project, [Change("references.bib", now, now + b"\n@misc{milik,\n  title = {Milik}\n}\n")], "app", "milik")
    assert "milik" in drawn_keys()


def test_a_page_shows_what_its_window_saved_while_it_was_drawn(busy: None, project: Path) -> None:
    bib = project / "references.bib"
    now = bib.read_bytes()
    with session.one_state():
        change = Change("references.bib", now, now + b"\n@misc{milik,\n  title = {Milik}\n}\n")
        save(project, [change], "app", "milik")
    assert "milik" in drawn_keys()


def test_a_window_never_goes_back(busy: None) -> None:
    assert "lain" in keys()
    assert "lain" in drawn_keys()


def test_what_is_older_than_a_moment_is_not_shown(busy: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_MOMENT", 0.0)
    assert "lain" in drawn_keys()


def test_a_page_is_drawn_after_the_save_under_way(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = contextlib.ExitStack()
    held.enter_context(locked(project.resolve()))
    waited: list[float] = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            write(project, "baru")
            held.close()

    monkeypatch.setattr(session.time, "sleep", sleep)
    assert "baru" in drawn_keys()
    assert len(waited) == 3


def test_a_page_does_not_wait_for_ever_for_saves(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = {"now": 0.0}

    def sleep(seconds: float) -> None:
        clock["now"] += seconds
        assert clock["now"] < 1

    monkeypatch.setattr(session, "time", SimpleNamespace(monotonic=lambda: clock["now"], sleep=sleep))
    with locked(project.resolve()):
        assert drawn_keys() == []
    assert clock["now"] >= 0.1
