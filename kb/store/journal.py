"""What a save is about to do, on the disk before it does it, so that several files change together or not at all.

`.kajian/journal` is the record of the save under way; when all files are in place it becomes that save's record.
`.kajian/folders` names the folders where temporary files may lie.
"""

from __future__ import annotations

import json
from pathlib import Path

from kb.store import atomic
from kb.store.history import Record, read_record, record_path, to_json
from kb.store.ordinary import read_ordinary
from kb.store.pending import FOLDERS, JOURNAL, KEPT


def announce(root: Path, folders: set[Path]) -> None:
    """Note where temporary files will lie, before the first is made; only for sweeping, so it need not be flushed."""
    names = sorted(folder.relative_to(root).as_posix() for folder in folders)
    atomic.jot(_folders(root), json.dumps(names).encode())


def announced(root: Path) -> set[Path]:
    """The folders where a killed save may have left temporary files."""
    try:
        names = json.loads(read_ordinary(_folders(root), 10**6))
        folders = {(root / name).resolve() for name in names}
    except (OSError, ValueError, TypeError):
        return set()
    return {folder for folder in folders if folder.is_relative_to(root)}


def close(root: Path) -> None:
    """No temporary files are left."""
    atomic.discard(_folders(root))


def own_folders(root: Path) -> set[Path]:
    """The folders of history and journal, where a killed save may have left temporary files too."""
    kept = root / KEPT
    return {kept, kept / "history" / "saves", kept / "history" / "versions"}


def begin(root: Path, record: Record) -> None:
    """From here on the save will be finished, by this process or by the next one."""
    atomic.write(journal_path(root), to_json(record))


def begun(root: Path) -> Record | None:
    """The save that was under way, None where there is none or its journal is damaged."""
    return read_record(journal_path(root))


def finish(root: Path, record: Record) -> None:
    """All files are in place: the journal becomes the record, and the save is done."""
    path = record_path(root, record.save)
    atomic.make_folder(path.parent)
    atomic.replace(journal_path(root), path)
    atomic.sync_folder(path.parent)


def abandon(root: Path, record: Record) -> None:
    """The files are as they were: nothing is left to finish."""
    for path in (journal_path(root), record_path(root, record.save)):
        if path.exists():
            atomic.remove(path)


def journal_path(root: Path) -> Path:
    """Where the save under way is noted."""
    return root / KEPT / JOURNAL


def _folders(root: Path) -> Path:
    return root / KEPT / FOLDERS
