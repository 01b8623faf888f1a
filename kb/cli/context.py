"""What every verb is called with: the project, the language, where the answer goes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kb.errors import InputError

if TYPE_CHECKING:
    from kb.model.profile import Profile
    from kb.store.library import Library

SUFFIXES = {"htm": "html", "markdown": "md", "txt": "text", "latex": "tex"}


@dataclass(frozen=True, slots=True)
class Call:
    """The options before the verb."""

    folder: Path | None
    lang: str | None

    def library(self) -> Library:
        """The project that the call is about, opened; ProjectError where there is none."""
        from kb.store.project import open_project

        return open_project(self.root())

    def root(self) -> Path:
        """The project's folder: the one named, or the nearest upward."""
        from kb.store.configuration import find_project

        return self.folder if self.folder is not None else find_project(Path.cwd())

    def language(self, library: Library | None = None) -> str:
        """The language asked for, else the project's."""
        return self.lang or (library.configuration.language if library else "id")

    def profile(self, library: Library, name: str | None = None) -> Profile:
        """The campus's form that is named, else the project's."""
        from kb.store.profiles import project_profile

        return project_profile(library.configuration, name)


def choose_format(asked: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """The format asked for, else the one of the file's suffix, else the verb's first; InputError for any other."""
    name = asked or (output.suffix.removeprefix(".").lower() if output and output.suffix else None)
    if name is None:
        return formats[0]
    name = name if name in formats else SUFFIXES.get(name, name)
    if name == "text" and "text" not in formats:
        name = formats[0]
    if name not in formats:
        raise InputError("unknown-format", name=name, formats=", ".join(formats))
    return name


def deliver(data: bytes | str, output: Path | None, *, binary: bool = False) -> None:
    """Write the answer to FILE whole or not at all, or to standard output; binary data never to a terminal."""
    if output is not None:
        from kb.outputs.cleaning import storable
        from kb.store.deliver import write_whole

        write_whole(output, storable(data).encode("utf-8", "replace") if isinstance(data, str) else data)
        return
    if binary and sys.stdout.isatty():
        raise InputError("binary-to-terminal")
    payload = _shown(data) if isinstance(data, str) else data
    stream = sys.stdout.buffer
    stream.write(payload if binary or payload.endswith(b"\n") or not payload else payload + b"\n")
    stream.flush()


def _shown(text: str) -> bytes:
    from kb.outputs.cleaning import printable

    return printable(text, sys.stdout.isatty()).encode("utf-8", "replace")


def as_json(value: object) -> str:
    """One UTF-8 JSON document."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2)
