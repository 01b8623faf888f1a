"""The files that a project's settings name, read within bounds; what cannot be read is a finding."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.errors import ProjectError
from kb.findings import Finding, Place, Severity
from kb.store.cloud_copies import copies
from kb.store.configuration import FILE, Configuration
from kb.store.freshness import Stamp, stamp_of, turtle_below
from kb.store.library import Library, Source
from kb.store.ordinary import read_ordinary

LARGEST = 20 * 2**20
"""Bytes of a bibliography, a draft or notes; more only serves to exhaust the reader."""

_CLOCK = 3 * 10**9
"""Nanoseconds within which two changes of a file can have the same time: FAT counts every other second."""

_ZEROED = bytes(4)
"""No text holds this, in no encoding; a disk or a copy that stopped in the middle leaves it."""


class Reading:
    """One reading of a project's files: `files` are the bytes by name, `findings` what is wrong with them.

    `before` is an earlier opening, whose bytes of a file serve again where its stamp is the same.
    """

    def __init__(self, configuration: Configuration, before: Library | None = None) -> None:
        self.configuration, self.before = configuration, before
        self.files: dict[str, bytes] = {}
        self.stamps: dict[str, Stamp] = {}
        self.findings: list[Finding] = []

    def note(
        self, check: str, name: str, severity: Severity = "error", line: int | None = None, **facts: object
    ) -> None:
        """A finding about a file."""
        self.findings.append(Finding(check, severity, Place(name, line), {"file": name, **facts}))

    def notes_names(self) -> Iterator[str]:
        """The Turtle files of the project in order, without copies that a cloud folder made; those are named."""
        root = self.configuration.root
        for name in self.configuration.notes:
            folder = root / name
            if not self._within(folder):
                raise ProjectError("path-outside-project", where=root / FILE, path=name[:200])
            if os.path.isfile(folder):  # which never raises, however long a name is
                yield name
            elif os.path.isdir(folder):
                paths = sorted(path for path in map(Path, turtle_below(str(folder))) if self._within(path))
                copied = {finding.place.file: finding for finding in copies(root, paths)}
                self.findings += copied.values()
                found = (path.relative_to(root).as_posix() for path in paths)
                yield from (each for each in found if each not in copied and self._is_text(each))
            else:
                self.note("missing-notes", name)

    def _is_text(self, name: str) -> bool:
        """Whether a file's name is Unicode: one that is not can be written nowhere, so the file is named and left out."""
        shown = name.encode("utf-8", "replace").decode()
        if shown != name:
            self.note("notes-unreadable", shown, why="UTF-8")
        return shown == name

    def copies_of_works(self) -> None:
        """Name copies of the bibliography and of the settings that a cloud folder made."""
        root = self.configuration.root
        folders = {root, (root / self.configuration.bibliography).parent}
        inside = [folder for folder in folders if folder.is_dir() and self._within(folder)]
        paths = [path for folder in inside for path in folder.iterdir()]
        self.findings += copies(root, [path for path in paths if path.suffix in (".bib", Path(FILE).suffix)])

    def sources(self) -> dict[str, Source]:
        """The drafts of the project by id."""
        read = ((name, self.file(name, "missing-draft")) for name in self.configuration.drafts)
        found = (Source(Path(name).stem, name, data) for name, data in read if data is not None)
        return {source.id: source for source in found}

    def file(self, name: str, check: str) -> bytes | None:
        """The bytes of a file; a finding of this check where there are none to read."""
        path = self.configuration.root / name
        data = self._held(name, path)
        if data is None:
            if not self._within(path):
                raise ProjectError("path-outside-project", where=self.configuration.root / FILE, path=name[:200])
            try:
                data = read_ordinary(path, LARGEST)
            except OSError as missing:
                if missing.errno == errno.EFBIG:
                    self.note("file-over-limit", name, limit=LARGEST // 2**20)
                else:
                    self.note(check, name, why=missing)
                return None
        if (at := data.find(_ZEROED)) >= 0:
            line = data.count(b"\n", 0, at) + 1
            self.note("file-zeroed", name, line=line)
        self.files[name] = data
        return data

    def _held(self, name: str, path: Path) -> bytes | None:
        # taken before the file is read: what is written meanwhile has another one, unless the clock has not moved on
        stamp = stamp_of(path)
        if abs(time.time_ns() - stamp[1]) > _CLOCK:
            self.stamps[name] = stamp
        before = self.before
        return before.files.get(name) if before and before.stamps.get(name) == stamp else None

    def _within(self, path: Path) -> bool:
        """Whether a path leads to something in the project's folder; only where a link is on the way is it followed.

        Windows has junctions, which are no links to Python: there every path is followed.
        """
        root = self.configuration.root
        parts = path.parts[len(root.parts) :]
        inside = path.is_relative_to(root) and ".." not in parts
        if inside and os.name == "posix" and not any(map(os.path.islink, _on_the_way(root, parts))):
            return True
        # not `resolve`, which raises where links go in a circle
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _on_the_way(root: Path, parts: Iterable[str]) -> Iterator[str]:
    at = str(root)
    for part in parts:
        at = os.path.join(at, part)
        yield at
