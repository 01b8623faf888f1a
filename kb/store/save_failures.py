"""What the disk refused, in words that say what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from kb.errors import SaveError
from kb.store.atomic import is_temporary

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def save_failure(failure: OSError, root: Path) -> SaveError:
    """A failed call of the operating system as an error for a person; the files are as they were."""
    where = Path(failure.filename or root)
    if is_temporary(where.name):  # a name that says nothing to a person
        where = where.parent
    if failure.errno in _FULL:
        return SaveError("disk-full", where=root, why=failure)
    if failure.errno in _CLOSED:
        return SaveError("save-not-allowed", where=where, why=failure)
    return SaveError("disk-error", where=where, why=failure)
