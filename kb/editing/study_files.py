"""Which files new studies and statements go into, and the list of prior studies that names them."""

from __future__ import annotations

from collections.abc import Mapping

from kb.editing.study_notes import StudyNotes, as_study, blocks
from kb.editing.turtle_text import literal, resource
from kb.model.study import Study
from kb.queries.lists import list_items
from kb.queries.question import ask
from kb.queries.studies import focal_study
from kb.store.library import Library
from kb.store.places import place_of
from kb.store.save import Change
from kb.store.turtle_append import NewBlock, append_blocks
from kb.store.turtle_edit import set_properties
from kb.vocabulary import KAJIAN, SKOS


class StudyFiles:
    """Writes planned studies: each new one in a file of its own beside the others."""

    def __init__(self, library: Library, planned: Mapping[str, StudyNotes]) -> None:
        self.library = library
        self.planned = planned
        self.folder = f"{next((n for n in library.configuration.notes if not n.endswith('.ttl')), 'notes')}/studies"

    @property
    def taken(self) -> set[str]:
        """Ids of studies whose file would be another's."""
        stem = f"{self.folder}/"
        return {f"studi-{name.removeprefix(stem)[:-4]}" for name in self.library.files if name.startswith(stem)}

    def changes(self) -> list[Change]:
        """A change for every file, none where nothing is new."""
        found: dict[str, bytes | None] = {}
        focal = self._focal()
        for notes in self.planned.values():
            written = list(blocks(self.library, notes, focal))
            if written:
                name = self._file(notes)
                before = found.get(name, self.library.files.get(name))
                found[name] = append_blocks(before, written, self.library.base, notes.label)
        added = [notes.id for notes in self.planned.values() if notes.new]
        if added:
            name, data = self._reviewed(found, added)
            found[name] = data
        return [
            Change(name, self.library.files.get(name), data)
            for name, data in found.items()
            if data != self.library.files.get(name)
        ]

    def _focal(self) -> Study | None:
        """The student's own study as it will be."""
        focal = focal_study(self.library)
        mine = self.planned.get(focal.id) if focal else None
        return as_study(self.library, mine) if mine else focal

    def _file(self, notes: StudyNotes) -> str:
        if notes.new:
            return f"{self.folder}/{notes.stem}.ttl"
        return place_of(self.library, self.library.base + notes.id).file or f"{self.folder}/{notes.stem}.ttl"

    def _reviewed(self, found: Mapping[str, bytes | None], added: list[str]) -> tuple[str, bytes]:
        """The file of the review with the new studies behind those that are there."""
        library = self.library
        rows = ask(library, "reviews")
        review = next((row["review"] for row in rows if row["review"]), None)
        priors = [item for row in rows for item in list_items(library, row["priors"])]
        listed = " ".join(resource(iri) for iri in (*dict.fromkeys(priors), *(library.base + each for each in added)))
        if review is None:
            name = f"{self.folder.rpartition('/')[0]}/review.ttl"
            subject = library.base + "tinjauan"
            turtle = (
                f"{resource(subject)} a {resource(KAJIAN + 'Review')} ; {resource(SKOS + 'prefLabel')} "
                f"{literal('Tinjauan pustaka')} , {literal('Literature review', 'en')} ; "
                f"{resource(KAJIAN + 'priorStudies')} ( {listed} ) ."
            )
            before = found.get(name, library.files.get(name))
            return name, append_blocks(before, [NewBlock(subject, turtle)], library.base)
        name = place_of(library, review).file or f"{self.folder.rpartition('/')[0]}/review.ttl"
        data = found.get(name, library.files.get(name)) or b""
        return name, set_properties(data, review, {KAJIAN + "priorStudies": f"( {listed} )"}, library.base)
