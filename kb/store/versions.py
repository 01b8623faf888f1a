"""Contents of files that a save made or replaced, kept under their SHA-256 in `.kajian/history/versions`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from kb.store import atomic
from kb.store.pending import KEPT

_LARGE = 2**20
"""Bytes beyond which a content is not worth the memory."""


def digest(data: bytes | None) -> str | None:
    """The name of a version; None is a file that does not exist."""
    if data is None or len(data) > _LARGE:
        return None if data is None else hashlib.sha256(data).hexdigest()
    return _remembered(data)


@lru_cache(maxsize=16)
def _remembered(data: bytes) -> str:
    # a save asks for the name of the same few contents a dozen times
    return hashlib.sha256(data).hexdigest()


def keep(root: Path, contents: Iterable[bytes | None]) -> None:
    """These contents among the versions, on the disk when this returns.

    Copies, not links: an editor that writes in place would change a linked version too.
    """
    folder = versions_folder(root)
    new = {name: data for data in contents if data is not None and (name := digest(data))}
    new = {name: data for name, data in new.items() if version(root, name) is None}
    if not new:
        return
    atomic.make_folder(folder)
    for name, data in new.items():
        atomic.put(folder / name, data)
    atomic.sync_folder(folder)


def version(root: Path, name: str) -> bytes | None:
    """The content of a version, None where it is gone or no longer what it was."""
    if len(name) != 64 or not name.isalnum():
        return None
    try:
        data = atomic.read(versions_folder(root) / name)
    except OSError:
        return None
    return data if digest(data) == name else None


def size_of(root: Path, name: str) -> int | None:
    """How many bytes a version has, None where it is gone; costs one look at the disk."""
    try:
        return (versions_folder(root) / name).stat().st_size
    except OSError:
        return None


def drop_versions(root: Path, needed: set[str]) -> None:
    """Delete the versions that no record needs."""
    for path in versions_folder(root).iterdir():
        if path.name not in needed:
            atomic.discard(path)


def versions_folder(root: Path) -> Path:
    """Where the versions lie."""
    return root / KEPT / "history" / "versions"
