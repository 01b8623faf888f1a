"""The "berkas bimbingan" in its formats."""

from __future__ import annotations

from importlib import import_module

from kb.errors import InputError
from kb.model.brief import Brief
from kb.model.profile import Profile

_MODULES = {"html": "brief_html", "pdf": "brief_pdf"}
FORMATS: tuple[str, ...] = tuple(_MODULES)


def render(brief: Brief, profile: Profile, form: str) -> bytes:
    """The brief in a format of `FORMATS`; only that format's libraries are loaded."""
    if form not in _MODULES:
        raise InputError("unknown-format", name=form, formats=", ".join(FORMATS))
    written = import_module(f"kb.outputs.{_MODULES[form]}").render(brief, profile)
    assert isinstance(written, bytes)
    return written
