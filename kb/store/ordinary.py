"""Reading files that lie in a folder from elsewhere: only what has an end and never keeps a reader waiting."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kb.store.pending import KEPT

_PART = 2**16
_STRANGE = {stat.S_IFIFO: "FIFO", stat.S_IFSOCK: "socket", stat.S_IFCHR: "device", stat.S_IFBLK: "device"}


def read_ordinary(path: Path, most: int | None = None) -> bytes:
    """The bytes of an ordinary file; OSError for anything else, EFBIG where it has more than `most` bytes.

    A pipe would wait for a writer for ever, a device never ends; both are opened without waiting and then refused.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    descriptor = os.open(path, flags)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, _STRANGE.get(stat.S_IFMT(status.st_mode), "?"), str(path))
        if most is not None and status.st_size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        parts = list(_parts(descriptor, status.st_size, most))
    finally:
        os.close(descriptor)
    data = b"".join(parts)
    if most is not None and len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def _parts(descriptor: int, size: int, most: int | None) -> Iterator[bytes]:
    """All bytes of a file that has about `size` of them, and one more than `most` of one that grows meanwhile.

    Without a buffer of Python's: that takes twice as many calls to the system, at each of which other threads go first.
    """
    read = 0
    while most is None or read <= most:
        part = os.read(descriptor, max(size - read + 1, _PART))
        if not part:
            return
        yield part
        read += len(part)


def read_words(path: Path, most: int | None = None) -> str:
    """The text of an ordinary file in UTF-8, its line ends as `\\n`; UnicodeDecodeError too."""
    return read_ordinary(path, most).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def kept_link(root: Path) -> Path | None:
    """The first of Kajian's own places in a project that is a link: what is written or swept there would be elsewhere."""
    kept = root / KEPT
    return next((path for path in (kept, *(kept / name for name in _PLACES)) if path.is_symlink()), None)


_PLACES = ("lock", "holder", "journal", "folders", "index.sqlite", "cache", "drafts", "history", "history/saves",
           "history/versions")  # fmt: skip
