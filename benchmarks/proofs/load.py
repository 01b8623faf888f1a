"""A class at once: sessions over websockets that edit one project through the app's server and door.

    python -m benchmarks.proofs.load                                   # 50 sessions with 3 s pauses, then 20 with 1 s
    python -m benchmarks.proofs.load --sessions 10 --edits 4 --pause 3

Each session edits an entry of its own some 6 to 10 times, pausing as a person does. The page is a field that saves
through `app.session` and `kb.editing.edit` (`pages/one_field.py`), not the whole form: what is measured is the server, the
opening of the project after every edit of the others, and the save. Counted: time from sending an edit to seeing it
saved, errors, acknowledged edits that are not on the disk, the server's memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.asyncio.client import connect

from kb.store.new_project import copy_example

ROOT = Path(__file__).parent.parent.parent
SERVER = "import sys; from pathlib import Path; from app import server; server.MAIN = Path(sys.argv[1]); server.serve(Path(sys.argv[2]), None, open_browser=False, language='id')"
LIMITS = {3.0: 1.5, 1.0: 1.0}
"""Mean pause -> p95 in seconds that an edit may take."""
MEGABYTES = 500


@dataclass
class Tally:
    waits: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)


class Session:
    """One window: a websocket, the id of its field, what its page shows."""

    def __init__(self, address: str, entry: str, tally: Tally) -> None:
        self.address, self.entry, self.tally = address, entry, tally
        self.widget = ""
        self.shown = ""

    async def run(self, edits: int, pause: float, chance: random.Random) -> None:
        await asyncio.sleep(chance.uniform(0, 2 * pause))
        url = self.address.replace("http", "ws") + "/_stcore/stream"
        async with connect(
            url, origin=self.address, subprotocols=["streamlit"], max_size=None, open_timeout=60
        ) as self.socket:  # type: ignore[arg-type]
            began = time.monotonic()
            await self.rerun(None)
            await self.until("tersimpan:")
            self.tally.first.append(time.monotonic() - began)
            for number in range(1, edits + 1):
                await asyncio.sleep(chance.expovariate(1 / pause))
                value = f"suntingan {number}"
                began = time.monotonic()
                await self.rerun(value)
                await self.until(f"tersimpan: {value}")
                self.tally.waits.append(time.monotonic() - began)
                self.tally.saved[self.entry] = value

    async def rerun(self, value: str | None) -> None:
        from streamlit.proto.BackMsg_pb2 import BackMsg

        message = BackMsg()
        message.rerun_script.query_string = f"entry={self.entry}"
        if value is not None:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = self.widget, value
        await self.socket.send(message.SerializeToString())

    async def until(self, words: str) -> None:
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        done = False
        self.shown = ""
        while not done or words not in self.shown:
            data: Any = await asyncio.wait_for(self.socket.recv(), 60)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                done = True
                if words not in self.shown:
                    self.tally.errors.append(f"{self.entry}: finished with {self.shown[:80]!r}")
                    return
            elif kind == "delta":
                element = message.delta.new_element
                if element.WhichOneof("type") == "text_input":
                    self.widget = element.text_input.id
                elif element.WhichOneof("type") == "markdown":
                    self.shown += element.markdown.body
                elif element.WhichOneof("type") == "exception":
                    self.tally.errors.append(f"{self.entry}: {element.exception.message[:200]}")


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2) if ordered else 0.0


def memory(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) // 1024 if found else 0


async def sessions(address: str, count: int, edits: int, pause: float, seed: int) -> Tally:
    tally = Tally()
    chance = random.Random(seed)
    windows = [Session(address, f"beban{n}", tally) for n in range(count)]
    runs = [w.run(edits or chance.randint(6, 10), pause, random.Random(seed + n)) for n, w in enumerate(windows)]
    for failure in await asyncio.gather(*runs, return_exceptions=True):
        if failure is not None:
            tally.errors.append(repr(failure)[:200])
    return tally


def measure(count: int, edits: int, pause: float, seed: int = 7) -> dict[str, Any]:
    """The figures of one class."""
    with tempfile.TemporaryDirectory(prefix="kajian-load-") as home:
        project = copy_example(Path(home) / "proyek")
        with (project / "references.bib").open("a", encoding="utf-8") as bib:
            bib.writelines(
                f"\n@misc{{beban{n},\n  author = {{Sari, Dewi}},\n  title = {{Beban {n}}},\n  year = {{2020}}\n}}\n"
                for n in range(count)
            )
        command = [sys.executable, "-c", SERVER, str(Path(__file__).with_name("pages") / "one_field.py"), str(project)]
        server = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        try:
            found = re.search(r"http://[\d.:]+", server.stdout.readline() if server.stdout else "")
            assert found, "the server did not start"
            tally = asyncio.run(sessions(found[0], count, edits, pause, seed))
            most = memory(server.pid)
        finally:
            server.terminate()
            server.wait(timeout=20)
        text = (project / "references.bib").read_text(encoding="utf-8")
        lost = [
            entry
            for entry, value in tally.saved.items()
            if not re.search(rf"@misc\{{{entry},[^@]*note\s*=\s*\{{{value}\}}", text)
        ]
    return {"sessions": count, "pause": pause, "edits": len(tally.waits), "p50": percentile(tally.waits, 0.5), "p95": percentile(tally.waits, 0.95),
            "p99": percentile(tally.waits, 0.99), "first page p95": percentile(tally.first, 0.95), "errors": len(tally.errors), "lost": len(lost), "MB": most,
            "said": tally.errors[:3]}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sessions", type=int)
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--pause", type=float, default=3.0)
    options = parser.parse_args()
    runs = [(options.sessions, options.pause)] if options.sessions else [(50, 3.0), (20, 1.0)]
    failed = 0
    for count, pause in runs:
        figures = measure(count, options.edits, pause)
        print(json.dumps(figures), flush=True)
        slow = figures["p95"] > LIMITS.get(pause, 1.5)
        failed |= bool(figures["errors"] or figures["lost"] or slow or figures["MB"] > MEGABYTES)
    return failed


if __name__ == "__main__":
    sys.exit(main())
