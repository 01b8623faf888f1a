"""Another project into this one: works, concepts, definitions, studies and what is said of them; conflicts named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.editing.import_plan import Incoming, Plan
from kb.editing.incoming_drafts import incoming_drafts
from kb.editing.incoming_works import bibliography_change, works_into
from kb.findings import Finding, Place
from kb.model.record import Duplicate, Imported, Records
from kb.queries.labels import label_of
from kb.queries.lists import list_items
from kb.queries.question import ask
from kb.reading.records.reading import read_records
from kb.store.foreign_notes import ForeignNotes, objects_here
from kb.store.foreign_subject import ForeignSubject
from kb.store.library import Library
from kb.store.places import place_of
from kb.store.project_zip import ForeignProject, read_project_zip
from kb.store.save import Change
from kb.store.turtle_append import NewBlock, append_blocks
from kb.store.turtle_edit import set_properties
from kb.vocabulary import KAJIAN, SKOS

_REVIEW, _SCHEME = KAJIAN + "Review", SKOS + "ConceptScheme"
_PARTS = ("p-", "ptr-", "fs-")
"""Parts of other things: they come and go with these, and are not counted."""


def plan_project(incoming: Incoming) -> Plan:
    """Both halves of a project: its bibliography as any other, its notes under this project's names."""
    library = incoming.library
    project = read_project_zip(incoming.file, incoming.data)
    records = read_records(project.bibliography, project.works, "bib") if project.works.strip() else Records()
    works = works_into(library)
    works.take(records, incoming.progress)
    changes = bibliography_change(library, works)
    notes = ForeignNotes(library, project, works.placed)
    merged = _Merged(library, project, notes)
    merged.take(notes.subjects())
    drafts = incoming_drafts(library, project, notes.renamed)
    return Plan(
        Imported(
            read=records.count + merged.read,
            added=(*works.added, *merged.added),
            updated=tuple(dict.fromkeys(merged.updated)),
            duplicates=(*works.duplicates, *merged.duplicates),
            rejected=(*records.rejected, *works.rejected, *notes.broken, *merged.rejected),
            notes=(*records.notes, *works.notes, *merged.notes, *drafts.notes, *_left(project, notes)),
            titles={**works.titles, **merged.titles},
        ),
        [*changes, *merged.changes(), *drafts.changes],
    )


@dataclass
class _Merged:
    """What becomes of each subject."""

    library: Library
    project: ForeignProject
    foreign: ForeignNotes
    read: int = 0
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    rejected: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, list[NewBlock]] = field(default_factory=dict)
    more: list[ForeignSubject] = field(default_factory=list)
    arrived: set[str] = field(default_factory=set)
    lists: tuple[str, str] | None = None

    @property
    def focal(self) -> str:
        """The other project's own study by its name here."""
        return self.foreign.moved(self.foreign.focal) if self.foreign.focal else ""

    def take(self, subjects: list[ForeignSubject]) -> None:
        """Decide about every subject of the other project."""
        reviews = [row["review"] for row in ask(self.library, "reviews") if row["review"]]
        for subject in subjects:
            if reviews and _REVIEW in subject.types:
                self._review(subject, reviews[0])
            elif subject.state in ("more", "differs") and (_SCHEME in subject.types or subject.iri == self.focal):
                # labels of schemes and of one's own study are no statements about anything: this project's stay
                self.more += [subject] if subject.additions else []
            else:
                self._one(subject)
        self._priors(reviews)

    def _one(self, subject: ForeignSubject) -> None:
        counted = not subject.id.startswith(_PARTS)
        self.read += counted
        if subject.state == "differs":
            params = {"id": subject.id, "what": ", ".join(subject.differing)}
            self.rejected.append(Finding("import-conflict", "error", subject.place, params))
            return
        self.arrived.add(subject.iri)
        if subject.state == "new":
            self.blocks.setdefault(self._file(subject.place), []).append(NewBlock(subject.iri, subject.turtle))
            self._added(subject, counted)
        elif subject.state == "more":
            self.more.append(subject)
            self.updated.append(subject.id)
            self.titles[subject.id] = subject.title
        elif counted:
            why = Finding("import-subject-same", "info", subject.place)
            self.duplicates.append(Duplicate(subject.id, subject.id, why))

    def _added(self, subject: ForeignSubject, counted: bool) -> None:
        if counted:
            self.added.append(subject.id)
            self.titles[subject.id] = subject.title
        elif subject.about and subject.about not in self.added and self._is_here(subject.about):
            self.updated.append(subject.about)
            self.titles[subject.about] = label_of(self.library, self.library.base + subject.about) or ""

    def _is_here(self, id: str) -> bool:
        return bool(objects_here(self.library, self.library.base + id, KAJIAN + "reportedIn")) or bool(
            place_of(self.library, self.library.base + id).file
        )

    def _review(self, subject: ForeignSubject, review: str) -> None:
        """This project's review stays; what it does not say yet, and the other's searches, stand beside it."""
        self.arrived.add(review)
        if subject.iri == review and subject.additions:
            self.more.append(subject)

    def _priors(self, reviews: list[str]) -> None:
        if not reviews:
            return
        held = [item for row in ask(self.library, "reviews") for item in list_items(self.library, row["priors"])]
        new = [iri for iri in self.foreign.priors() if iri not in held and iri in self.arrived]
        if new:
            listed = " ".join(f"<{iri}>" for iri in (*dict.fromkeys(held), *new))
            self.lists = (reviews[0], f"( {listed} )")

    def _file(self, place: Place) -> str:
        """A file of the same name beside this project's notes."""
        home = next((n.rstrip("/") for n in self.library.configuration.notes if not n.endswith(".ttl")), None)
        if home is None:
            return next(iter(self.library.configuration.notes), "notes/review.ttl")
        return f"{home}/{(place.file or 'notes.ttl').rpartition('/')[2]}"

    def changes(self) -> list[Change]:
        """A change for every file of notes that gets something."""
        files: dict[str, bytes] = {}
        base = self.library.base
        for subject in self.more:
            name = place_of(self.library, subject.iri).file
            if name is None:
                # what the program ships has no file here: what is said of it gets a block of its own
                lines = " ; ".join(
                    f"<{predicate}> {' , '.join(texts)}" for predicate, texts in subject.additions.items()
                )
                block = NewBlock(subject.iri, f"<{subject.iri}> {lines} .")
                self.blocks.setdefault(self._file(subject.place), []).append(block)
            else:
                objects = {
                    predicate: " , ".join(dict.fromkeys([*objects_here(self.library, subject.iri, predicate), *texts]))
                    for predicate, texts in subject.additions.items()
                }
                files[name] = set_properties(self._now(files, name), subject.iri, objects, base)
        if self.lists:
            name = place_of(self.library, self.lists[0]).file
            if name:
                meant = {KAJIAN + "priorStudies": self.lists[1]}
                files[name] = set_properties(self._now(files, name), self.lists[0], meant, base)
        for name, blocks in self.blocks.items():
            files[name] = append_blocks(files.get(name, self.library.files.get(name)), blocks, base)
        here = self.library.files
        return [Change(name, here.get(name), data) for name, data in files.items() if data != here.get(name)]

    def _now(self, files: Mapping[str, bytes], name: str) -> bytes:
        return files.get(name, self.library.files[name])


def _left(project: ForeignProject, notes: ForeignNotes) -> list[Finding]:
    """What of the zip does not come along."""
    found = [Finding("import-file-left", "info", Place(name), {"name": name}) for name in project.left]
    if notes.left:
        params = {"id": notes.focal.removeprefix(project.base), "count": len(notes.left) - 1}
        found.append(Finding("import-focal-of-other", "info", Place(), params))
    return found
