"""Running one of our functions in a child process with bounds, so that hostile input can only kill the child.

Memory, processor time and descriptors are bounded where the system can (`resource`: Linux, macOS); elsewhere the
wall clock and the kill alone hold. The result comes back as JSON: plain data, never code.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kb.errors import InputError, KajianError

_TIME_IS_UP = getattr(signal, "SIGXCPU", 0)
_START = 0.7
"""Seconds that a child may take to begin: a question is stopped within six, all told."""
_RUN = "from kb.store.worker import serve; serve()"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Wall clock in seconds, memory in megabytes; `processor` in seconds, twice the wall clock where it is not given."""

    seconds: float = 10.0
    megabytes: int = 1024
    processor: int = 0


def run_bounded(function: str, arguments: dict[str, Any], bounds: Bounds, what: str, code: str = "") -> Any:
    """The JSON result of `module:function` called with keyword `arguments`.

    InputError `stopped-time`, `stopped-memory` or `stopped-died` where the bounds ended it (`what` names the input;
    with `code` that instead), and the function's own KajianError as it was raised.
    """
    request = json.dumps(
        {
            "function": function,
            "arguments": arguments,
            "bounds": [bounds.megabytes, bounds.processor or 2 * int(bounds.seconds) + 1],
        }
    )
    command = [sys.executable, "-c", _RUN]
    try:
        done = subprocess.run(
            command, input=request.encode(), capture_output=True, timeout=bounds.seconds + _START, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise InputError(code or "stopped-time", what=what, seconds=f"{bounds.seconds:g}") from late
    answer = parsed(done.stdout)
    if answer is None or done.returncode == -_TIME_IS_UP:
        why = ended(done.returncode, done.stderr, bounds, what)
        raise InputError(code, what=what, seconds=f"{bounds.processor:g}") if code else why
    return result_of(answer)


@contextmanager
def processor_seconds(seconds: float, code: str, what: str) -> Iterator[None]:
    """Ends what is done meanwhile after so many seconds of processor time, by InputError `code`.

    Only where the system has such a clock, and in a process's first thread; elsewhere nothing is watched.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(_signal: int, _frame: object) -> None:
        raise InputError(code, what=what, seconds=f"{seconds:g}")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def ended(code: int | None, errors: bytes, bounds: Bounds, what: str) -> InputError:
    """Why a child ended before it had answered."""
    if code == -_TIME_IS_UP:
        return InputError("stopped-time", what=what, seconds=f"{bounds.seconds:g}")
    memory = b"MemoryError" in errors or b"memory allocation" in errors
    return InputError("stopped-memory" if memory else "stopped-died", what=what, megabytes=bounds.megabytes)


def result_of(answer: dict[str, Any]) -> Any:
    """What the function gave back; its own error is raised again."""
    if "error" in answer:
        raise InputError(answer["error"]["code"], **answer["error"]["params"])
    return answer["result"]


def parsed(output: bytes) -> dict[str, Any] | None:
    """A child's answer; None where it did not finish one."""
    try:
        found: dict[str, Any] = json.loads(output)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def serve() -> None:
    """The child's side: one request from standard input, one answer to standard output."""
    import importlib

    request = json.loads(sys.stdin.buffer.read())
    megabytes, processor = request["bounds"]
    bound_memory(megabytes)
    bound_processor(processor)
    module, _, name = request["function"].partition(":")
    try:
        answer: dict[str, Any] = {"result": getattr(importlib.import_module(module), name)(**request["arguments"])}
    except KajianError as error:
        answer = refused(error)
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def refused(error: KajianError) -> dict[str, Any]:
    """An error of ours as a child sends it."""
    return {"error": {"code": error.code, "params": {key: str(value) for key, value in error.params.items()}}}


def bound_memory(megabytes: int) -> None:
    """No more than this for the whole process, and no picture of it on disk when it dies."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound_processor(seconds: int) -> None:
    """No more processor time than this from now on; it can be called again."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def watched_memory() -> Callable[[int], bool]:
    """Whether this process has ever held so many megabytes, asked later; where that is not known it has not.

    Called before `seal`, for Linux tells it in a file. The system's other count includes what the parent held when it
    started this process, so that a child of a large program would always have grown.
    """
    try:
        status = os.open("/proc/self/status", os.O_RDONLY)
    except OSError:
        return _grown_by_usage
    return lambda megabytes: _most_kilobytes(os.pread(status, 8192, 0)) > megabytes * 1024


def _most_kilobytes(status: bytes) -> int:
    line = next((line for line in status.splitlines() if line.startswith(b"VmHWM:")), b"VmHWM: 0 kB")
    return int(line.split()[1])


def _grown_by_usage(megabytes: int) -> bool:
    try:
        import resource
    except ImportError:
        return False
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held > megabytes * 1024 * (1024 if sys.platform == "darwin" else 1)


def seal() -> None:
    """No new file or connection from here on in this process: whatever asks the network afterwards cannot."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
