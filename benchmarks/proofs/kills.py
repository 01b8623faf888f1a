"""Killing writers: two processes save into one project, one or both die at a random instant, a thousand times.

    python -m benchmarks.proofs.kills                        # 1,000 trials, then 20 of each bad writer, which must fail
    python -m benchmarks.proofs.kills --writer in-place --trials 200

Each writer counts up in an entry of its own in `references.bib` and in a subject of its own in `notes/counts.ttl`, in
one save, and acknowledges a number once the save has returned. The first writer saves from two threads, as the app
does. Counted afterwards: files that cannot be read (before anything is repaired), acknowledged numbers that are gone,
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

from kb.errors import SaveError
from kb.store.bibliography_blocks import bibliography_blocks
from kb.store.merge_turtle import merge_turtle  # noqa: F401
from kb.store.recovery import recover
from kb.store.save import Change, save
from kb.store.turtle_spans import require_turtle

BIB, NOTES = "references.bib", "notes/counts.ttl"
ENTRIES, SUBJECTS = 120, 20
WRITERS = {"first": 0, "second": 0, "third": 1}
"""Counter -> process that counts it: the first process saves from two threads."""

Edit = Callable[[bytes], bytes]
Writer = Callable[[Path, dict[str, Edit]], None]


def with_save(root: Path, edits: dict[str, Edit]) -> None:
    """What Kajian does."""
    read = {name: (root / name).read_bytes() for name in edits}
    save(root, [Change(name, read[name], edit(read[name])) for name, edit in edits.items()], "edit", "hitung")


def in_place(root: Path, edits: dict[str, Edit]) -> None:
    """What most programs do: the old file is gone before the new one is written."""
    for name, edit in edits.items():
        new = edit((root / name).read_bytes())
        with open(root / name, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())


def no_lock(root: Path, edits: dict[str, Edit]) -> None:
    """Whole files, but two writers read the same old one."""
    for name, edit in edits.items():
        new = edit((root / name).read_bytes())
        descriptor, temporary = tempfile.mkstemp(dir=(root / name).parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(descriptor)
        os.replace(temporary, root / name)


def fixed_temporary(root: Path, edits: dict[str, Edit]) -> None:
    """Two writers share one temporary name."""
    for name, edit in edits.items():
        new = edit((root / name).read_bytes())
        temporary = root / f"{name}.tmp"
        temporary.write_bytes(new)
        os.replace(temporary, root / name)


SAVERS: dict[str, Writer] = {
    "save": with_save,
    "in-place": in_place,
    "no-lock": no_lock,
    "fixed-temporary": fixed_temporary,
}


@dataclass(slots=True)
class Tally:
    """Figures over all trials; all but the first three should be 0."""

    trials: int = 0
    acknowledged: int = 0
    finished_later: int = 0
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
            writer(root, counting(name, number))
        except (SaveError, OSError):
            number -= 1  # refused: nothing was promised
            continue
        os.write(acknowledge, f"{name} {number}\n".encode())


def start(root: Path, writer: Writer, names: list[str], acknowledge: int) -> int:
    """A process that counts for `names`, a thread for each."""
    process = os.fork()
    if process:
        return process
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
    time.sleep(chance.uniform(0.03, 0.45))
    victims = chance.choice([processes[:1], processes[1:], processes])
    for process in victims:
        os.kill(process, signal.SIGKILL)
    survivors = [process for process in processes if process not in victims]
    if survivors and not _goes_on(root):
        tally.stuck += 1
    for process in survivors:
        os.kill(process, signal.SIGKILL)
    for process in processes:
        os.waitpid(process, 0)
    os.close(notes)
    judge(root, tally)


def _goes_on(root: Path) -> bool:
    """Whether the survivor still gets its saves through."""
    before = (root / "acknowledged").stat().st_size
    until = time.monotonic() + 8
    while time.monotonic() < until:
        time.sleep(0.01)
        if (root / "acknowledged").stat().st_size > before:
            return True
    return False


def judge(root: Path, tally: Tally) -> None:
    """Count what went wrong in one project."""
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
        tally.lost += sum(max(0, promised[name] - count[name]) for count in counts)
        tally.disagreeing += counts[0][name] != counts[1][name]
    tally.strays += sum(path.name.startswith((".kajian-", "tmp")) or path.suffix == ".tmp" for path in root.rglob("*"))
    _take_the_lock(root, tally)


def _take_the_lock(root: Path, tally: Tally) -> None:
    data = (root / NOTES).read_bytes()
    began = time.monotonic()
    try:
        save(root, [Change("last.txt", None, b"last")], "edit", "terakhir")
    except SaveError:
        tally.stuck += 1
    if time.monotonic() - began > 2 or (root / NOTES).read_bytes() != data:
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
        few = options.writer == "all" and writer != "save"
        tally = run(writer, min(options.trials, 20) if few else options.trials, options.seed)
        print(json.dumps({"writer": writer, **asdict(tally)}), flush=True)
        # a bad writer that passes shows that nothing was tested
        failed |= (tally.bad() == 0) if few else (tally.bad() > 0)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
