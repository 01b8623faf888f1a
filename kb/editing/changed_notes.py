"""The notes as a change will leave them: blocks written, changed and taken out, each in its file; nothing is saved yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.editing.identifiers import free_id
from kb.editing.turtle_text import resource
from kb.queries.uses import is_named, objects
from kb.store.history import By
from kb.store.library import Library
from kb.store.places import files_of, home_of, things
from kb.store.save import Change, Saved, save
from kb.store.turtle_edit import add_subject, replace_subject, set_properties
from kb.vocabulary import RDF, short_id

Properties = Mapping[str, str | None]
"""Predicate -> its objects as Turtle; None takes the predicate away."""


class ChangedNotes:
    """Gathers one change over all files of a project; `library` is what it is based on."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.files: dict[str, bytes] = {}
        self.new: dict[str, str] = {}
        self.gone: set[str] = set()
        self.tried: dict[str, int] = {}
        self.touched: list[str] = []
        self.people: dict[str, str] = {}
        self.defined: dict[str, list[str]] = {}
        self.concepts: dict[str, str] = {}
        self.spellings: dict[str, list[str]] = {}
        self.waiting: list[tuple[str, str, str, Properties]] = []

    def iri(self, identifier: str) -> str:
        """The IRI of one of the project's own things."""
        return self.library.base + identifier

    def free(self, prefix: str, words: str) -> str:
        """An id that nothing in the project bears."""
        return free_id(
            prefix, words, lambda each: self.iri(each) in self.new or is_named(self.library, self.iri(each)), self.tried
        )

    def knows(self, iri: str) -> bool:
        """Whether there will be a block for `iri`."""
        return iri in self.new or (iri not in self.gone and bool(files_of(self.library, iri)))

    def says(self, iri: str, predicate: str) -> bool:
        """Whether the notes, as they were, say anything of `iri` by this predicate."""
        return bool(objects(self.library, iri, predicate))

    def add(self, iri: str, kind: str, properties: Properties, home: str, like: Sequence[str] | None = None) -> None:
        """A new thing of class `kind`, in the file that holds those `like` it (its class), else in one called `home`."""
        others = things(self.library, kind) if like is None else like
        self._write(iri, kind, properties, home_of(self.library, home, others))

    def add_beside(self, other: str, iri: str, kind: str, properties: Properties) -> None:
        """A new thing in the file of another, which may still have to be written itself: it goes behind it."""
        self.new[iri] = ""
        self.waiting.append((other, iri, kind, properties))

    def _write(self, iri: str, kind: str, properties: Properties, file: str) -> None:
        said = {RDF + "type": resource(kind), **properties}
        lines = " ; ".join(f"{resource(name)} {objects}" for name, objects in said.items() if objects)
        self.files[file] = add_subject(self._data(file), iri, f"{resource(iri)} {lines} .", self.library.base)
        self.new[iri] = file
        self.touched.append(iri)

    def change(self, iri: str, properties: Properties) -> None:
        """Other objects for some predicates of a thing; all else that is said of it stays as it is."""
        if not properties:
            return
        for place, file in enumerate(self._files_of(iri)):
            mine = properties if place == 0 else dict.fromkeys(properties)
            self.files[file] = set_properties(self._data(file), iri, mine, self.library.base)
        self.touched.append(iri)

    def remove(self, iri: str) -> None:
        """Take all blocks of a thing out."""
        for file in self._files_of(iri):
            self.files[file] = replace_subject(self._data(file), iri, None, self.library.base)
        self.new.pop(iri, None)
        self.gone.add(iri)

    def changes(self) -> list[Change]:
        """What is to be saved."""
        for other, iri, kind, properties in self.waiting:
            self._write(iri, kind, properties, self._files_of(other)[0])
        self.waiting.clear()
        held = self.library.files
        return [Change(file, held.get(file), data) for file, data in self.files.items() if data != held.get(file)]

    def save(self, by: By, summary: str, also: Sequence[Change] = ()) -> Saved:
        """Write everything, or nothing; SaveError or ConflictError as every save."""
        return save(self.library.root, [*self.changes(), *also], by, summary)

    def short(self, iri: str) -> str:
        """The id of an IRI."""
        return short_id(self.library.base, iri)

    def _files_of(self, iri: str) -> list[str]:
        return [self.new[iri]] if iri in self.new else list(files_of(self.library, iri))

    def _data(self, file: str) -> bytes:
        return self.files.get(file, self.library.files.get(file, b""))
