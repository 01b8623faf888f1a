"""What the tests of saving share: a small project, faults in the calls that write, a look at what is on the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kb.store.atomic import is_temporary

BIB = b"""% daftar pustaka
@string{pen = {Penerbit}}

@book{murah,
  title = {Buku murah},
  year = 1999
}

@article{mahal,
  title = {Artikel mahal},
  month = jan
}
"""
NOTES = b"""@prefix : <urn:x-kajian:p#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# catatan pertama
:satu a skos:Concept ;
    skos:prefLabel "satu"@id . # ujung

:dua a skos:Concept ;
    skos:prefLabel "dua"@id .
"""
BASE = "urn:x-kajian:p#"
WRITING_CALLS = ("open", "write", "fsync", "link", "replace", "unlink", "chmod", "mkdir")


def make_project(root: Path) -> Path:
    (root / "notes").mkdir(parents=True, exist_ok=True)
    (root / "references.bib").write_bytes(BIB)
    (root / "notes" / "concepts.ttl").write_bytes(NOTES)
    return root.resolve()


def files(root: Path) -> dict[str, bytes]:
    """All files of a project but those of its own folder and temporary ones."""
    found = (path for path in sorted(root.rglob("*")) if path.is_file() and ".kajian" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found if not is_temporary(path.name)}


def folders(root: Path) -> set[str]:
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_dir() and ".kajian" not in p.parts}


def strays(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if is_temporary(path.name) or path.name == "folders"]


class Faulty:
    """Stands for the module `os`: the call number `at` that writes fails, or all from there on."""

    def __init__(self, at: int, error: int = errno.ENOSPC, lasting: bool = False) -> None:
        self.at, self.error, self.lasting, self.calls = at, error, lasting, 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(real) if name in WRITING_CALLS else real

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls == self.at or (self.lasting and self.calls > self.at):
                raise OSError(self.error, os.strerror(self.error))
            return real(*arguments, **options)

        return call


class Noticed:
    """Stands for the module `os`: `before` is told the name of each call that writes, before it happens."""

    def __init__(self, before: Callable[[int, str, tuple[Any, ...]], None]) -> None:
        self.before, self.calls = before, 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in WRITING_CALLS:
            return real

        def call(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            self.before(self.calls, name, arguments)
            return real(*arguments, **options)

        return call
