"""The first page in a browser, against Streamlit's own hello page: time until its heading is there, in a new window.

Both servers are warm; the windows take turns. Goal: at most 1.25.
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.running_app import chromium, running_app, wait_until_served
from kb.store.new_project import copy_example

ROUNDS, GOAL = 15, 1.25


@contextmanager
def hello(folder: Path) -> Iterator[str]:
    """`streamlit hello` on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "hello", "--server.headless=true", f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_served(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def seconds(browser: Browser, address: str) -> float:
    """From the address to the first heading, with nothing in the browser's store."""
    context = browser.new_context()
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("[data-testid=stMain] h1", timeout=60_000)
    found = time.perf_counter() - start
    context.close()
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        example = copy_example(folder / "contoh")
        with running_app(example, folder / "server.log") as app, hello(folder) as peer:
            for address in (app.address, peer):
                seconds(browser, address)
            times = [(seconds(browser, app.address), seconds(browser, peer)) for _ in range(ROUNDS)]
    ratios = [ours / theirs for ours, theirs in times]
    ours, theirs = (statistics.median(each) for each in zip(*times, strict=True))
    print(f"first page {1000 * ours:.0f} ms, streamlit hello {1000 * theirs:.0f} ms", end=": ")
    print(f"{statistics.median(ratios):.2f} (min {min(ratios):.2f}, max {max(ratios):.2f}; goal <= {GOAL})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
