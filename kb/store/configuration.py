"""`kajian.toml`: what a project is called, where its files are and how it wants its documents."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from kb.errors import ProjectError
from kb.store.ordinary import read_words

FILE = "kajian.toml"
VERSION = 1
"""The newest layout of projects that this program can read."""
LARGEST = 2**20
"""Bytes of a settings file."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a project; paths are relative to its folder, `base` ends in `#` or `/`.

    `style` is the citation style where it is not to be the campus form's own.
    """

    root: Path
    base: str
    version: int = VERSION
    title: str = ""
    bibliography: str = "references.bib"
    notes: tuple[str, ...] = ("notes",)
    drafts: tuple[str, ...] = ()
    chapter: int = 2
    profile: str = "umum"
    style: str = ""
    language: Literal["id", "en"] = "id"
    tense: Literal["proposal", "finished"] = "proposal"
    example: bool = False


_TYPES: dict[str, type | tuple[type, ...]] = {
    "version": int,
    "base": str,
    "title": str,
    "bibliography": str,
    "notes": list,
    "drafts": list,
    "chapter": int,
    "profile": str,
    "style": str,
    "language": str,
    "tense": str,
    "example": bool,
}
_CHOICES = {"language": ("id", "en"), "tense": ("proposal", "finished")}


def find_project(start: Path) -> Path:
    """The nearest folder upward from `start` that holds `kajian.toml`; ProjectError where there is none."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise ProjectError("no-project", where=start)


def read_configuration(root: Path) -> Configuration:
    """The project's settings; ProjectError where the file is missing, broken or of a newer program."""
    path = root / FILE
    try:
        table = tomllib.loads(read_words(path, LARGEST))
    except FileNotFoundError as gone:
        raise ProjectError("no-project", where=root) from gone
    except (OSError, UnicodeDecodeError) as unreadable:
        raise ProjectError("configuration-unreadable", where=path, why=unreadable) from unreadable
    except tomllib.TOMLDecodeError as broken:
        raise ProjectError("configuration-broken", where=path, why=str(broken)[:200]) from broken
    except (RecursionError, ValueError) as strange:  # brackets or digits without end
        raise ProjectError("configuration-broken", where=path, why=str(strange)[:80]) from strange
    check_settings(path, table)
    known = {field.name for field in fields(Configuration)} - {"root"}
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items() if key in known
    }
    return Configuration(root=root, **values)


def configuration_text(root: Path) -> str:
    """The settings as they are written, comments too; empty where they cannot be read."""
    try:
        return read_words(root / FILE, LARGEST)
    except (OSError, UnicodeDecodeError):
        return ""


def check_settings(path: Path, table: dict[str, Any]) -> None:
    """ProjectError for a setting that this program cannot use."""
    version = table.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        raise ProjectError("project-newer", where=path, version=version, known=VERSION)
    if not isinstance(table.get("base"), str) or not _usable_base(table["base"]):
        raise ProjectError("configuration-value", where=path, key="base", expected='"urn:uuid:…#" / "https://…/"')
    for key, expected in _TYPES.items():
        value = table.get(key)
        if value is None:
            continue
        if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
            raise ProjectError("configuration-value", where=path, key=key, expected=getattr(expected, "__name__", "?"))
        if any("\x00" in str(part) for part in (value if isinstance(value, list) else [value])):
            raise ProjectError("configuration-value", where=path, key=key, expected="Unicode")
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise ProjectError("configuration-value", where=path, key=key, expected='["…"]')
        if key in _CHOICES and value not in _CHOICES[key]:
            raise ProjectError("configuration-value", where=path, key=key, expected=" | ".join(_CHOICES[key]))


def _usable_base(base: str) -> bool:
    absolute = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", base) is not None
    return (
        base[-1:] in ("#", "/")
        and absolute
        and base.isprintable()
        and len(base) < 1000
        and not any(c in base for c in ' <>"{}|\\^`')
    )
