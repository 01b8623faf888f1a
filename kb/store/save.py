"""The one way to write a project's files, for app, command line and import: whole or refused, kept and undoable."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kb.errors import SaveError
from kb.findings import Finding
from kb.store import atomic
from kb.store.commit import Overtaken, Step, commit
from kb.store.history import By, record_paths, state_after
from kb.store.lock import locked
from kb.store.project_path import ProjectPath, project_path
from kb.store.recovery import recover_locked
from kb.store.save_failures import save_failure
from kb.store.versions import version

_ATTEMPTS = 5
_done = threading.local()
Check = Callable[[Path, bytes], None]
"""Looks at a file's content as it will be (path in the project) and raises SaveError where it must not be saved."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an editor wants of one file: `base` is what it read, `mine` what it made of that.

    None for `base`: there was no such file; None for `mine`: it is to be deleted.
    """

    path: str | Path
    base: bytes | None
    mine: bytes | None


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is on the disk. `number` is that of the last save where nothing had to be written.

    `merged`: files that others had changed too, with the entries or subjects that were theirs.
    `findings`: what an earlier, killed save had left.
    """

    number: int
    files: tuple[str, ...] = ()
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    steps: list[Step]
    merged: dict[str, tuple[str, ...]] = field(default_factory=dict)


def save(root: Path, changes: Sequence[Change], by: By, summary: str, check: Check | None = None) -> Saved:
    """Write all changes, or none of them.

    ConflictError carries both versions where the same entry was changed elsewhere; any other SaveError says what to do.
    """

    def plan(real_root: Path) -> _Plan:
        prepared = _prepared(real_root, changes)
        for step in prepared.steps:
            _examine(step, check)
        return prepared

    return _write(root, plan, by, summary)


def restore(root: Path, save: int, summary: str | None = None, file: str | None = None) -> Saved:
    """Bring all files ever saved to their state right after save `save` (0: before the first), as a new save.

    With `file` that one alone. Files that did not exist then are removed; what they hold now is kept and can be brought back the same way.
    """

    def plan(real_root: Path) -> _Plan:
        return _Plan(_steps_back(real_root, save, file))

    return _write(root, plan, "restore", summary or f"Kembali ke simpanan {save}")


def _write(root: Path, plan: Callable[[Path], _Plan], by: By, summary: str) -> Saved:
    real_root = root.resolve()
    with locked(real_root):
        try:
            findings = recover_locked(real_root)
            saved = _attempt(real_root, plan, by, summary)
        except OSError as failure:
            raise save_failure(failure, root) from failure
    _done.saves = saves_of_thread() + 1
    return Saved(saved.number, saved.files, saved.merged, tuple(findings))


def saves_of_thread() -> int:
    """How many saves this thread has finished, so that who waits for what it wrote can be told from who does not."""
    return getattr(_done, "saves", 0)


def _attempt(root: Path, plan: Callable[[Path], _Plan], by: By, summary: str) -> Saved:
    names = ""
    for _ in range(_ATTEMPTS):
        prepared = plan(root)
        if not prepared.steps:
            paths = record_paths(root)
            return Saved(int(paths[-1].stem) if paths else 0)
        try:
            record = commit(root, prepared.steps, by, summary)
        except Overtaken:
            names = ", ".join(step.name for step in prepared.steps)
            continue
        return Saved(record.save, tuple(record.changed), prepared.merged)
    raise SaveError("save-restless", files=names)


def _prepared(root: Path, changes: Sequence[Change]) -> _Plan:
    plan = _Plan([])
    seen: set[Path] = set()
    for change in changes:
        target = project_path(root, change.path)
        if target.path in seen:
            raise SaveError("save-twice", file=target.name)
        seen.add(target.path)
        disk = atomic.read(target.path)
        after, theirs = _after(target, change, disk)
        if after == disk:
            continue
        plan.steps.append(_step(target, disk, after))
        if theirs is not None:
            plan.merged[target.name] = theirs
    return plan


def _after(target: ProjectPath, change: Change, disk: bytes | None) -> tuple[bytes | None, tuple[str, ...] | None]:
    if change.mine in (change.base, disk):
        return disk, None
    if disk == change.base:
        return change.mine, None
    from kb.store.merge import merge_file

    merged = merge_file(target.name, change.base, change.mine, disk)
    return merged.data, merged.theirs


def _step(target: ProjectPath, before: bytes | None, after: bytes | None) -> Step:
    if before is not None and not os.access(target.path, os.W_OK):
        # a rename would get round a write protection that somebody set on purpose
        raise SaveError("save-not-allowed", where=target.name, why="read-only")
    return Step(target.name, target.path, before, after)


def _examine(step: Step, check: Check | None) -> None:
    if step.after is None:
        return
    if step.path.suffix == ".ttl":
        from kb.store.turtle_spans import require_turtle

        require_turtle(step.name, step.after)
    elif step.path.suffix == ".bib":
        from kb.store.merge_bibliography import require_readable

        require_readable(step.name, step.before or b"", step.after)
    if check is not None:
        check(Path(step.name), step.after)


def _steps_back(root: Path, save: int, file: str | None) -> list[Step]:
    steps = []
    state = state_after(root, save)
    if file is not None and file not in state:
        raise SaveError("file-not-saved", file=file, known=", ".join(state))
    for name, wanted in state.items() if file is None else [(file, state[file])]:
        target = project_path(root, name)
        disk = atomic.read(target.path)
        after = version(root, wanted) if wanted else None
        if wanted and after is None:
            raise SaveError("save-version-missing", save=save, file=name)
        if after != disk:
            steps.append(_step(target, disk, after))
    return steps
