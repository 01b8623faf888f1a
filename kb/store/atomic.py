"""The only calls that change a project's files: each leaves either the old file or the new one, never a mix."""

from __future__ import annotations

import errno
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from kb.store.ordinary import read_ordinary

MARK = ".kajian-"
"""Temporary files begin with this and end in `.new` or `.old`; what a killed writer left of them may be deleted."""

_IN_PLACE = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a file is opened to be written where it lies: no link leads elsewhere, no pipe keeps the writer waiting."""
_BUSY_RETRIES = 5
_BUSY_SECONDS = 0.05


def read(path: Path) -> bytes | None:
    """The bytes of a file, None where there is no such file."""
    try:
        return read_ordinary(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def stage(folder: Path, data: bytes, mode: int | None = None) -> Path:
    """`data` in a new temporary file of `folder`, flushed to the disk; nothing stays behind where that fails."""
    return _written(_temporary(folder, "new"), data, mode)


def set_aside(target: Path) -> Path:
    """A second name for what `target` holds now: costs no space, so going back is possible even on a full disk."""
    path = _temporary(target.parent, "old")
    try:
        os.link(target, path)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        _written(path, target.read_bytes(), target.stat().st_mode & 0o7777)
    return path


def replace(source: Path, target: Path) -> None:
    """`source` in the place of `target`, in one step; on Windows another program may hold the file for a moment."""
    for attempt in range(_BUSY_RETRIES + 1):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if attempt == _BUSY_RETRIES:
                raise
            time.sleep(_BUSY_SECONDS * (attempt + 1))


def create(staged: Path, target: Path) -> None:
    """`staged` under the name `target`, which must be free: FileExistsError where somebody was quicker."""
    try:
        os.link(staged, target)
    except FileExistsError:
        raise
    except OSError as without_links:
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from without_links
        replace(staged, target)
    else:
        discard(staged)


def remove(path: Path) -> None:
    """`path` away, in one step."""
    for attempt in range(_BUSY_RETRIES + 1):
        try:
            os.unlink(path)
            return
        except PermissionError:
            if attempt == _BUSY_RETRIES:
                raise
            time.sleep(_BUSY_SECONDS * (attempt + 1))


def put(path: Path, data: bytes, mode: int | None = None) -> None:
    """`path` with the content `data`, whole or not at all; its name is on the disk only after `sync_folder`."""
    staged = stage(path.parent, data, mode)
    try:
        replace(staged, path)
    except BaseException:
        discard(staged)
        raise


def write(path: Path, data: bytes, mode: int | None = None) -> None:
    """`path` with the content `data`, whole or not at all, and on the disk when this returns."""
    put(path, data, mode)
    sync_folder(path.parent)


def jot(path: Path, data: bytes) -> None:
    """`path` with the content `data`, neither flushed nor whole after a crash: for notes that may be lost."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _IN_PLACE, 0o666)
    try:
        _write(descriptor, data)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> list[Path]:
    """`folder` and those above it; returns the ones that had to be made, outermost first."""
    if os.path.isdir(folder):
        return []
    missing = [path for path in (folder, *folder.parents) if not path.is_dir()]
    made: list[Path] = []
    try:
        for path in reversed(missing):
            with suppress(FileExistsError):  # another window was quicker
                os.mkdir(path)
                made.append(path)
        for path in made:
            sync_folder(path.parent)
    except OSError:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir()
        raise
    return made


def sync_folder(folder: Path) -> None:
    """The names in `folder` on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def discard(path: Path) -> None:
    """A temporary file away; one that cannot be deleted now is swept at the next start."""
    with suppress(OSError):
        os.unlink(path)


def is_temporary(name: str) -> bool:
    """Whether a file of this name is one that a save made for itself."""
    return name.startswith(MARK) and name.endswith((".new", ".old"))


def _temporary(folder: Path, kind: str) -> Path:
    # two writers must never share a name, and a long file name must not grow longer
    return folder / f"{MARK}{secrets.token_hex(8)}.{kind}"


def _written(path: Path, data: bytes, mode: int | None) -> Path:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            _write(descriptor, data)
            if mode is not None:
                os.chmod(path, mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if read_ordinary(path) != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
    except BaseException:
        discard(path)
        raise
    return path


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
