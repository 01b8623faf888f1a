"""The student's chapter as a draft of the project: brought in, or a newer version of one that is there."""

from __future__ import annotations

from pathlib import PurePosixPath

from kb.editing.identifiers import slug
from kb.editing.settings import changed_settings
from kb.errors import InputError
from kb.reading.uploads import read_upload
from kb.store.configuration import FILE
from kb.store.drafts import read_file
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change, Saved, save

FOLDER = "naskah"
KINDS = ("docx", "md", "txt", "tex")


def draft_target(library: Library, name: str) -> str:
    """Where a file of that name goes: the draft that it is a newer version of, else a new one under `naskah/`."""
    stem, kind = _parts(name)
    for source in library.sources.values():
        if source.id == stem and source.path.lower().endswith(f".{kind}"):
            return source.path
    number, free = 1, stem
    while free in library.sources or (library.root / FOLDER / f"{free}.{kind}").exists():
        number += 1
        free = f"{stem}-{number}"
    return f"{FOLDER}/{free}.{kind}"


def put_draft(library: Library, name: str, data: bytes, by: By = "app") -> Saved:
    """Save the chapter where `draft_target` says; InputError for another kind of file or one that cannot be read.

    Passages stay with their words: in a newer version they are found anew, and `check` names those that are gone.
    """
    target = draft_target(library, name)
    read_upload([(name, data)])
    path = library.root / target
    changes = [Change(target, read_file(path) if path.exists() else None, data)]
    if target not in library.configuration.drafts:
        settings = read_file(library.root / FILE)
        drafts = [*library.configuration.drafts, target]
        changes.append(Change(FILE, settings, changed_settings(settings, {"drafts": drafts})))
    return save(library.root, changes, by, f"Naskah: {target}")


def _parts(name: str) -> tuple[str, str]:
    """A stem that is fit for an address, and the kind."""
    path = PurePosixPath(name.replace("\\", "/"))
    kind = path.suffix.removeprefix(".").lower()
    if kind not in KINDS:
        raise InputError("draft-kind", file=path.name, kinds=", ".join(f".{each}" for each in KINDS))
    return slug(path.stem) or "bab", kind
