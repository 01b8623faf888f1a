"""Prose (the narrative of prior studies, the gap paragraph) in every format."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from kb.errors import InputError
from kb.model.profile import Profile
from kb.model.text import Runs

_MODULES = {"md": "markdown", "docx": "docx", "tex": "latex"}
FORMATS: tuple[str, ...] = tuple(_MODULES)


def render(
    paragraphs: Sequence[Runs], form: str, profile: Profile | None = None, heading: str = "", language: str = "id"
) -> bytes:
    """Paragraphs under a heading; without a profile on the usual thesis page."""
    if form not in _MODULES:
        raise InputError("unknown-format", name=form, formats=", ".join(FORMATS))
    page = profile or Profile("umum", "", ())
    written = import_module(f"kb.outputs.{_MODULES[form]}").render_prose(paragraphs, page, heading, language)
    assert isinstance(written, bytes)
    return written
