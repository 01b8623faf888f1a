"""The files that a project's settings name, read within bounds; what cannot be read is a finding."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from kb.errors import ProjectError
from kb.findings import Finding, Place
from kb.store.cloud_copies import copies
from kb.store.configuration import FILE, Configuration
from kb.store.library import Source

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
        if folder.is_file():
            yield name
        elif folder.is_dir():
            paths = sorted(path for path in folder.rglob("*.ttl") if _within(configuration, path))
            copied = {finding.place.file: finding for finding in copies(configuration.root, paths)}
            findings += copied.values()
            found = (path.relative_to(configuration.root).as_posix() for path in paths)
            yield from (each for each in found if each not in copied)
        else:
            findings.append(Finding("missing-notes", "error", Place(name), {"file": name}))


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
        if path.exists() and not path.is_file():
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        if path.stat().st_size > LARGEST:
            findings.append(Finding("file-over-limit", "error", Place(name), {"file": name, "limit": LARGEST // 2**20}))
            return None
        data = path.read_bytes()
    except OSError as missing:
        findings.append(Finding(check, "error", Place(name), {"file": name, "why": missing}))
        return None
    if (at := data.find(_ZEROED)) >= 0:
        line = data.count(b"\n", 0, at) + 1
        findings.append(Finding("file-zeroed", "error", Place(name, line), {"file": name, "line": line}))
    files[name] = data
    return data


def _within(configuration: Configuration, path: Path) -> bool:
    return path.resolve().is_relative_to(configuration.root.resolve())
