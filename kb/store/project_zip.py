"""Another project out of a `.zip`, looked at before it is unpacked; nothing of it touches the disk."""

from __future__ import annotations

import io
import re
import stat
import tomllib
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kb.errors import InputError

MAX_UNPACKED = 50_000_000
MAX_PARTS = 2_000
MAX_RATIO = 100
MAX_NOTES = 5_000_000
_SMALL = 1_000_000
_SETTINGS = "kajian.toml"
_DRIVE = re.compile(r"[A-Za-z]:")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[#/]")


@dataclass(frozen=True, slots=True)
class ForeignProject:
    """What a project's zip holds; names are relative to its `kajian.toml`. `left` are files that are none of these."""

    base: str
    bibliography: str
    works: bytes
    notes: dict[str, bytes]
    drafts: dict[str, bytes]
    left: tuple[str, ...]


def read_project_zip(file: str, data: bytes) -> ForeignProject:
    """The project in a zip, also where it lies in one folder of it; InputError for anything that is no such zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [info for info in archive.infolist() if not info.is_dir()]
            _refuse_unsafe(file, parts, len(data))
            found = {info.filename: archive.read(info) for info in parts if not _is_rubbish(info.filename)}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as broken:
        raise InputError("import-zip-damaged", file=file, why=str(broken) or type(broken).__name__) from broken
    return _project(file, found)


def _refuse_unsafe(file: str, parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(info.file_size for info in parts)
    why = ""
    if len(parts) > MAX_PARTS:
        why = f"> {MAX_PARTS}"
    elif unpacked > MAX_UNPACKED or (unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1)):
        why = f"{unpacked // 1_000_000} MB"
    elif len({info.filename.casefold() for info in parts}) < len(parts):
        why = "2 × " + next(
            i.filename for i in parts if sum(o.filename.casefold() == i.filename.casefold() for o in parts) > 1
        )
    for info in parts:
        if _is_unsafe(info):
            why = why or repr(info.filename[:120])
    if why:
        raise InputError("import-zip-damaged", file=file, why=why)


def _is_unsafe(info: zipfile.ZipInfo) -> bool:
    """Names that lead out of a folder, links, and what is locked."""
    name = info.filename
    outside = name.startswith(("/", "\\")) or "\\" in name or "\0" in name or _DRIVE.match(name) is not None
    link = stat.S_ISLNK(info.external_attr >> 16)
    return outside or ".." in PurePosixPath(name).parts or link or bool(info.flag_bits & 1)


def _is_rubbish(name: str) -> bool:
    """What systems and Kajian itself put beside a project."""
    return any(part in ("__MACOSX", ".DS_Store", "Thumbs.db", ".git", ".kajian") for part in PurePosixPath(name).parts)


def _project(file: str, found: dict[str, bytes]) -> ForeignProject:
    homes = sorted((name for name in found if PurePosixPath(name).name == _SETTINGS), key=lambda name: name.count("/"))
    if not homes or (len(homes) > 1 and homes[1].count("/") == homes[0].count("/")):
        raise InputError("import-no-project", file=file)
    lead = homes[0][: -len(_SETTINGS)]
    files = {name[len(lead) :]: data for name, data in found.items() if name.startswith(lead)}
    settings = _settings(file, files.pop(_SETTINGS))
    bibliography, folders = str(settings.get("bibliography", "references.bib")), settings.get("notes", ["notes"])
    notes = {name: data for name, data in files.items() if name.endswith(".ttl") and _is_in(name, folders)}
    for name, data in notes.items():
        if len(data) > MAX_NOTES:
            raise InputError("import-zip-damaged", file=file, why=f"{name}: > {MAX_NOTES // 1_000_000} MB")
    drafts = {name: data for name, data in files.items() if name in settings.get("drafts", [])}
    left = tuple(name for name in files if name not in notes and name not in drafts and name != bibliography)
    return ForeignProject(settings["base"], bibliography, files.get(bibliography, b""), notes, drafts, left)


def _settings(file: str, data: bytes) -> dict[str, Any]:
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as broken:  # no text, no TOML, brackets or digits without end
        raise InputError("import-zip-damaged", file=file, why=f"{_SETTINGS}: {str(broken)[:200]}") from broken
    base = table.get("base")
    lists = all(isinstance(table.get(name, []), list) for name in ("notes", "drafts"))
    if not isinstance(base, str) or not _BASE.fullmatch(base) or not lists:
        raise InputError("import-zip-damaged", file=file, why=f"{_SETTINGS}: base, notes, drafts")
    return table


def _is_in(name: str, folders: list[Any]) -> bool:
    return any(name == str(folder) or name.startswith(str(folder).rstrip("/") + "/") for folder in folders)
