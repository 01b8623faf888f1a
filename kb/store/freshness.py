"""Whether a project changed on disk, cheaply: one `stat` a file."""

from __future__ import annotations

from pathlib import Path

from kb.store.configuration import FILE, read_configuration

Signature = tuple[tuple[str, int, int], ...]


def signature(root: Path) -> Signature:
    """Name, modification time and size of every file that `open_project` would read; ProjectError as that does."""
    configuration = read_configuration(root)
    paths = [root / FILE, root / configuration.bibliography, *(root / draft for draft in configuration.drafts)]
    for name in configuration.notes:
        folder = root / name
        paths += sorted(folder.rglob("*.ttl")) if folder.is_dir() else [folder]
    return tuple(_stamp(path) for path in paths)


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return (str(path), 0, -1)
    return (str(path), found.st_mtime_ns, found.st_size)


def projects_below(folder: Path) -> list[Path]:
    """Projects directly in a folder, for a start page that offers them."""
    try:
        return sorted(path.parent for path in folder.glob(f"*/{FILE}"))
    except OSError:
        return []
