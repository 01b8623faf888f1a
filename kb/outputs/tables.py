"""The comparison table in every format: `render` knows which module writes which."""

from __future__ import annotations

from importlib import import_module

from kb.errors import InputError
from kb.model.profile import Profile
from kb.model.table import Table

_MODULES = {
    "md": "markdown",
    "csv": "csv",
    "xlsx": "xlsx",
    "docx": "docx",
    "tex": "latex",
    "html": "html",
    "pdf": "pdf",
    "json": "json",
}
FORMATS: tuple[str, ...] = tuple(_MODULES)


def render(table: Table, profile: Profile, form: str) -> bytes:
    """The table in a format of `FORMATS`; only that format's libraries are loaded."""
    if form not in _MODULES:
        raise InputError("unknown-format", name=form, formats=", ".join(FORMATS))
    written = import_module(f"kb.outputs.{_MODULES[form]}").render(table, profile)
    assert isinstance(written, bytes)
    return written
