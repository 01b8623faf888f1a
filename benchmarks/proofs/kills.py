"""Killing writers: two processes save into one project, one or both die at a random instant, a thousand times.

    python -m benchmarks.proofs.kills                        # 1,000 of each good writer, 20 of each bad one, which must fail
    python -m benchmarks.proofs.kills --writer in-place --trials 200

Each writer counts up in an entry of its own in `references.bib` and in a subject of its own in `notes/counts.ttl`, in
one save, and acknowledges a number once the save has returned. The first writer saves from two threads, as the app
does. With `fronts` they are the two fronts themselves: two threads open the project and call the app's own edit, the
other process calls the command line (`kajian edit`); these edit the bibliography alone. Counted afterwards: files that cannot be read (before anything is repaired), acknowledged numbers that are gone,
bibliography and notes that do not agree, locks that nobody can take, temporary files left after the next start.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import filelock  # noqa: F401 - loaded before the writers are forked, so that they spend their time saving

import kb.cli.edit
import kb.store.bibliography_edit
import kb.store.merge_bibliography  # noqa: F401
from kb.cli.main import main as command_line
from kb.editing.edit import edit as app_edit
from kb.errors import KajianError, SaveError
from kb.store.bibliography_blocks import bibliography_blocks
from kb.store.lock import locked
from kb.store.merge_turtle import merge_turtle  # noqa: F401
from kb.store.project import open_project
from kb.store.recovery import recover
from kb.store.save import Change, save
from kb.store.turtle_spans import require_turtle

BIB, NOTES = "references.bib", "notes/counts.ttl"
ENTRIES, SUBJECTS = 120, 20
PATIENCE = 60.0
"""Six times as long as a save waits for the lock before it gives up and says so."""
WRITERS = {"first": 0, "second": 0, "third": 1}
"""Counter -> process that counts it: the first process saves from two threads."""

Edit = Callable[[bytes], bytes]
Writer = Callable[[Path, str, int], None]
"""Writes a number into what the named counter owns."""


def with_save(root: Path, name: str, number: int) -> None:
    """What Kajian does."""
    edits = counting(name, number)
    read = {file: (root / file).read_bytes() for file in edits}
    save(root, [Change(file, read[file], edit(read[file])) for file, edit in edits.items()], "edit", "hitung")


def in_place(root: Path, name: str, number: int) -> None:
    """What most programs do: the old file is gone before the new one is written."""
    for file, edit in counting(name, number).items():
        new = edit((root / file).read_bytes())
        with open(root / file, "wb") as out:
            out.write(new)
            out.flush()
            os.fsync(out.fileno())


def no_lock(root: Path, name: str, number: int) -> None:
    """Whole files, but two writers read the same old one."""
    for file, edit in counting(name, number).items():
        new = edit((root / file).read_bytes())
        descriptor, temporary = tempfile.mkstemp(dir=(root / file).parent)
        with os.fdopen(descriptor, "wb") as out:
            out.write(new)
            out.flush()
            os.fsync(descriptor)
        os.replace(temporary, root / file)


def fixed_temporary(root: Path, name: str, number: int) -> None:
    """Two writers share one temporary name."""
    for file, edit in counting(name, number).items():
        new = edit((root / file).read_bytes())
        temporary = root / f"{file}.tmp"
        temporary.write_bytes(new)
        os.replace(temporary, root / file)


def with_a_front(root: Path, name: str, number: int) -> None:
    """What a person sets off: the app's edit in the first process, `kajian edit` in the second."""
    if WRITERS[name] == 0:
        app_edit(open_project(root), name, {"note": f"count {number}"}, "app")
    elif command_line(["-C", str(root), "edit", name, f"note=count {number}"]) != 0:
        raise SaveError("save-restless", files=BIB)


SAVERS: dict[str, Writer] = {
    "save": with_save,
    "fronts": with_a_front,
    "in-place": in_place,
    "no-lock": no_lock,
    "fixed-temporary": fixed_temporary,
}


GOOD = ("save", "fronts")


@dataclass(slots=True)
class Tally:
    """Figures over all trials; all from `unreadable` on should be 0. `slowest`: seconds until a survivor saved again.

    A machine with more to do than it can makes everybody slow; stuck is who does not go on at all, or finds the lock
    taken where nobody lives who could hold it.
    """

    trials: int = 0
    acknowledged: int = 0
    finished_later: int = 0
    slowest: float = 0.0
    unreadable: int = 0
    lost: int = 0
    disagreeing: int = 0
    stuck: int = 0
    strays: int = 0

    def bad(self) -> int:
        """How much went wrong."""
        return self.unreadable + self.lost + self.disagreeing + self.stuck + self.strays


def make_project(root: Path) -> None:
    """A bibliography of about 40 kB and notes of some 20 subjects."""
    (root / "notes").mkdir(parents=True)
    entries = [f"@book{{other{n},\n  title = {{{'Jejaring ' * 30}}},\n  year = {{2001}}\n}}\n" for n in range(ENTRIES)]
    entries += [f"@misc{{{name},\n  note = {{count 0}}\n}}\n" for name in WRITERS]
    (root / BIB).write_text("\n".join(entries), encoding="utf-8")
    subjects = [f':other{n} :label "{"catatan " * 10}"@id .\n' for n in range(SUBJECTS)]
    subjects += [f":{name} :count 0 .\n" for name in WRITERS]
    (root / "kajian.toml").write_text(
        f'version = 1\nbase = "urn:x-kajian:kills#"\nbibliography = "{BIB}"\nnotes = ["notes"]\n'
    )
    (root / NOTES).write_text("@prefix : <urn:x-kajian:kills#> .\n\n" + "\n".join(subjects), encoding="utf-8")


def counting(name: str, number: int) -> dict[str, Edit]:
    """The edits that write `number` into the entry and the subject of `name`."""
    entry = re.compile(rb"(@misc\{%s,\s+note = \{count )\d+" % name.encode())
    subject = re.compile(rb"(:%s :count )\d+" % name.encode())
    new = rb"\g<1>%d" % number
    return {BIB: lambda data: entry.sub(new, data), NOTES: lambda data: subject.sub(new, data)}


def count_up(root: Path, writer: Writer, name: str, acknowledge: int) -> None:
    """Save one number after the other until killed."""
    number = 0
    while True:
        number += 1
        try:
            writer(root, name, number)
        except (KajianError, OSError):
            number -= 1  # refused: nothing was promised
            continue
        os.write(acknowledge, f"{name} {number}\n".encode())


def start(root: Path, writer: Writer, names: list[str], acknowledge: int) -> int:
    """A process that counts for `names`, a thread for each."""
    process = os.fork()
    if process:
        return process
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    try:
        threads = [threading.Thread(target=count_up, args=(root, writer, name, acknowledge)) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        os._exit(1)


def trial(root: Path, writer: Writer, chance: random.Random, tally: Tally) -> None:
    """One project, two writers, one or two deaths."""
    make_project(root)
    notes = os.open(root / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    processes = [start(root, writer, [n for n, p in WRITERS.items() if p == process], notes) for process in (0, 1)]
    time.sleep(chance.uniform(0.03, 1.2 if writer is with_a_front else 0.45))
    victims = chance.choice([processes[:1], processes[1:], processes])
    for process in victims:
        os.kill(process, signal.SIGKILL)
    survivors = [process for process in processes if process not in victims]
    if survivors:
        waited = _goes_on(root)
        tally.stuck += waited is None
        tally.slowest = max(tally.slowest, round(waited or PATIENCE, 1))
    for process in survivors:
        os.kill(process, signal.SIGKILL)
    for process in processes:
        os.waitpid(process, 0)
    os.close(notes)
    judge(root, tally, alone=writer is with_a_front)


def _goes_on(root: Path) -> float | None:
    """How long until the survivor got a save through; None where it never did, though it tried for `PATIENCE`."""
    before = (root / "acknowledged").stat().st_size
    began = time.monotonic()
    while time.monotonic() < began + PATIENCE:
        time.sleep(0.01)
        if (root / "acknowledged").stat().st_size > before:
            return time.monotonic() - began
    return None


def judge(root: Path, tally: Tally, alone: bool) -> None:
    """Count what went wrong in one project; `alone`: only the bibliography was edited."""
    tally.trials += 1
    if not (_readable_bibliography(root) and _readable_notes(root)):
        tally.unreadable += 1
    promised: Counter[str] = Counter()
    for line in (root / "acknowledged").read_text().splitlines():
        name, number = line.split()
        promised[name] = max(promised[name], int(number))
        tally.acknowledged += 1
    findings = recover(root)
    tally.finished_later += sum(finding.check == "save-finished" for finding in findings)
    counts = [_count(root / BIB, rb"@misc\{%s,\s+note = \{count (\d+)"), _count(root / NOTES, rb":%s :count (\d+)")]
    for name in WRITERS:
        tally.lost += sum(max(0, promised[name] - count[name]) for count in counts[: 1 if alone else 2])
        tally.disagreeing += not alone and counts[0][name] != counts[1][name]
    tally.strays += sum(path.name.startswith((".kajian-", "tmp")) or path.suffix == ".tmp" for path in root.rglob("*"))
    _take_the_lock(root, tally)


def _take_the_lock(root: Path, tally: Tally) -> None:
    data = (root / NOTES).read_bytes()
    try:
        with locked(root, 0.0):  # nobody lives who could hold it: the first try has to do
            pass
        save(root, [Change("last.txt", None, b"last")], "edit", "terakhir")
    except SaveError:
        tally.stuck += 1
    if (root / NOTES).read_bytes() != data:
        tally.stuck += 1


def _readable_bibliography(root: Path) -> bool:
    blocks = bibliography_blocks((root / BIB).read_text(encoding="utf-8", errors="replace"))
    return [block.kind for block in blocks] == ["entry"] * (ENTRIES + len(WRITERS))


def _readable_notes(root: Path) -> bool:
    data = (root / NOTES).read_bytes()
    try:
        require_turtle(NOTES, data)
    except SaveError:
        return False
    return data.count(b" :label ") == SUBJECTS


def _count(path: Path, pattern: bytes) -> Counter[str]:
    data = path.read_bytes()
    found = {name: re.search(pattern % name.encode(), data) for name in WRITERS}
    return Counter({name: int(match.group(1)) for name, match in found.items() if match})


def run(writer: str, trials: int, seed: int) -> Tally:
    """All trials, each in a project of its own."""
    chance = random.Random(seed)
    tally = Tally()
    for _ in range(trials):
        root = Path(tempfile.mkdtemp(prefix="kajian-kills-")).resolve()
        try:
            trial(root, SAVERS[writer], chance, tally)
        finally:
            shutil.rmtree(root, ignore_errors=True)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--writer", choices=[*SAVERS, "all"], default="all")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    failed = 0
    for writer in SAVERS if options.writer == "all" else [options.writer]:
        few = options.writer == "all" and writer not in GOOD
        tally = run(writer, min(options.trials, 20) if few else options.trials, options.seed)
        print(json.dumps({"writer": writer, **asdict(tally)}), flush=True)
        # a bad writer that passes shows that nothing was tested
        failed |= (tally.bad() == 0) if few else (tally.bad() > 0)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
