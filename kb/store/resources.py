"""Where the vocabulary, the app and the example lie: beside `kb` in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_BUNDLE = _PACKAGE / "bundle"

HOME: Path = _BUNDLE if _BUNDLE.is_dir() else _PACKAGE.parent
"""Folder that holds `app/`, `ontology/` and the example's `kajian.toml`."""

ONTOLOGY: Path = HOME / "ontology"
APP: Path = HOME / "app"
PROFILES: Path = _PACKAGE / "profiles"
EXAMPLE: Path = HOME
EXAMPLE_FILES: tuple[str, ...] = ("kajian.toml", "references.bib", "ontology/balewangi")
"""What a copy of the example consists of, relative to `EXAMPLE`."""
