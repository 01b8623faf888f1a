"""Half an hour of use by script, of the checkout and of the wheel: nothing is asked of another machine, nothing fails.

`python -m benchmarks.proofs.half_hour [--minutes 30] [--front checkout|wheel] [--seed 1]`: rounds through everything
that the app has, between them a monkey's random steps. Three sides listen: Playwright and Chromium's own log to the
browser; Python's audit hooks, strace (where it is) and the system's table of sockets to the server and its children.
Each side is first shown a deliberate request, and must hear it; `--self-test` does that alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext

from app.pages import ADDRESSES
from benchmarks.half_hour.browser_side import BROWSERS_OWN, QUIET, Heard, Log, read_log
from benchmarks.half_hour.rounds import run_round
from benchmarks.half_hour.server_side import ServerSide, has_strace
from benchmarks.half_hour.use import Use
from benchmarks.journey import Hand
from benchmarks.proofs.doors import wheel
from benchmarks.proofs.monkey import Seen, look, step
from benchmarks.running_app import ROOT, Running, chromium, running_app
from kb.locale import LANGUAGES, translator
from kb.store.new_project import copy_example

MONKEY, BREATH = 100, 300
"""Seconds that the monkey has between two rounds, and milliseconds that a hand rests after each of its steps."""

WHERE = """
import sys, kb
from kb.store.resources import HOME
sys.path.insert(0, str(HOME))
import app.server
print(kb.__file__, app.server.__file__, app.server.MAIN)
"""
"""Finds both as `kajian app` does."""


@dataclass
class Watched:
    """A served copy of the example with all that listens to it."""

    app: Running
    project: Path
    context: BrowserContext
    heard: Heard
    server: ServerSide
    net_log: Path
    log: Log | None = None


@contextmanager
def watched(home: Path, code: Path, leak: Sequence[str] = ()) -> Iterator[Watched]:
    """The app from `code` in a browser; when it is left, everything has ended and the log is read."""
    project = copy_example(home / "contoh")
    server, net_log = ServerSide(home, code), home / "net.json"
    _is_from(code, project, server)
    switches = [*QUIET, f"--log-net-log={net_log}", "--net-log-capture-mode=Default"]
    server.sockets.start()
    with running_app(project, home / "server.log", server.environment(), [*server.before(), *leak]) as app:
        with chromium(*switches) as browser:
            context = browser.new_context(viewport={"width": 1200, "height": 900}, accept_downloads=True)
            heard = Heard(app.address)
            heard.listen(context)
            found = Watched(app, project, context, heard, server, net_log)
            yield found
            context.close()
        time.sleep(1)
    server.sockets.stop()
    found.log = read_log(net_log)


def _is_from(code: Path, cwd: Path, server: ServerSide) -> None:
    """What is about to be served is the code that is meant, and no other that lies on the path."""
    told = subprocess.run(
        [sys.executable, "-c", WHERE],
        cwd=cwd, env={**os.environ, "PYTHONPATH": server.environment()["PYTHONPATH"]}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert all(Path(place).is_relative_to(code) for place in told.stdout.split()), told.stdout


def front(name: str, home: Path, code: Path, minutes: float, seed: int) -> dict[str, Any]:
    """Use it until the time is up; what was done and heard."""
    started = time.monotonic()
    with watched(home, code) as seen:
        page = seen.context.new_page()
        use = Use(Hand(page, seen.app.address, translator("id"), "id"), seen.project)
        chance, end = random.Random(seed), started + minutes * 60
        while not use.round or time.monotonic() < end:
            use.hand.language = LANGUAGES[use.round % len(LANGUAGES)]
            use.hand.say = translator(use.hand.language)
            run_round(use, end)
            _monkey(use, seen, chance, min(end, time.monotonic() + MONKEY))
        spent = (time.monotonic() - started) / 60
    return _told(name, spent, use, seen)


def _monkey(use: Use, seen: Watched, chance: random.Random, end: float) -> None:
    met = Seen()
    while time.monotonic() < end and len(met.wrong) < 20:
        did = step(use.hand.page, seen.app, chance)
        use.steps["monkey: " + did.partition(" ")[0]] += 1
        look(use.hand.page, met, did)
        use.hand.page.wait_for_timeout(BREATH)
    use.wrong += [f"monkey: {wrong}" for wrong in met.wrong]


def beyond_this_machine(seen: Watched) -> dict[str, Counter[str]]:
    """What led to another machine, by the side that heard it."""
    assert seen.log
    sockets = Counter({what: count for what, count in seen.server.sockets.found.items() if not _browsers_probe(what)})
    return {
        "pages": seen.heard.away, "browser": seen.log.away, "python": seen.server.python()[2],
        "kernel": seen.server.kernel()[2], "sockets": sockets,
    }  # fmt: skip


def _browsers_probe(socket: str) -> bool:
    return socket.startswith("chrom") and any(host in socket for host in BROWSERS_OWN)


def _told(name: str, minutes: float, use: Use, seen: Watched) -> dict[str, Any]:
    """The front's line: what was done, what was counted, and everything that should not be.

    A server that speaks of a missing context has made a file in a thread from what only a window knows.
    """
    assert seen.log
    events, processes, _ = seen.server.python()
    calls, programs, _ = seen.server.kernel()
    away = beyond_this_machine(seen)
    printed, bad = seen.app.printed(), ("Traceback", "missing ScriptRunContext")
    errors = [*use.wrong, *seen.heard.errors, *seen.server.failures()]
    errors += [f"the server printed “{words}”: {printed[-2000:]}" for words in bad if words in printed]
    return {
        "front": name, "minutes": round(minutes, 1), "rounds": use.round, "steps": dict(use.steps),
        "pages seen": len(use.pages & set(ADDRESSES.values())), "never seen": sorted(set(ADDRESSES.values()) - use.pages),
        "downloads": dict(seen.heard.downloads),
        "requests": {
            "of pages": seen.heard.requests, "websockets": seen.heard.sockets, "in Chromium's log": seen.log.requests,
            "names looked up": seen.log.names, "sockets joined": seen.log.joined,
            "Python processes": processes, "Python events": dict(events),
            "kernel": dict(calls) if has_strace() else "not watched: no strace here", "programs": dict(programs),
            "looks at the table of sockets": seen.server.sockets.looks,
        },
        "beyond loopback": sum(sum(each.values()) for each in away.values()),
        "where to": {side: dict(found) for side, found in away.items() if found},
        "stopped by the content policy": dict(seen.heard.stopped), "browser's own": dict(seen.log.own), "errors": errors,
    }  # fmt: skip


LEAKY = """
import runpy, subprocess, sys, threading
CHILD = "import socket, time; s = socket.create_connection(('203.0.113.1', 80), 5); time.sleep(1)"
def leak():
    subprocess.run([sys.executable, "-c", CHILD])
    subprocess.run(["bash", "-c", "exec 3<>/dev/tcp/203.0.113.2/80; sleep 1"])
threading.Timer(1, leak).start()
sys.argv[:] = ["kb", *sys.argv[4:]]
runpy.run_module("kb", run_name="__main__", alter_sys=True)
"""
"""The app with a flaw: a Python child and one of another language each call a machine of the documentation's network."""


def self_test(home: Path) -> list[str]:
    """Deliberate requests from a page, a bare page, and the server's children; the sides that did not hear theirs."""
    with watched(home, ROOT, [sys.executable, "-c", LEAKY]) as seen:
        page = seen.context.new_page()
        page.goto(seen.app.address)
        page.wait_for_selector("[data-testid=stMain] h1", timeout=60_000)
        page.evaluate("fetch('http://203.0.113.3/').catch(() => 0)")
        bare = seen.context.new_page()
        for call in ("fetch('http://203.0.113.4/', {mode: 'no-cors'})", "fetch('http://kajian-uji.invalid/')"):
            bare.evaluate(
                f"Promise.race([{call}.catch(() => 0), new Promise((done) => setTimeout(done, 2000))]).then(() => 0)"
            )
        bare.evaluate("new WebSocket('ws://203.0.113.5/'), 0")
        page.wait_for_timeout(8000)
    away = {side: " ".join(found) for side, found in beyond_this_machine(seen).items()}
    away["policy"] = " ".join(seen.heard.stopped)
    due = {"policy": "203.0.113.3", "pages": "203.0.113.4 kajian-uji.invalid 203.0.113.5", "browser": "203.0.113.4 kajian-uji.invalid",
           "python": "203.0.113.1", "kernel": "203.0.113.1 203.0.113.2", "sockets": "203.0.113.1 203.0.113.2"}  # fmt: skip
    if not has_strace():
        del due["kernel"]
    return [f"{side} missed {host}" for side, hosts in due.items() for host in hosts.split() if host not in away[side]]


def main() -> int:
    """A line for each front; 1 where anything was asked of another machine, failed or was never seen."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--minutes", type=float, default=30.0)
    asked.add_argument("--front", choices=("checkout", "wheel"))
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--self-test", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="kajian-half-hour-") as folder:
        missed = self_test(_made(Path(folder) / "uji"))
        print(json.dumps({"self-test": missed or "every side heard its requests", "strace": has_strace()}), flush=True)
        if missed or given.self_test:
            return int(bool(missed))
        failed = 0
        for name in [given.front] if given.front else ["checkout", "wheel"]:
            home = _made(Path(folder) / name)
            code = wheel(_made(home / "roda")) if name == "wheel" else ROOT
            told = front(name, home, code, given.minutes, given.seed)
            print(json.dumps(told, ensure_ascii=False), flush=True)
            failed += any(
                told[what] for what in ("never seen", "beyond loopback", "stopped by the content policy", "errors")
            )
    return int(failed > 0)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
