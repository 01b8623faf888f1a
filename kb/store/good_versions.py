"""What history still holds of a project's files that are damaged or gone: offered by number, never put back unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kb.findings import Finding, Place
from kb.store.bibliography_read import read_bibliography
from kb.store.history import damage, last_record, last_version
from kb.store.versions import digest, size_of

_DAMAGED_NOTES = frozenset({"notes-broken", "notes-too-deep", "notes-too-large", "notes-unreadable", "file-zeroed"})
_DAMAGED_WORKS = frozenset({"unreadable-entry", "fields-outside-entry", "not-a-bibliography", "missing-bibliography"})
DAMAGED = _DAMAGED_NOTES | _DAMAGED_WORKS
"""Findings of files of which an earlier version may be whole."""

_NOTHING = digest(b"")


def offers(root: Path, found: Iterable[Finding], files: Mapping[str, bytes]) -> list[Finding]:
    """For each damaged file the last save after which it was whole, if there is one."""
    names = dict.fromkeys(str(f.place.file) for f in found if f.check in DAMAGED and f.place.file)
    return [offer for name in names for offer in _offer(root, name, files.get(name))]


def gone(root: Path, files: Mapping[str, bytes]) -> list[Finding]:
    """Files that lost what they held after the last save, and saves that can no longer be brought back."""
    last = last_record(root)
    kept = {name: known for name, known in (last.state if last else {}).items() if known not in (None, _NOTHING)}
    missing = [name for name in kept if not files.get(name) and _lacks(root, name)]
    found = [Finding("saved-file-gone", "warning", Place(name), {"file": name}) for name in missing]
    found += [f for name, known in kept.items() if known and name not in missing for f in _shrunk(root, name, known)]
    return [*found, *(offer for name in missing for offer in _offer(root, name, None)), *damage(root)]


def _lacks(root: Path, name: str) -> bool:
    path = root / name
    return not path.is_file() or path.stat().st_size == 0


def _shrunk(root: Path, name: str, known: str) -> list[Finding]:
    """A file that lost bytes since the last save: by hand, or because a copy stopped where a statement ended."""
    size, saved = (root / name).stat().st_size, size_of(root, known)
    if saved is None or size >= saved:
        return []
    return [Finding("file-shrunk", "info", Place(name), {"file": name, "size": size, "saved": saved})]


def _offer(root: Path, name: str, data: bytes | None) -> list[Finding]:
    whole = last_version(root, name, _good(name))
    if whole is None or digest(whole[1]) == digest(data):
        return []
    return [Finding("whole-version-kept", "warning", Place(name), {"file": name, "save": whole[0]})]


def _good(name: str) -> Callable[[bytes], bool]:
    return _whole_bibliography if name.endswith(".bib") else _whole_notes


def _whole_bibliography(data: bytes) -> bool:
    return (
        bytes(4) not in data
        and bool(data)
        and not any(finding.check in _DAMAGED_WORKS for finding in read_bibliography(data, "").findings)
    )


def _whole_notes(data: bytes) -> bool:
    if not data:
        return False
    from kb.errors import SaveError
    from kb.store.turtle_spans import require_turtle

    try:
        require_turtle("", data)
    except SaveError:
        return False
    return True
