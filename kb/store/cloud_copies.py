"""Copies that a cloud folder makes where two machines changed one file: named, and never read beside the original."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from kb.findings import Finding, Place
from kb.patterns import pattern

_COPY = pattern(
    r"(?P<stem>.+?)(?:"
    r"[ _]\([^()]*(?:conflict(?:ed)?|konflik|in conflict|berkonflik)[^()]*\)"  # Dropbox, Nextcloud, pCloud
    r"|\.sync-conflict-\d{8}-\d{6}(?:-\w+)?"  # Syncthing
    r"|_conflict-\d{8}-\d{6}"  # ownCloud
    r"|[ _-](?:conflict|conflicted|konflik)(?:[ _-].*)?"
    r")",
    re.IGNORECASE,
)


def original_of(name: str) -> str | None:
    """The file of which a name says that it is another machine's version; None for every other name."""
    path = PurePosixPath(name)
    match = _COPY.fullmatch(path.stem)
    return path.with_name(match["stem"] + path.suffix).as_posix() if match else None


def copies(root: Path, paths: Iterable[Path]) -> list[Finding]:
    """Findings for those paths that are such a copy of a file that is there."""
    found = []
    for path in sorted(paths):
        name = path.relative_to(root).as_posix()
        original = original_of(name)
        if original and (root / original).is_file():
            found.append(Finding("cloud-copy", "warning", Place(name), {"file": name, "original": original}))
    return found
