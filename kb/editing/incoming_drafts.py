"""Drafts of another project: passages are sought in them, so they come along and are named in `kajian.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb.editing.drafts import FOLDER
from kb.editing.settings import changed_settings
from kb.findings import Finding, Place
from kb.store.configuration import FILE
from kb.store.drafts import read_file
from kb.store.library import Library
from kb.store.project_zip import ForeignProject
from kb.store.save import Change
from kb.vocabulary import source_iri


@dataclass(frozen=True, slots=True)
class IncomingDrafts:
    """The files to write, and what has to be said of them."""

    changes: tuple[Change, ...] = ()
    notes: tuple[Finding, ...] = ()


def incoming_drafts(library: Library, project: ForeignProject, renamed: Mapping[str, str]) -> IncomingDrafts:
    """Drafts that this project does not have, under the names that their passages use; `renamed`: id there -> id here."""
    files: dict[str, bytes] = {}
    notes: list[Finding] = []
    for name, data in project.drafts.items():
        path = PurePosixPath(name)
        mine = library.sources.get(path.stem)
        if mine is not None and mine.data == data:
            continue
        local = source_iri("", path.stem)
        stem = renamed.get(local, path.stem)
        own = library.sources.get(stem)
        if own is not None and own.data == data:
            continue
        target = f"{FOLDER}/{stem}{path.suffix}"
        if own is not None or (library.root / target).exists():
            notes.append(Finding("import-draft-left", "info", Place(name), {"name": name}))
            continue
        files[target] = data
        notes.append(Finding("import-draft-taken", "info", Place(name), {"name": name, "target": target}))
    if not files:
        return IncomingDrafts((), tuple(notes))
    before = read_file(library.root / FILE)
    after = changed_settings(before, {"drafts": [*library.configuration.drafts, *files]})
    return IncomingDrafts(
        (*(Change(name, None, data) for name, data in files.items()), Change(FILE, before, after)), tuple(notes)
    )
