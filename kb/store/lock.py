"""One writer at a time in a project: threads queue first, then processes, on a lock file of its own."""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kb.errors import SaveError
from kb.store import atomic
from kb.store.ordinary import kept_link, read_ordinary
from kb.store.pending import KEPT

SECONDS = 10.0
"""How long a save waits for others before it gives up."""

_POLL_SECONDS = 0.01
_threads: dict[Path, _Queue] = {}
_threads_lock = threading.Lock()


@contextmanager
def locked(root: Path, seconds: float | None = None) -> Iterator[None]:
    """Hold the project in `root` (resolved) alone; SaveError names the holder where that takes too long.

    The kernel frees the lock when its process dies. Threads queue on their own lock first, because polling a file
    lock is unfair: with 50 sessions in one process some would wait much longer than others.
    """
    patience = SECONDS if seconds is None else seconds
    until = time.monotonic() + patience
    queue = _queue(root)
    with queue.waiting():
        if not queue.lock.acquire(timeout=patience):
            raise _busy(root, patience)
    try:
        with _lock_file(root, max(0.0, until - time.monotonic()), patience):
            yield
    finally:
        queue.lock.release()


def being_written(root: Path) -> bool:
    """Whether a window of this process writes the project in `root` (resolved) just now."""
    return _queue(root).lock.locked()


def others_wait(root: Path) -> bool:
    """Whether another window of this process waits for the project."""
    return _queue(root).count > 0


@dataclass
class _Queue:
    lock: threading.Lock = field(default_factory=threading.Lock)
    count: int = 0

    @contextmanager
    def waiting(self) -> Iterator[None]:
        with _threads_lock:
            self.count += 1
        try:
            yield
        finally:
            with _threads_lock:
                self.count -= 1


def _queue(root: Path) -> _Queue:
    with _threads_lock:
        return _threads.setdefault(root, _Queue())


@contextmanager
def _lock_file(root: Path, seconds: float, patience: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    folder = root / KEPT
    if (link := kept_link(root)) is not None:
        raise SaveError("kept-link", where=link)
    try:
        atomic.make_folder(folder)
        lock = FileLock(folder / "lock", timeout=seconds)
        lock.acquire(poll_interval=_POLL_SECONDS)
    except Timeout as timeout:
        raise _busy(root, patience) from timeout
    except (OSError, NotImplementedError) as unusable:
        why = getattr(unusable, "strerror", None) or unusable
        raise SaveError("lock-unusable", where=folder / "lock", why=why) from unusable
    try:
        # where the file system knows no locks, filelock turns itself into a soft lock, which outlives a killed holder
        # and would then bar the project for ever (told by its name: importing the class takes longer than a save)
        if "Soft" in type(lock).__name__:
            raise SaveError("lock-unusable", where=folder / "lock", why="flock")
        _sign(folder)
        yield
    finally:
        _unsign(folder)
        lock.release()


def _sign(folder: Path) -> None:
    program = Path(sys.argv[0]).name if sys.argv and sys.argv[0] else "python"
    signature = {"program": program, "pid": os.getpid(), "host": platform.node(), "since": f"{datetime.now():%H:%M:%S}"}
    with suppress(OSError):  # the signature only makes a message clearer
        atomic.jot(folder / "holder", json.dumps(signature).encode())


def _unsign(folder: Path) -> None:
    with suppress(OSError):
        (folder / "holder").unlink()


def _busy(root: Path, patience: float) -> SaveError:
    return SaveError("project-busy", where=root, holder=holder(root), seconds=f"{patience:g}")


def holder(root: Path) -> str:
    """Who holds the project now: program, process and time; a question mark where that is not known."""
    try:
        signature = json.loads(read_ordinary(root / KEPT / "holder", 10_000))
        return "{program} (pid {pid}, {host}, {since})".format(**signature)
    except (OSError, ValueError, TypeError, KeyError):
        return "?"
