"""Taking one save back while all that was saved after it stays."""

from __future__ import annotations

from pathlib import Path

from kb.errors import SaveError
from kb.store.history import history, read_record, record_path
from kb.store.save import Change, Saved, save
from kb.store.versions import version


def undo(root: Path, number: int) -> Saved:
    """Undo save `number` as a new save, which can be undone the same way.

    What others saved since is merged; ConflictError where they changed the very same, and nothing is written.
    """
    record = read_record(record_path(root, number)) if number > 0 else None
    if record is None:
        known = ", ".join(str(earlier.save) for earlier in history(root)[:10])
        raise SaveError("no-such-save", save=number, known=known or "–")
    changes = []
    for name, (before, after) in record.changed.items():
        wanted, made = (_content(root, number, name, digest) for digest in (before, after))
        changes.append(Change(name, made, wanted))
    return save(root, changes, "restore", f"Urungkan simpanan {number}: {record.summary}")


def _content(root: Path, number: int, name: str, digest: str | None) -> bytes | None:
    data = version(root, digest) if digest else None
    if digest and data is None:
        raise SaveError("save-version-missing", save=number, file=name)
    return data
