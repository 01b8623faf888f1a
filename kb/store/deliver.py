"""Writing an export to a file that a person names: whole, or the old one stays."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kb.errors import InputError


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` with `data` in one step; InputError says what stopped it, and leaves no stray file.

    What is no file (a device, a pipe) is written into: a file in the place of `/dev/null` would harm the whole machine.
    """
    target = Path(os.path.realpath(path))
    temporary: str | None = None
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as stopped:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise InputError("output-unwritable", where=path, why=stopped.strerror or stopped) from stopped


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
