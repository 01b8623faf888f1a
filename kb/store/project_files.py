"""The files that a project's settings name, read within bounds; what cannot be read is a finding."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.errors import ProjectError
from kb.findings import Finding, Place
from kb.store.cloud_copies import copies
from kb.store.configuration import FILE, Configuration
from kb.store.freshness import turtle_below
from kb.store.library import Source
from kb.store.ordinary import read_ordinary

LARGEST = 20 * 2**20
"""Bytes of a bibliography, a draft or notes; more only serves to exhaust the reader."""

_ZEROED = bytes(4)
"""No text holds this, in no encoding; a disk or a copy that stopped in the middle leaves it."""


def notes_names(configuration: Configuration, findings: list[Finding]) -> Iterator[str]:
    """The Turtle files of a project in order, without copies that a cloud folder made; those are named."""
    for name in configuration.notes:
        folder = configuration.root / name
        if not _within(configuration, folder):
            raise ProjectError("path-outside-project", where=configuration.root / FILE, path=name[:200])
        if os.path.isfile(folder):  # which never raises, however long a name is
            yield name
        elif os.path.isdir(folder):
            paths = sorted(path for path in map(Path, turtle_below(str(folder))) if _within(configuration, path))
            copied = {finding.place.file: finding for finding in copies(configuration.root, paths)}
            findings += copied.values()
            found = (path.relative_to(configuration.root).as_posix() for path in paths)
            yield from (each for each in found if each not in copied and _is_text(each, findings))
        else:
            findings.append(Finding("missing-notes", "error", Place(name), {"file": name}))


def _is_text(name: str, findings: list[Finding]) -> bool:
    """Whether a file's name is Unicode: one that is not can be written nowhere, so the file is named and left out."""
    shown = name.encode("utf-8", "replace").decode()
    if shown != name:
        findings.append(Finding("notes-unreadable", "error", Place(shown), {"file": shown, "why": "UTF-8"}))
    return shown == name


def copies_of_works(configuration: Configuration) -> list[Finding]:
    """Copies of the bibliography and of the settings that a cloud folder made."""
    folders = {configuration.root, (configuration.root / configuration.bibliography).parent}
    inside = [folder for folder in folders if folder.is_dir() and _within(configuration, folder)]
    paths = [path for folder in inside for path in folder.iterdir()]
    return copies(configuration.root, [path for path in paths if path.suffix in (".bib", Path(FILE).suffix)])


def read_sources(configuration: Configuration, files: dict[str, bytes], findings: list[Finding]) -> Iterator[Source]:
    """The drafts of a project."""
    for name in configuration.drafts:
        data = read_file(configuration, name, "missing-draft", files, findings)
        if data is not None:
            yield Source(Path(name).stem, name, data)


def read_file(
    configuration: Configuration, name: str, check: str, files: dict[str, bytes], findings: list[Finding]
) -> bytes | None:
    """The bytes of a project's file, noted in `files`; a finding of this check where there are none to read."""
    path = configuration.root / name
    if not _within(configuration, path):
        raise ProjectError("path-outside-project", where=configuration.root / FILE, path=name[:200])
    try:
        data = read_ordinary(path, LARGEST)
    except OSError as missing:
        if missing.errno == errno.EFBIG:
            findings.append(Finding("file-over-limit", "error", Place(name), {"file": name, "limit": LARGEST // 2**20}))
            return None
        findings.append(Finding(check, "error", Place(name), {"file": name, "why": missing}))
        return None
    if (at := data.find(_ZEROED)) >= 0:
        line = data.count(b"\n", 0, at) + 1
        findings.append(Finding("file-zeroed", "error", Place(name, line), {"file": name, "line": line}))
    files[name] = data
    return data


def _within(configuration: Configuration, path: Path) -> bool:
    """Whether a path leads to something in the project's folder; only where a link is on the way is it followed.

    Windows has junctions, which are no links to Python: there every path is followed.
    """
    parts = path.parts[len(configuration.root.parts) :]
    inside = path.is_relative_to(configuration.root) and ".." not in parts
    if inside and os.name == "posix" and not any(map(os.path.islink, _on_the_way(configuration.root, parts))):
        return True
    # not `resolve`, which raises where links go in a circle
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(configuration.root))


def _on_the_way(root: Path, parts: Iterable[str]) -> Iterator[str]:
    at = str(root)
    for part in parts:
        at = os.path.join(at, part)
        yield at
