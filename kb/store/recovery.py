"""What a killed save left: finished if its journal was written, swept away if not; told either way."""

from __future__ import annotations

from pathlib import Path

from kb.errors import SaveError
from kb.findings import Finding, Place
from kb.store import atomic, journal
from kb.store.history import Record, last_record
from kb.store.lock import locked
from kb.store.pending import is_open
from kb.store.project_path import ProjectPath, project_path
from kb.store.save_failures import save_failure
from kb.store.versions import digest, version


def recover(root: Path) -> list[Finding]:
    """Bring a project to a whole state at its start; costs two looks at the disk where there is nothing to do."""
    root = root.resolve()
    if not is_open(root):
        return []
    try:
        with locked(root):
            return recover_locked(root)
    except SaveError as hindered:
        why = hindered.params.get("why") or hindered.params.get("holder")
        return [Finding("save-pending", "warning", params={"why": why})]


def recover_locked(root: Path) -> list[Finding]:
    """The same for who holds the lock already; SaveError where the disk does not let us."""
    if not is_open(root):
        return []
    try:
        findings = _finish(root)
        swept = _sweep(root)
        journal.close(root)
    except OSError as failure:
        raise save_failure(failure, root) from failure
    if swept:
        findings.append(Finding("strays-swept", "info", params={"count": swept}))
    return findings


def _finish(root: Path) -> list[Finding]:
    path = journal.journal_path(root)
    if not path.exists():
        return []
    record = journal.begun(root)
    if record is None:
        aside = path.with_name("journal.broken")
        atomic.replace(path, aside)
        return [Finding("journal-broken", "warning", Place(_shown(root, aside)), {"file": _shown(root, aside)})]
    findings = [finding for name in record.changed for finding in _finish_file(root, record, name)]
    journal.finish(root, record)
    files = ", ".join(record.changed)
    words = {"save": record.save, "previous": record.save - 1, "files": files}
    return [Finding("save-finished", "info", Place(next(iter(record.changed), None)), words), *findings]


def _finish_file(root: Path, record: Record, name: str) -> list[Finding]:
    before, after = record.changed[name]
    try:
        target = project_path(root, name)
    except SaveError:  # not a name that a save of ours writes: the journal came from elsewhere
        return [_left_alone(record, name)]
    found = digest(atomic.read(target.path))
    if found == after:
        return []
    data = version(root, after) if after else None
    if found != before or (after and data is None):
        return [_left_alone(record, name)]
    _write(target, data)
    return []


def _write(target: ProjectPath, data: bytes | None) -> None:
    if data is None:
        atomic.remove(target.path)
        return
    atomic.make_folder(target.path.parent)
    mode = target.path.stat().st_mode & 0o7777 if target.path.exists() else None
    atomic.write(target.path, data, mode)


def _left_alone(record: Record, name: str) -> Finding:
    return Finding("save-interrupted", "warning", Place(name), {"save": record.save, "file": name})


def _sweep(root: Path) -> int:
    last = last_record(root)
    folders = journal.announced(root) | {root}
    folders |= {(root / name).parent for name in (last.state if last else {})}
    folders |= {path for path in journal.own_folders(root) if path.is_dir()}
    strays = [
        path for folder in folders if folder.is_dir() for path in folder.iterdir() if atomic.is_temporary(path.name)
    ]
    for path in strays:
        atomic.discard(path)
    return len(strays)


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
