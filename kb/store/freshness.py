"""Whether a project changed on disk, cheaply: one `stat` a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from kb.store.configuration import FILE, Configuration, read_configuration

Stamp = tuple[str, int, int, int]
"""Name, modification time, size and inode of a file."""
Signature = tuple[Stamp, ...]


def signature(root: Path) -> Signature:
    """The stamp of every file that `open_project` would read; ProjectError as that does.

    Every page of every window asks several times: a call to the system for each file and folder, and none besides.
    """
    configuration = settings(root)
    within = str(root)
    found = [stamp_of(os.path.join(within, name)) for name in (FILE, configuration.bibliography, *configuration.drafts)]
    for name in configuration.notes:
        path = os.path.join(within, name)
        found += map(stamp_of, sorted(turtle_below(path)) if os.path.isdir(path) else [path])
    return tuple(found)


def turtle_below(folder: str) -> Iterator[str]:
    """Everything in a folder that is called `.ttl`; by hand, for folders can be deeper than Python can call itself."""
    todo = [folder]
    while todo:
        with suppress(OSError), os.scandir(todo.pop()) as entries:
            for entry in entries:
                if os.path.normcase(entry.name).endswith(".ttl"):
                    yield entry.path
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)


def settings(root: Path) -> Configuration:
    """What `read_configuration` gives, read again only when the file changed."""
    return _settings(root, stamp_of(os.path.join(root, FILE)))


@lru_cache(maxsize=8)
def _settings(root: Path, stamp: Stamp) -> Configuration:
    return read_configuration(root)


def stamp_of(path: str | Path) -> Stamp:
    """What changes when a file does; also for one that is not there."""
    path = str(path)
    try:
        found = os.stat(path)
    except OSError:
        return (path, 0, -1, 0)
    return (path, found.st_mtime_ns, found.st_size, found.st_ino)


def projects_below(folder: Path) -> list[Path]:
    """Projects directly in a folder, for a start page that offers them."""
    try:
        return sorted(path.parent for path in folder.glob(f"*/{FILE}"))
    except OSError:
        return []
