"""Bytes of the drafts that a person names, and of what LaTeX takes in from their folder."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from kb.errors import InputError
from kb.store.ordinary import read_ordinary

LARGEST = 50 * 2**20
"""Bytes; a thesis of 300 pages with pictures has less, and larger files only serve to exhaust the reader."""


def read_files(paths: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Name as the person typed it, and bytes; InputError for what cannot be read or is too large."""
    return [(str(path), read_file(path)) for path in paths]


def read_file(path: Path) -> bytes:
    """A named file's bytes."""
    try:
        return read_ordinary(path, LARGEST)
    except (OSError, ValueError) as unreadable:  # ValueError: a name that no file can have
        if getattr(unreadable, "errno", None) == errno.EFBIG:
            raise InputError("file-too-large", where=path, most=LARGEST // 2**20) from unreadable
        raise InputError("file-unreadable", where=path, why=unreadable) from unreadable


def within(folder: Path) -> Callable[[str], bytes | None]:
    """Reads files by their name relative to `folder`, none outside it."""
    home = folder.resolve()

    def include(name: str) -> bytes | None:
        for candidate in (name, f"{name}.tex"):
            with suppress(OSError, ValueError, RuntimeError):  # a name that no file can have, links in a circle
                path = (home / candidate).resolve()
                if path.is_relative_to(home):
                    return read_ordinary(path, LARGEST)
        return None

    return include
