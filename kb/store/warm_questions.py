"""The query door for a program that stays: one child a project waits with the graph open for the next question.

A question takes the waiting child, or a new one where another window's question has it: a runaway bars nobody. The
bounds are those of `kb.store.query_door`, for each question anew. A child that was ended, that once held more than
half of its memory, or whose project has changed on disk is not asked again.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.errors import InputError, KajianError
from kb.store.freshness import Signature, signature
from kb.store.query_door import MEGABYTES, ROWS, SECONDS, Answer, as_answer, reply, sealed_store
from kb.store.query_guard import judge
from kb.store.worker import (
    Bounds,
    bound_memory,
    bound_processor,
    ended,
    parsed,
    refused,
    result_of,
    watched_memory,
)

if TYPE_CHECKING:
    from pyoxigraph import Store

WAITING = 2
"""Projects that have a child waiting; the one asked longest ago goes first."""
AT_ONCE = 4
"""Questions that are answered at the same time: each may take the memory of `MEGABYTES`, and a class shares a machine."""
_RUN = "from kb.store.warm_questions import serve; serve()"
_waiting: dict[Path, Child] = {}
_hands = threading.Lock()
_seats = threading.BoundedSemaphore(AT_ONCE)


class Child:
    """A process that answers questions about one project, one after the other."""

    def __init__(self, root: Path, stamp: Signature) -> None:
        self.root, self.stamp, self.spent = root, stamp, False
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([sys.executable, "-c", _RUN], stdin=pipe, stdout=pipe, stderr=pipe)

    def ask(self, query: str, limit: int, bounds: Bounds) -> Any:
        """The answer as plain data; InputError as `run_bounded` does. The clock covers the start as well."""
        late = threading.Event()
        self.spent = True  # until it has answered in full: what comes late would answer the next question

        def stop() -> None:
            late.set()
            self.process.kill()

        clock = threading.Timer(bounds.seconds, stop)
        clock.start()
        try:
            line = self._told({"root": str(self.root), "query": query, "limit": limit, "seconds": bounds.seconds})
        finally:
            clock.cancel()
        answer = parsed(line)
        if answer is not None:
            self.spent = late.is_set() or bool(answer["last"])
            return result_of(answer)
        if late.is_set():
            raise InputError("stopped-time", what="query", seconds=f"{bounds.seconds:g}")
        errors = self.process.stderr.read() if self.process.stderr else b""
        raise ended(self.process.wait(), errors, bounds, "query")

    def _told(self, request: dict[str, Any]) -> bytes:
        assert self.process.stdin and self.process.stdout
        with suppress(OSError):  # it has died: there is no answer either
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        return self.process.stdout.readline()

    def usable(self, stamp: Signature) -> bool:
        """Whether it may be asked about the project as it is now."""
        return not self.spent and self.stamp == stamp and self.process.poll() is None

    def end(self) -> None:
        """Kill it and forget it."""
        self.process.kill()
        with suppress(OSError):  # what was still to be written goes nowhere
            self.process.communicate()


def ask_warmly(root: Path, text: str, limit: int = ROWS, seconds: float = SECONDS) -> Answer:
    """What `ask_freely` answers and refuses, without a new process for each question.

    InputError also where as many others are being answered as may be, for as long as this one would have had.
    """
    query = judge(text)
    if not _seats.acquire(timeout=seconds):
        raise InputError("query-busy", most=AT_ONCE, seconds=f"{seconds:g}")
    try:
        child = _taken(root.resolve())
        try:
            return as_answer(child.ask(query, limit, Bounds(seconds, MEGABYTES)))
        finally:
            _returned(child)
    finally:
        _seats.release()


def _taken(root: Path) -> Child:
    stamp = signature(root)
    with _hands:
        child = _waiting.pop(root, None)
    if child is None:
        return Child(root, stamp)
    if child.usable(stamp):
        return child
    child.end()
    return Child(root, stamp)


def _returned(child: Child) -> None:
    """It waits for the next question, where it still can and no other waits already."""
    out: list[Child] = []
    with _hands:
        if child.spent or child.root in _waiting:
            out.append(child)
        else:
            _waiting[child.root] = child
        while len(_waiting) > WAITING:
            out.append(_waiting.pop(next(iter(_waiting))))
    for one in out:
        one.end()


def end_waiting() -> None:
    """No child waits any more; one is started again at the next question."""
    with _hands:
        children = list(_waiting.values())
        _waiting.clear()
    for child in children:
        child.end()


atexit.register(end_waiting)


def serve() -> None:
    """The child's side: a question a line until nobody asks any more; the first one names the project."""
    bound_memory(MEGABYTES)
    grown = watched_memory()
    store: Store | None = None
    for line in sys.stdin.buffer:
        request = json.loads(line)
        bound_processor(2 * int(request["seconds"]) + 1)
        try:
            store = store or sealed_store(request["root"])
            answer = {"result": reply(store, request["query"], request["limit"])}
        except KajianError as error:
            answer = refused(error)
        last = store is None or grown(MEGABYTES // 2)
        sys.stdout.write(json.dumps({**answer, "last": last}) + "\n")
        sys.stdout.flush()
        if last:
            return
