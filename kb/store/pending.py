"""Whether a save is under way, told by two names in the project's own folder: nothing else needs loading to know."""

from __future__ import annotations

from pathlib import Path

KEPT = ".kajian"
"""Folder of a project that holds history, journal and lock; everything in it but the history can be deleted."""

JOURNAL, FOLDERS = "journal", "folders"
"""The record of the save under way, and the names of the folders where its temporary files may lie."""


def is_open(root: Path) -> bool:
    """Whether a save is under way, or was when its process died."""
    return (root / KEPT / JOURNAL).exists() or (root / KEPT / FOLDERS).exists()
