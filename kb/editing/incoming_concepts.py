"""Concepts of a vocabulary into the notes: what is there stays, what is new is written with its place in the hierarchy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kb.citing.same_work import folded
from kb.editing.identifiers import free_id, slug
from kb.editing.import_plan import Incoming, Plan
from kb.editing.turtle_text import literal, resource
from kb.findings import Finding, Place
from kb.model.record import ConceptRecord, Duplicate, Imported
from kb.queries.concepts import concepts
from kb.queries.labels import every_name
from kb.queries.question import ask
from kb.reading.records.reading import read_records
from kb.store.library import Library
from kb.store.places import place_of
from kb.store.save import Change
from kb.store.turtle_append import NewBlock, append_blocks
from kb.vocabulary import SKOS

SCHEME = "skema-konsep"


def plan_concepts(incoming: Incoming) -> Plan:
    """Concepts into a file of notes named after the vocabulary."""
    records = read_records(incoming.file, incoming.data, incoming.kind)
    taken = IncomingConcepts(incoming.library)
    for number, record in enumerate(records.concepts, 1):
        if incoming.progress:
            incoming.progress(number, len(records.concepts))
        taken.take(record)
    nameless = sum(each.check == "import-concept-no-label" for each in records.rejected)
    result = Imported(
        read=len(records.concepts) + nameless,
        added=tuple(taken.ids[record.iri] for record in taken.new),
        duplicates=tuple(taken.duplicates),
        titles={taken.ids[record.iri]: _label(record) for record in taken.new},
        rejected=records.rejected,
        notes=(*records.notes, *taken.told(incoming.file)),
    )
    return Plan(result, taken.changes(incoming.file))


@dataclass
class IncomingConcepts:
    """Gathers what becomes of each concept; `ids` are the project's by the vocabulary's IRIs."""

    library: Library
    ids: dict[str, str] = field(default_factory=dict)
    new: list[ConceptRecord] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    tried: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = concepts(self.library)
        self.by_id = {concept.id for concept in known.values()}
        self.by_name: dict[str, str] = {}
        for iri, concept in known.items():
            for name in every_name(self.library, iri)[: len(concept.labels)]:
                self.by_name.setdefault(folded(name), concept.id)
        self.origins = {row["origin"] or "": row["concept"] or "" for row in ask(self.library, "origins")}
        self.taken = {iri.removeprefix(self.library.base) for iri in self.origins.values()} | self.by_id

    def take(self, record: ConceptRecord) -> None:
        """Decide about one concept: there by its origin or its label, or new."""
        there = self._there(record)
        if there:
            self.ids[record.iri] = there
            why = Finding("import-concept-there", "info", record.place)
            self.duplicates.append(Duplicate(_label(record), there, why))
            return
        identifier = free_id("konsep", _label(record), self.taken.__contains__, self.tried)
        self.taken.add(identifier)
        self.ids[record.iri] = identifier
        self.new.append(record)

    def _there(self, record: ConceptRecord) -> str | None:
        own = record.iri.removeprefix(self.library.base)
        if own in self.by_id:
            return own
        if record.iri in self.origins:
            return self.origins[record.iri].removeprefix(self.library.base)
        named = (self.by_name.get(folded(text)) for text, language in record.labels if language in ("id", "en", ""))
        return next((each for each in named if each), None)

    def told(self, file: str) -> Iterable[Finding]:
        """Definitions that came without anybody to credit are remarks, not entries of the ledger."""
        defined = [record for record in self.new if record.definitions]
        if defined:
            params = {"count": len(defined), "example": _label(defined[0])}
            yield Finding("import-concept-definitions", "info", Place(file), params)

    def changes(self, file: str) -> list[Change]:
        """The file of the vocabulary's concepts, none where nothing is new."""
        if not self.new:
            return []
        library = self.library
        folder = next((name for name in library.configuration.notes if not name.endswith(".ttl")), "notes")
        name = f"{folder}/kosakata-{slug(PurePosixPath(file).stem) or 'impor'}.ttl"
        blocks = [*self._scheme(), *(self._block(record) for record in self.new)]
        before = library.files.get(name)
        data = append_blocks(before, blocks, library.base, f"Konsep dari {PurePosixPath(file).name}")
        return [Change(name, before, data)]

    def _scheme(self) -> Iterable[NewBlock]:
        """The scheme of the project's concepts where it has none yet."""
        iri = self.library.base + SCHEME
        if place_of(self.library, iri).file is None:
            labels = f"{literal('Konsep')} , {literal('Concepts', 'en')}"
            turtle = f"{resource(iri)} a {resource(SKOS + 'ConceptScheme')} ; {resource(SKOS + 'prefLabel')} {labels} ."
            yield NewBlock(iri, turtle)

    def _block(self, record: ConceptRecord) -> NewBlock:
        subject = self.library.base + self.ids[record.iri]
        said: list[tuple[str, Sequence[str]]] = [
            ("inScheme", [resource(self.library.base + SCHEME)]),
            ("notation", [literal(text, None) for text in record.notations]),
            ("prefLabel", _tagged(preferred(record.labels))),
            ("altLabel", _tagged(_without(record.synonyms, preferred(record.labels)))),
            ("hiddenLabel", _tagged(record.spellings)),
            ("broader", self._links(record.broader)),
            ("related", self._links(record.related)),
            ("scopeNote", _tagged((*record.definitions, *record.notes))),
            ("exactMatch", [resource(record.iri)] if _is_iri(record.iri) else []),
        ]
        lines = [f"a {resource(SKOS + 'Concept')}"]
        lines += [f"{resource(SKOS + name)} {' , '.join(values)}" for name, values in said if values]
        return NewBlock(subject, f"{resource(subject)} {' ; '.join(lines)} .")

    def _links(self, iris: Sequence[str]) -> list[str]:
        found = (self.ids[iri] for iri in iris if iri in self.ids)
        return [resource(self.library.base + each) for each in dict.fromkeys(found)]


def preferred(labels: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """One label in each language; the Indonesian one is the untagged, the English or any other where it is missing."""
    by: Mapping[str, str] = {language: text for text, language in labels}
    own = by.get("id") or by.get("") or by.get("en") or next(iter(by.values()))
    others = tuple((text, language) for language, text in by.items() if language not in ("id", ""))
    return ((own, "id"), *others)


def _label(record: ConceptRecord) -> str:
    return preferred(record.labels)[0][0]


def _tagged(texts: Iterable[tuple[str, str]]) -> list[str]:
    return [literal(text, language or "id") for text, language in dict.fromkeys(texts)]


def _without(texts: Iterable[tuple[str, str]], held: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    shown = set(held)
    return [(text, language) for text, language in texts if (text, language or "id") not in shown]


def _is_iri(name: str) -> bool:
    return not name.startswith("_:") and ":" in name
