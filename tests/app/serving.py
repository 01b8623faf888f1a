"""Starting the app's server as a person starts it, and stopping it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def served(
    project: Path,
    *more: str,
    environment: Mapping[str, str] | None = None,
    command: Sequence[str] = (),
    host: str = "127.0.0.1",
) -> Iterator[str]:
    """The address of `kajian app` (or of another command that takes `--port`) on a project, run in its folder."""
    port = free_port()
    words = [
        *(command or (sys.executable, "-m", "kb", "-C", str(project), "app", "--no-browser", *more)),
        "--port",
        str(port),
    ]
    given = {
        "PYTHONPATH": str(ROOT),
        **{k: v for k, v in os.environ.items() if k not in ("KAJIAN_LANG", "PYTHONPATH")},
        **(environment or {}),
    }
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=given, cwd=project)
    address = f"http://{host}:{port}"
    try:
        wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _attempt in range(300):
        assert server.poll() is None, f"the server ended with {server.returncode}"
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not answer")
