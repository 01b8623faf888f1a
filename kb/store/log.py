"""A small log of unforeseen failures, enough to report them: when, in what, which kind, where in the code.

It never holds a person's text: no message of an error, no argument, no path outside the program, no value. It lies in
the person's state folder and not in the project, which is copied, shared and put into archives.
"""

from __future__ import annotations

import logging
import os
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kb import __version__

LARGEST = 100_000
"""Bytes, after which the log becomes `galat.log.1` and a new one begins: there are never more than two."""
_FRAMES = 8
_HOME = Path(__file__).parent.parent.parent
_NOTED = "_kajian_noted"


def log_file() -> Path:
    """Where it lies, whether it is there or not."""
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME")
    home = Path(given) if given else Path("~/.local/state").expanduser()
    return home / "kajian" / "galat.log"


def note_failure(where: str, wrong: BaseException) -> str:
    """Note a failure in the verb or page of ours that is named; the log's place, or a dash where it cannot be written.

    The same exception is noted once, however many hands it passes through.
    """
    file = log_file()
    try:
        if not getattr(wrong, _NOTED, False):
            _append(file, f"{datetime.now():%Y-%m-%dT%H:%M:%S} kajian {__version__} {where}: {_kinds(wrong)}\n")
            setattr(wrong, _NOTED, True)
    except OSError:
        return "–"
    return str(file)


def _append(file: Path, line: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        if file.stat().st_size > LARGEST:
            os.replace(file, file.with_name(file.name + ".1"))
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)


def _kinds(wrong: BaseException) -> str:
    """The kind of the failure and of what caused it, each with its way through the code, nearest first."""
    told: list[str] = []
    seen: set[int] = set()
    each: BaseException | None = wrong
    while each is not None and id(each) not in seen and len(told) < 3:
        seen.add(id(each))
        frames = traceback.extract_tb(each.__traceback__)[::-1]
        places = [f"{_place(frame.filename)}:{frame.lineno}" for frame in frames]
        own = [place for place in places if place.startswith(("kb/", "app/"))]
        told.append(f"{type(each).__name__} at {' < '.join([*places[:1], *own][:_FRAMES])}")
        each = each.__cause__ or each.__context__
    return " after ".join(told)


def _place(file: str) -> str:
    """A file of ours by its path in the program, any other by its name alone."""
    path = Path(file)
    return path.relative_to(_HOME).as_posix() if path.is_relative_to(_HOME) else path.name


class FailureLog(logging.Handler):
    """Notes what a library logs with an exception, and of that the exception alone."""

    def __init__(self, where: str) -> None:
        super().__init__(logging.ERROR)
        self.where = where

    def emit(self, record: logging.LogRecord) -> None:
        """Note the record's exception, if it has one."""
        wrong = record.exc_info[1] if record.exc_info else None
        if wrong is not None:
            note_failure(self.where, wrong)
