"""What entries take from their `crossref` and `xdata` entries, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.store.bibliography_entry import CONTAINERS, Entry

_OWN = frozenset(
    {"crossref", "xref", "xdata", "ids", "key", "keywords", "abstract", "annote", "annotation", "file", "note", "pages"}
    | {"doi", "url", "urldate", "eprint", "eprinttype", "shorttitle", "unverified", "openfields", "pagetotal", "label"}
    | {"sortkey", "entryset", "related", "timestamp", "owner", "groups"}
)
"""Fields that speak of one entry alone: a chapter does not have its book's DOI."""

_INTO_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_INTO_JOURNAL = {"title": "journal", "subtitle": "journalsubtitle"}
_INTO_WORK = {"title": "maintitle", "subtitle": "mainsubtitle"}
_BOOKS = frozenset({"book", "collection", "proceedings", "reference"})
_CHAPTERS = frozenset({"inbook", "bookinbook", "suppbook"})


_DEEPEST = 50
"""Parents of parents are followed no further: a longer chain is a mistake."""


def inherited(entries: list[Entry]) -> Iterator[tuple[Entry, str | None]]:
    """Each entry with what it inherits, and the key of a parent that does not exist or leads back to the entry."""
    heirs = _Heirs(entries)
    for entry in entries:
        yield heirs.complete(entry, ())


class _Heirs:
    def __init__(self, entries: list[Entry]) -> None:
        self.done: dict[str, tuple[Entry, str | None]] = {}
        self.by_key: dict[str, Entry] = {}
        for entry in entries:
            self.by_key.setdefault(entry.key.casefold(), entry)

    def complete(self, entry: Entry, below: tuple[str, ...]) -> tuple[Entry, str | None]:
        if "crossref" not in entry.fields and "xdata" not in entry.fields:
            return entry, None
        if entry.key not in self.done:
            self.done[entry.key] = self.filled(entry, (*below, entry.key.casefold()))
        return self.done[entry.key]

    def filled(self, entry: Entry, below: tuple[str, ...]) -> tuple[Entry, str | None]:
        fields, names = dict(entry.fields), dict(entry.names)
        broken = None
        for key in _parents(entry):
            parent = self.by_key.get(key.casefold())
            if parent is None or key.casefold() in below or len(below) > _DEEPEST:
                broken = key
                continue
            parent = self.complete(parent, below)[0]
            for name, value in parent.fields.items():
                mine = _renamed(name, entry, parent)
                if mine not in fields and name not in _OWN:
                    fields[mine] = value
                    if name in parent.names:
                        names.setdefault(mine, parent.names[name])
        return replace(entry, fields=fields, names=names, inherited=frozenset(fields) - frozenset(entry.fields)), broken


def _parents(entry: Entry) -> list[str]:
    named = (entry.fields.get("crossref", ""), *entry.fields.get("xdata", "").split(","))
    return [key.strip() for key in named if key.strip()]


def _renamed(name: str, child: Entry, parent: Entry) -> str:
    """A book's title is its chapter's booktitle; an xdata entry lends its fields under their own names."""
    if parent.type in CONTAINERS:
        return name
    if child.type in _CHAPTERS and name == "author":
        return "author" if parent.type == child.type else "bookauthor"
    if child.type in _BOOKS:
        return _INTO_WORK.get(name, name)
    renamed = _INTO_JOURNAL if child.type == "article" else _INTO_BOOK
    return renamed.get(name, name)
