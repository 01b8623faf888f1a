"""What a person typed into a form and has not saved: a small file a form and window, `.kajian/drafts/NAME.json`."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kb.store import atomic
from kb.store.freshness import Stamp, stamp_of
from kb.store.history import now
from kb.store.ordinary import kept_link, read_ordinary
from kb.store.pending import KEPT

Field = str | bool | list[str]
"""What a field of a form holds."""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """Unsaved words of one form in one window: `values` what was typed, `base` what those fields held before.

    `form` names the form and its thing, `window` the window it was typed in, `when` is local time with its offset.
    """

    form: str
    window: str
    values: Mapping[str, Field]
    base: Mapping[str, Field]
    when: str = ""


def write_form_draft(root: Path, draft: FormDraft) -> None:
    """Keep a draft, in place of what this window had of the form before; OSError where the disk does not let us."""
    folder = root / KEPT / "drafts"
    if (link := kept_link(root)) is not None:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(link))
    atomic.make_folder(folder)
    table = {"form": draft.form, "window": draft.window, "when": now().isoformat(timespec="seconds"),
             "values": dict(draft.values), "base": dict(draft.base)}  # fmt: skip
    atomic.write(_path(root, draft.form, draft.window), json.dumps(table, ensure_ascii=False, indent=1).encode())
    _changed()


def drop_form_draft(root: Path, form: str, window: str) -> None:
    """Forget a draft: it was saved, or the person threw it away."""
    atomic.discard(_path(root, form, window))
    _changed()


def form_drafts(root: Path, form: str | None = None) -> list[FormDraft]:
    """The drafts of a form, or all, the latest first; a file that cannot be read is passed over and stays."""
    folder = os.path.join(root, KEPT, "drafts")
    return [draft for draft in _all(folder, stamp_of(folder), _changes) if form in (None, draft.form)]


_changes = 0
"""Drafts written and dropped here: two changes of a folder can have the same time."""


def _changed() -> None:
    global _changes
    _changes += 1


@lru_cache(maxsize=4)
def _all(folder: str, stamp: Stamp, changes: int) -> list[FormDraft]:
    # every page of every window asks for all drafts, of which a class has many; each is put into the folder whole
    try:
        names = [name for name in os.listdir(folder) if name.endswith(".json")]
    except OSError:
        return []
    paths = (Path(folder, name) for name in names)
    found = [draft for path in paths if (draft := _read(path, stamp_of(path)))]
    return sorted(found, key=lambda draft: draft.when, reverse=True)


def _path(root: Path, form: str, window: str) -> Path:
    # ids may hold letters that no file name can carry
    name = hashlib.sha256(f"{form}\0{window}".encode("utf-8", "replace")).hexdigest()[:24]
    return root / KEPT / "drafts" / f"{name}.json"


@lru_cache(maxsize=300)
def _read(path: Path, stamp: Stamp) -> FormDraft | None:
    try:
        table = json.loads(read_ordinary(path, 10**7))
        values, base = ({str(n): _field(v) for n, v in table[part].items()} for part in ("values", "base"))
        return FormDraft(str(table["form"]), str(table["window"]), values, base, str(table["when"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _field(value: object) -> Field:
    if isinstance(value, list):
        return [str(item) for item in value]
    return value if isinstance(value, bool) else str(value)
