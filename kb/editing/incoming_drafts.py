"""Drafts of another project: passages are sought in them, so they come along and are named in `kajian.toml`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb.findings import Finding, Place
from kb.store.configuration import FILE
from kb.store.drafts import read_file
from kb.store.library import Library
from kb.store.project_zip import ForeignProject
from kb.store.save import Change
from kb.vocabulary import source_iri

_FOLDER = "naskah"
_LIST = re.compile(r"^drafts[ \t]*=[ \t]*\[[^\]]*\]", re.MULTILINE)


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
        target = f"{_FOLDER}/{stem}{path.suffix}"
        if own is not None or (library.root / target).exists():
            notes.append(Finding("import-draft-left", "info", Place(name), {"name": name}))
            continue
        files[target] = data
        notes.append(Finding("import-draft-taken", "info", Place(name), {"name": name, "target": target}))
    if not files:
        return IncomingDrafts((), tuple(notes))
    before = read_file(library.root / FILE)
    after = _named(before, [*library.configuration.drafts, *files])
    if after is None:
        left = [Finding("import-draft-left", "info", Place(name), {"name": name}) for name in project.drafts]
        return IncomingDrafts((), tuple(left))
    return IncomingDrafts(
        (*(Change(name, None, data) for name, data in files.items()), Change(FILE, before, after)), tuple(notes)
    )


def _named(data: bytes, drafts: list[str]) -> bytes | None:
    """The settings with this list of drafts and every other byte as it was; None where that cannot be had."""
    text = data.decode("utf-8")
    line = "drafts = " + json.dumps(drafts, ensure_ascii=False)
    if _LIST.search(text):
        changed = _LIST.sub(lambda _: line, text, count=1)
    else:
        table = re.search(r"^\[", text, re.MULTILINE)
        at = table.start() if table else len(text)
        gap = "" if not at or text[at - 1] == "\n" else "\n"
        changed = f"{text[:at]}{gap}{line}\n{text[at:]}"
    try:
        meant = tomllib.loads(text.removeprefix("\ufeff")) | {"drafts": drafts}
        return changed.encode() if tomllib.loads(changed.removeprefix("\ufeff")) == meant else None
    except tomllib.TOMLDecodeError:
        return None
