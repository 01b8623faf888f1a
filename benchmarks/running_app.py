"""The app as a person starts it, and a browser to look at it, for proofs and for the pictures of the docs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class Running:
    """A served project: where it answers, and what its server has printed so far."""

    address: str
    log: Path
    process: int

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def running_app(
    folder: Path, log: Path, environment: Mapping[str, str] | None = None, before: Sequence[str] = ()
) -> Iterator[Running]:
    """`kajian app` on a folder (a project, or an empty one), ended at the end.

    The checkout's, unless `environment` names another path; `before` is put before the command.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*before, sys.executable, "-m", "kb"]
    command += ["-C", str(folder)] if (folder / "kajian.toml").exists() else []
    command += ["app", "--no-browser", "--port", str(port)]
    given = {key: value for key, value in os.environ.items() if key != "KAJIAN_LANG"}
    given |= {"PYTHONPATH": str(ROOT), **(environment or {})}
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, env=given, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_until_served(port, server)
            yield Running(f"http://127.0.0.1:{port}", log, server.pid)
        finally:
            server.terminate()
            server.wait(timeout=20)


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """A headless browser; `more` are switches for it."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*SWITCHES, *more])
        yield browser
        browser.close()


def wait_until_served(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers; RuntimeError where it ends first or takes half a minute."""
    for _attempt in range(150):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
            return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.2)
    raise RuntimeError("the app did not start")
