"""Results kept beside the project because making them again takes time: `.kajian/cache/`.

Nothing here is data: the folder may be deleted at any time, a file that is broken or missing is made again, and where
the folder cannot be written the result is simply not kept.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kb.store.ordinary import kept_link, read_ordinary

FOLDER = ".kajian/cache"
MOST = 200
"""Results kept; beyond, the oldest fifth goes, so that not every new one looks at them all."""


class Derived:
    """What was made before for a project, by name."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / FOLDER

    def get(self, name: str) -> bytes | None:
        """The bytes kept under a name, None where there are none."""
        try:
            return read_ordinary(self.folder / name)
        except OSError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep bytes whole or not at all; never fails."""
        with suppress(OSError):
            if kept_link(self.root) is not None:  # pruning would delete what somebody else keeps
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data)
                os.replace(temporary, self.folder / name)
            except OSError:
                os.unlink(temporary)
                raise
            self._prune()

    def _prune(self) -> None:
        kept = [path for path in self.folder.iterdir() if not path.name.startswith(".")]
        if len(kept) > MOST:
            for path in sorted(kept, key=lambda each: each.stat().st_mtime)[: len(kept) - MOST * 4 // 5]:
                path.unlink(missing_ok=True)
