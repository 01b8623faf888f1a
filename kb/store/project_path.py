"""Which file a name in a project means: symlinks followed, nothing outside the project's folder, nothing of our own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kb.errors import SaveError
from kb.store.atomic import is_temporary
from kb.store.pending import KEPT

_CLOSED = (KEPT, ".git")


@dataclass(frozen=True, slots=True)
class ProjectPath:
    """A file of a project: `name` as the project calls it (with slashes), `path` the real file behind all symlinks."""

    name: str
    path: Path


def project_path(root: Path, path: str | Path) -> ProjectPath:
    """The file that `path` (relative to `root`, or absolute inside it) means; SaveError where it may not be written."""
    real_root = root.resolve()
    try:
        real = (real_root / path).resolve()
    except (OSError, RuntimeError, ValueError) as unusable:  # a circle of symlinks; a NUL in the name
        raise SaveError("save-not-a-file", file=_shown(path)) from unusable
    if real == real_root or not real.is_relative_to(real_root):
        raise SaveError("save-outside-project", file=_shown(path), where=root)
    name = _name(root, real_root, Path(path), real)
    closed = {part.casefold() for part in (*real.relative_to(real_root).parts, *Path(name).parts)}
    if closed.intersection(_CLOSED) or is_temporary(real.name):
        raise SaveError("save-outside-project", file=_shown(path), where=root)
    if real.exists() and not real.is_file():
        raise SaveError("save-not-a-file", file=name)
    return ProjectPath(name, real)


def _name(root: Path, real_root: Path, path: Path, real: Path) -> str:
    # ".." behind a symlink leads elsewhere than it reads, so only the real name is then honest
    if ".." not in path.parts:
        full = Path(os.path.normpath(real_root / path))
        for start in (real_root, Path(os.path.abspath(root))):
            if full.is_relative_to(start):
                return full.relative_to(start).as_posix()
    return real.relative_to(real_root).as_posix()


def _shown(path: str | Path) -> str:
    return str(path).replace("\0", "\\0")
