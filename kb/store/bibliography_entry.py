"""What a bibliography is once it is read: entries with text and names, and findings for all the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.findings import Finding
from kb.store.bibliography_names import Name

NAME_FIELDS = (
    "author", "editor", "translator", "bookauthor", "editora", "editorb", "editorc", "holder",
    "afterword", "foreword", "introduction", "commentator", "annotator",
)  # fmt: skip
"""Fields that hold people."""

CONTAINERS = frozenset({"xdata", "set"})
"""Types of entries that are no works: they only lend their fields to others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `fields` are decoded text by lower-case name in the file's order, `line` counts from 1.

    `key` is the entry's own or a working one (a finding then says so); `inherited` names the fields that came from a
    crossref or xdata entry; `raw` is the entry as it stands in the file, line ends as `\\n`.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    names: Mapping[str, tuple[Name, ...]]
    line: int
    raw: str
    inherited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All entries in the file's order, what else has to be said, and the encoding ("" where it was refused)."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    encoding: str = "utf-8"
