"""The log of unforeseen failures: enough to find the place in the code, and never a word of the person's."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from app import server
from kb.cli.main import main
from kb.store import log
from kb.store.log import FailureLog, log_file, note_failure
from kb.store.new_project import new_project

SECRET = "catatan-rahasia-saya"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / SECRET))
    monkeypatch.delenv("KAJIAN_DEBUG", raising=False)
    return tmp_path


def failure(text: str = SECRET) -> Exception:
    try:
        try:
            raise KeyError(text)
        except KeyError as first:
            raise ValueError(f"{text} {first}") from first
    except ValueError as wrong:
        return wrong


def test_a_line_names_time_place_and_kinds_and_not_the_text() -> None:
    wrong = failure()
    assert note_failure("check", wrong) == str(log_file())
    note_failure("app", wrong)  # the same one again
    (line,) = log_file().read_text().splitlines()
    assert " check: ValueError at test_log.py:" in line or " check: ValueError at tests/store/test_log.py:" in line
    assert " after KeyError at " in line and SECRET not in line
    assert log_file().stat().st_mode & 0o077 == 0


def test_the_command_line_notes_its_verb_and_says_where(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = new_project(state / "proyek")

    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("kb.store.project.open_project", broken)
    assert main(["-C", str(project), "search", SECRET]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1 and str(log_file()) in said
    noted = log_file().read_text()
    assert " search: RuntimeError at " in noted and "kb/cli/search.py:" in noted and SECRET not in noted


def test_what_was_foreseen_is_not_noted(state: Path) -> None:
    assert main(["-C", str(state / "tidak-ada"), "search", SECRET]) == 2
    assert not log_file().exists()


def test_a_page_notes_its_name_tells_the_person_and_stays_failed() -> None:
    def page() -> None:
        from app.components import unforeseen

        with unforeseen.told("studi"):
            raise LookupError("catatan-rahasia-saya")

    shown = AppTest.from_function(page).run()
    assert len(shown.exception) == 1
    assert str(log_file()) in shown.error[0].value and SECRET not in shown.error[0].value.replace(str(log_file()), "")
    noted = log_file().read_text()
    assert " app studi: LookupError at " in noted and SECRET not in noted


def test_what_a_library_logs_is_noted_without_its_words() -> None:
    logger = logging.Logger("perpustakaan")
    logger.addHandler(FailureLog("app"))
    logger.error("tanpa galat %s", SECRET)
    logger.error("dengan galat %s", SECRET, exc_info=failure())
    assert " app: ValueError at " in log_file().read_text() and SECRET not in log_file().read_text()


def test_the_server_notes_what_fails_outside_a_page() -> None:
    def page() -> None:
        import streamlit as st

        def act() -> None:
            raise OverflowError("catatan-rahasia-saya")

        st.button("x", on_click=act)

    logger = logging.getLogger("streamlit.error_util")
    before = list(logger.handlers)
    server.note_failures()
    option = config.get_option("logger.enableRich")
    config.set_option("logger.enableRich", server.OPTIONS["logger_enableRich"])
    try:
        AppTest.from_function(page).run().button[0].click().run()
    finally:
        config.set_option("logger.enableRich", option)
        for name in ("streamlit.error_util", "uvicorn.error"):
            for handler in list(logging.getLogger(name).handlers):
                if isinstance(handler, FailureLog) and handler not in before:
                    logging.getLogger(name).removeHandler(handler)
    noted = log_file().read_text()
    assert " app: OverflowError at " in noted and SECRET not in noted


def test_it_stays_small() -> None:
    for number in range(60):
        note_failure("verb" * 1_000 + str(number), failure())
    files = sorted(log_file().parent.iterdir())
    assert [file.name for file in files] == ["galat.log", "galat.log.1"]
    assert sum(file.stat().st_size for file in files) < 2 * log.LARGEST + 10_000


def test_a_log_that_cannot_be_written_stops_nobody(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (state / SECRET).write_text("ini berkas")
    assert note_failure("check", failure()) == "–"
