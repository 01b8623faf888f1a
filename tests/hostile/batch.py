"""The child that meets hostile inputs: the command line's own entry, called again and again in one process.

One request a line on standard input (`{"arguments": […], "folder": "…"}`), one answer a line on standard output. A call
that ends this process is what the parent looks for.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Call = Callable[[Sequence[str]], int]


def peak_megabytes() -> int:
    """The most memory that this process held since the last `forget_peak`."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return 0


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def seconds_used() -> float:
    """Processor time of this process and of the children that it has waited for."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def measured(call: Call, arguments: Sequence[str]) -> dict[str, Any]:
    """What a call says, how it ends and what it takes."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        kept = os.dup(1), os.dup(2)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        forget_peak()
        began, used = time.monotonic(), seconds_used()
        code: int | None = None
        fault = ""
        try:
            code = call(arguments)
        except BaseException:
            fault = traceback.format_exc()
        wall, taken, peak = time.monotonic() - began, seconds_used() - used, peak_megabytes()
        sys.stdout.flush()
        sys.stderr.flush()
        for number, descriptor in zip((1, 2), kept, strict=True):
            os.dup2(descriptor, number)
            os.close(descriptor)
        said = [_words(file) for file in (out, err)]
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return {"code": code, "fault": fault, "out": said[0], "err": said[1], "wall": wall, "seconds": taken,
            "megabytes": peak, "children": children}  # fmt: skip


def _words(file: Any) -> str:
    file.seek(0)
    found: bytes = file.read(4_000_000)
    return found.decode("utf-8", "surrogateescape")


def serve(call: Call) -> None:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="surrogatepass")
    for line in sys.stdin:
        request = json.loads(line)
        os.chdir(request["folder"])
        answers.write(json.dumps(measured(call, request["arguments"])) + "\n")
        answers.flush()


def bad(arguments: Sequence[str]) -> int:
    """A reader without any care, on which the judge is tried: it does whatever the file's name says."""
    import urllib.request

    word = Path(arguments[-1]).stem
    data = Path(arguments[-1]).read_bytes()
    if word == "sinyal":
        os.kill(os.getpid(), 11)
    elif word == "jejak":
        raise RecursionError(data[:10])
    elif word == "lambat":
        time.sleep(1)
        until = time.process_time() + 11
        while time.process_time() < until:
            pass
    elif word == "rakus":
        bytearray(1_700_000_000)[::4096] = bytes(1_700_000_000 // 4096 + 1)
    elif word == "minta":
        urllib.request.urlopen(data.decode().split()[0]).read()
    elif word == "bocor":
        sys.stdout.write(Path(data.decode().split()[1]).read_text())
    elif word == "ubah":
        Path("references.bib").write_text("rusak")
    elif word == "cerewet":
        sys.stderr.write("satu\ndua\n")
        return 2
    elif word == "warna":
        sys.stdout.write("\x1b[31mmerah")
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["bad"]:
        serve(bad)
    else:
        os.environ["KAJIAN_DEBUG"] = "1"
        from kb.cli.main import main

        serve(main)
