"""Runs hostile inputs through the command line and says what went wrong with each."""

from __future__ import annotations

import hashlib
import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.hostile import bib_inputs
from tests.hostile.traps import Case, Traps

ROOT = Path(__file__).parent.parent.parent
SECONDS = 10.0
MEGABYTES = 1536
PATIENCE = 90.0
"""Wall clock after which the child is ended; the limit itself is in processor time, since tests share the machine."""

SETTINGS = 'version = 1\nbase = "urn:x-kajian:hostile#"\nbibliography = "references.bib"\nnotes = ["notes"]\ndrafts = ["draf.md"]\n'
NOTES = (
    "@prefix : <urn:x-kajian:hostile#> .\n@prefix kajian: <https://w3id.org/kajian/ns#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    ':skema-konsep a skos:ConceptScheme ; skos:prefLabel "Konsep"@id , "Concepts"@en .\n'
    ':jaringan a skos:Concept ; skos:inScheme :skema-konsep ; skos:prefLabel "Jaringan"@id .\n'
    ':tinjauan a kajian:Review ; skos:prefLabel "Tinjauan"@id ; kajian:focalStudy :studi-ini .\n'
    ':studi-ini a kajian:Study ; skos:prefLabel "Penelitian ini"@id .\n'
)
DOORS: dict[str, tuple[str, list[list[str]]]] = {
    "bib": ("", [["audit", "draf.md", "--bib", "{file}"]]),
    "draft": ("", [["audit", "{file}", "--format", "json"]]),
    "import": ("", [["import", "{file}", "--dry-run"]]),
    "style": ("", [["bibliography", "--style", "{file}", "--format", "txt"]]),
    "project-bib": ("references.bib", [["concepts"]]),
    "project-notes": ("notes/masukan.ttl", [["concepts"]]),
    "settings": ("kajian.toml", [["check"]]),
    "project": (
        "",
        [
            ["concepts"],
            ["check"],
            ["audit", "draf.md", "--format", "json"],
            ["search", "jaringan"],
            ["history"],
            ["map", "--format", "json"],
            ["bibliography", "--format", "txt"],
        ],
    ),
    "project-save": (
        "",
        [
            ["add", "concept", "label=Simpul"],
            ["edit", "baik", "title=Lain"],
            ["map", "--format", "json"],
            ["restore", "0"],
        ],
    ),
}
"""Door -> where the input lies in the project (empty: beside it), and the calls that meet it."""
CHECK = ["check"]
"""Asked of a project as well in the long run: shapes take a second even for a small one."""
SAVING = ("project-save",)
"""Doors at which the project itself may change."""
_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]")


class Listener:
    """A server on this machine that counts who calls."""

    def __init__(self) -> None:
        self.calls = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.2)
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}/"
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while not self._stop.is_set():
            try:
                connection, _address = self._server.accept()
            except OSError:
                continue
            self.calls += 1
            connection.close()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        self._server.close()


@dataclass(slots=True)
class Judged:
    """A case with all that went wrong; `seconds` and `megabytes` are the worst of its calls."""

    case: Case
    faults: list[str] = field(default_factory=list)
    code: int | None = None
    seconds: float = 0.0
    megabytes: int = 0
    said: str = ""


class Child:
    """The batch worker, started again after it died; its calls are ended when they take too long."""

    def __init__(self, program: tuple[str, ...] = ()) -> None:
        self.program = program
        self._process: subprocess.Popen[str] | None = None

    def ask(self, arguments: list[str], folder: Path) -> dict[str, Any]:
        process = self._running()
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps({"arguments": arguments, "folder": str(folder)}) + "\n")
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        if not ready:
            self.close()
            return {"hung": True}
        line = process.stdout.readline()
        if not line:
            code = process.wait()
            self.close()
            return {"died": signal.Signals(-code).name if code < 0 else f"exit {code}"}
        found: dict[str, Any] = json.loads(line)
        return found

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            command = [sys.executable, "-m", "tests.hostile.batch", *self.program]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                encoding="utf-8", errors="surrogatepass", env=environment, start_new_session=True, cwd=ROOT,
            )  # fmt: skip
        return self._process

    def close(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None


class Judge:
    """Meets every case in a fresh project; to be used with `with`."""

    def __init__(self, program: tuple[str, ...] = (), thorough: bool = False) -> None:
        self.child = Child(program)
        self.thorough = thorough
        self.children = 0

    def __enter__(self) -> Judge:
        self.listener = Listener()
        self.home = Path(tempfile.mkdtemp(prefix="kajian-hostile-")).resolve()
        self.secret = "RAHASIA" + os.urandom(8).hex()
        (self.home / "rahasia.txt").write_text(self.secret)
        self.outside = self.home / "luar"
        self.outside.mkdir()
        for number in range(250):  # more than a cache keeps
            (self.outside / f"{number}.ttl").write_text("x")
        self.traps = Traps(self.listener.url, str(self.home / "rahasia.txt"), str(self.outside))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.close()
        self.listener.close()
        remove(self.home)

    def judge(self, case: Case) -> Judged:
        """The case at its door, looked at from all sides."""
        judged = Judged(case)
        project = self.home / "proyek"
        inside, calls = DOORS[case.door]
        make_project(project)
        file = project / inside if inside else self.home / f"masukan{case.suffix}"
        if case.lay is not None:
            case.lay(project, self.traps)
        else:
            file.write_bytes(case.make(self.traps))
        before, outside, asked = digest(project), digest(self.outside), self.listener.calls
        for call in [*calls, CHECK] if self.thorough and inside else calls:
            self._look(judged, self.child.ask([word.replace("{file}", str(file)) for word in call], project))
        time.sleep(0.002)
        if digest(project) != before and case.door not in SAVING:
            judged.faults.append("the project changed")
        if digest(self.outside) != outside:
            judged.faults.append("what lies outside the project changed")
        if self.listener.calls != asked:
            judged.faults.append(f"{self.listener.calls - asked} requests")
        remove(project)
        return judged

    def _look(self, judged: Judged, answer: dict[str, Any]) -> None:
        faults = judged.faults
        if "died" in answer or "hung" in answer:
            faults.append(f"died: {answer['died']}" if "died" in answer else "hung")
            return
        judged.code = answer["code"]
        judged.seconds = max(judged.seconds, answer["seconds"])
        judged.megabytes = max(judged.megabytes, answer["megabytes"])
        judged.said = answer["err"] or answer["out"]
        if answer["fault"]:
            faults.append("traceback: " + answer["fault"].strip().splitlines()[-1][:200])
        if "Traceback (most" in answer["err"]:
            faults.append("traceback in the error stream")
        if answer["seconds"] > SECONDS:
            faults.append(f"{answer['seconds']:.1f} s")
        if answer["megabytes"] > MEGABYTES:
            faults.append(f"{answer['megabytes']} MB")
        if answer["children"] > max(MEGABYTES, self.children):  # the system tells the most of all children so far
            faults.append(f"{answer['children']} MB in a child")
        self.children = max(self.children, answer["children"])
        if self.secret in answer["out"] + answer["err"]:
            faults.append("the secret came out")
        faults += _badly_said(answer)
        if judged.case.verdict == "refused" and answer["code"] == 0:
            faults.append("accepted")
        if judged.case.verdict == "read" and answer["code"] == 2:
            faults.append("refused: " + answer["err"].strip()[:120])


def _badly_said(answer: dict[str, Any]) -> list[str]:
    """A refusal is one line; nothing that a terminal obeys comes out."""
    found = []
    if answer["code"] == 2 and (len(answer["err"].strip().splitlines()) != 1 or len(answer["err"]) > 2_000):
        found.append(f"refused in {len(answer['err'].splitlines())} lines, {len(answer['err'])} characters")
    if answer["code"] not in (0, 1, 2) and not answer["fault"]:
        found.append(f"exit {answer['code']}")
    escape = _ESCAPE.search((answer["out"] + answer["err"]).replace("\r\n", "\n"))
    if escape:
        found.append(f"control character {ord(escape.group()):#x} came out")
    return found


def make_project(root: Path) -> None:
    """A small project of a stranger."""
    (root / "notes").mkdir(parents=True)
    (root / "kajian.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "references.bib").write_text(bib_inputs.GOOD, encoding="utf-8")
    (root / "notes" / "catatan.ttl").write_text(NOTES, encoding="utf-8")
    (root / "draf.md").write_text("# Bab II\n\nJaringan ialah hubungan (Sari, 2019).\n", encoding="utf-8")


def remove(folder: Path) -> None:
    """The folder away, however deep it is."""
    subprocess.run(["rm", "-rf", "--", str(folder)], check=True)


def digest(root: Path) -> str:
    """One hash of every file of a project but those that Kajian keeps for itself."""
    found = hashlib.sha256()
    folders = [root]  # by hand: a folder may be deeper than Python can call itself
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False) and entry.name != ".kajian":
                folders.append(Path(entry.path))
            elif entry.is_file(follow_symlinks=False):
                found.update(os.fsencode(entry.path) + b"\0" + Path(entry.path).read_bytes())
    return found.hexdigest()


def judge_all(cases: Iterable[Case], thorough: bool = False) -> Iterator[Judged]:
    """One after the other; projects are made anew for each."""
    with Judge(thorough=thorough) as judge:
        for case in cases:
            yield judge.judge(case)
