"""Drafts that came through the browser: read in a bounded child, so that no file can take the app with it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from kb.model.draft import Draft
from kb.model.plain import from_plain
from kb.store.worker import Bounds, run_bounded

BOUNDS = Bounds(30.0, 1536, 9)


def read_upload(files: Sequence[tuple[str, bytes]]) -> Draft:
    """As `read_draft`; InputError too where reading took too long or too much, with the file's name."""
    packed = [[name, base64.b64encode(data).decode()] for name, data in files]
    what = ", ".join(name for name, _ in files)
    plain = run_bounded("kb.reading.uploads:read_plain", {"files": packed}, BOUNDS, what, "draft-stopped")
    draft: Draft = from_plain(Draft, plain)
    return draft


def read_plain(files: list[list[str]]) -> dict[str, Any]:
    """The child's side: the draft as plain data."""
    from kb.reading.drafts import read_draft

    return asdict(read_draft([(name, base64.b64decode(data)) for name, data in files]))
