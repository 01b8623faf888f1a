"""Bringing a prepared save to the disk: every file changes, or every file is as it was."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kb.errors import SaveError
from kb.store import atomic, journal
from kb.store.history import OUTSIDE, By, Record, changed_outside, last_record, new_record, prune, record_path, to_json
from kb.store.lock import others_wait
from kb.store.versions import digest, keep

_AT_LEAST_EVERY = 20
"""Saves between two clearings of the history while other windows wait for the project."""


class Overtaken(Exception):
    """Another program changed a file between our reading and our writing; its version is back in place."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a save: what it held when it was read under the lock, and what it will hold; None is no file."""

    name: str
    path: Path
    before: bytes | None
    after: bytes | None


@dataclass(slots=True)
class _Swap:
    step: Step
    staged: Path | None = None
    aside: Path | None = None


@dataclass(slots=True)
class _Attempt:
    root: Path
    steps: list[Step]
    record: Record | None = None
    swaps: list[_Swap] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)


def commit(root: Path, steps: list[Step], by: By, summary: str) -> Record:
    """Write `steps` under the lock; OSError, SaveError or Overtaken mean that nothing changed."""
    attempt = _Attempt(root, steps)
    journal.announce(root, {step.path.parent for step in steps})
    try:
        record = _kept(attempt, by, summary)
        _stage(attempt)
        attempt.record = record
        journal.begin(root, record)
        for swap in attempt.swaps:
            _swap(swap)
        for folder in {step.path.parent for step in steps}:
            atomic.sync_folder(folder)
        journal.finish(root, record)
    except BaseException as failure:
        _go_back(attempt, failure)
        raise
    _tidy(attempt)
    # the save is done; what is not dropped now is dropped after a later one
    if not others_wait(root) or record.save % _AT_LEAST_EVERY == 0:
        with suppress(OSError):
            prune(root)
    return record


def _kept(attempt: _Attempt, by: By, summary: str) -> Record:
    last = _note_outside_changes(attempt.root)
    keep(attempt.root, [content for step in attempt.steps for content in (step.before, step.after)])
    changed = {step.name: (digest(step.before), digest(step.after)) for step in attempt.steps}
    return new_record(attempt.root, by, summary, changed, last)


def _note_outside_changes(root: Path) -> Record | None:
    # without a record of their own, changes that another program made could not be brought back after a restore
    last = last_record(root)
    changed = changed_outside(root, last)
    if last is None or not changed:
        return last
    keep(root, changed.values())
    pairs = {name: (last.state[name], digest(data)) for name, data in changed.items()}
    record = new_record(root, "edit", OUTSIDE, pairs, last)
    atomic.write(record_path(root, record.save), to_json(record))
    return record


def _stage(attempt: _Attempt) -> None:
    for step in attempt.steps:
        swap = _Swap(step)
        attempt.swaps.append(swap)
        if step.after is None:
            continue
        attempt.folders += atomic.make_folder(step.path.parent)
        try:
            mode = None if step.before is None else step.path.stat().st_mode & 0o7777
        except FileNotFoundError as gone:
            raise Overtaken from gone
        swap.staged = atomic.stage(step.path.parent, step.after, mode)


def _swap(swap: _Swap) -> None:
    step = swap.step
    try:
        if step.before is not None:
            swap.aside = atomic.set_aside(step.path)
            _look(swap)
        if swap.staged is None:
            atomic.remove(step.path)
        elif step.before is None:
            atomic.create(swap.staged, step.path)
        else:
            atomic.replace(swap.staged, step.path)
    except (FileNotFoundError, FileExistsError) as changed:
        raise Overtaken from changed
    # an editor that writes in place may have written between our look and our step: the file set aside shows it
    _look(swap)


def _look(swap: _Swap) -> None:
    if swap.aside is not None and atomic.read(swap.aside) != swap.step.before:
        raise Overtaken


def _go_back(attempt: _Attempt, failure: BaseException) -> None:
    try:
        for swap in reversed(attempt.swaps):
            _undo(swap)
        if attempt.record is not None:
            journal.abandon(attempt.root, attempt.record)
    except OSError as stuck:
        # the journal stays: the next start brings all files to the new state
        names = ", ".join(swap.step.name for swap in attempt.swaps)
        raise SaveError("save-unfinished", files=names, why=stuck) from failure
    _tidy(attempt, whole=isinstance(failure, Exception))
    for folder in reversed(attempt.folders):
        with suppress(OSError):
            folder.rmdir()


def _undo(swap: _Swap) -> None:
    # what is on the disk decides, not what we believe to have done: an interruption may fall between the two
    step = swap.step
    if digest(atomic.read(step.path)) != digest(step.after):
        return
    if swap.aside is not None:
        atomic.replace(swap.aside, step.path)
    elif step.before is None:
        atomic.remove(step.path)


def _tidy(attempt: _Attempt, whole: bool = True) -> None:
    temporary = [path for swap in attempt.swaps for path in (swap.staged, swap.aside) if path is not None]
    for path in temporary:
        atomic.discard(path)
    if whole and not any(path.exists() for path in temporary):
        journal.close(attempt.root)
