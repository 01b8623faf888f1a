"""Concepts, verbs and schemes that a statement names: those the notes know by id or label, or new ones."""

from __future__ import annotations

from collections.abc import Mapping

from kb.editing.changed_notes import ChangedNotes
from kb.editing.turtle_text import literal, resource
from kb.queries.concepts import concepts
from kb.queries.kinds import verbs
from kb.queries.labels import names
from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import SKOS

CONCEPT = SKOS + "Concept"


def known_concept(library: Library, words: str) -> str | None:
    """The id of the concept with this id, else with this label, else with this synonym, letter case aside."""
    wanted = _fold(words)
    known = {concept.id: (iri, concept) for iri, concept in concepts(library).items()}
    if words in known:
        return words
    for preferred in (True, False):
        for identifier, (iri, _) in known.items():
            entry = names(library).get(iri)
            groups = entry.preferred.values() if preferred else [w for g in entry.alternative.values() for w in g]  # type: ignore[union-attr]
            if wanted in {_fold(label) for label in groups}:
                return identifier
    return None


def concept_iri(notes: ChangedNotes, words: str, near: str = "") -> str:
    """The IRI of the concept meant; one that no note knows is written down, related to `near` (an IRI)."""
    known = known_concept(notes.library, words)
    if known is not None:
        return notes.iri(known)
    if words not in notes.concepts:
        iri = notes.iri(notes.free("konsep", words))
        notes.concepts[words] = iri
        related = {SKOS + "related": resource(near)} if near else {}
        add_concept(notes, iri, {"id": words}, related)
    return notes.concepts[words]


def add_concept(notes: ChangedNotes, iri: str, labels: Mapping[str, str], properties: Mapping[str, str | None]) -> None:
    """Write a new concept down, in the scheme and the file of the others."""
    said = {SKOS + "inScheme": resource(concept_scheme(notes)), SKOS + "prefLabel": label_turtle(labels), **properties}
    notes.add(iri, CONCEPT, said, "concepts", list(concepts(notes.library)))


def verb_iri(notes: ChangedNotes, words: str) -> str:
    """The IRI of the verb meant by an id or a label; a new one is written down."""
    known = verbs(notes.library)
    wanted = _fold(words)
    for identifier, labels in known.items():
        if words == identifier or wanted in {_fold(label) for label in labels.values()}:
            return notes.iri(identifier)
    if words not in notes.concepts:
        iri = notes.iri(notes.free("verba", words))
        notes.concepts[words] = iri
        scheme = _scheme(notes, "skema-verba", {"id": "kata kerja hubungan", "en": "verbs of relations"}, list(known))
        said = {SKOS + "inScheme": resource(scheme), SKOS + "prefLabel": label_turtle({"id": words})}
        notes.add(iri, CONCEPT, said, "concepts", [notes.iri(each) for each in known] or list(concepts(notes.library)))
    return notes.concepts[words]


def concept_scheme(notes: ChangedNotes) -> str:
    """The IRI of the scheme that holds the project's concepts; it is written down where there is none."""
    known = [concept.id for concept in concepts(notes.library).values()]
    return _scheme(notes, "skema-konsep", {"id": "konsep dalam bab", "en": "concepts of the chapter"}, known)


def _scheme(notes: ChangedNotes, name: str, labels: Mapping[str, str], members: list[str]) -> str:
    iris = {notes.iri(each) for each in members}
    held = [row["scheme"] or "" for row in ask(notes.library, "concepts") if row["concept"] in iris]
    own = sorted((scheme for scheme in held if scheme.startswith(notes.library.base)), key=lambda s: -held.count(s))
    if own:
        return own[0]
    iri = notes.iri(name)
    if not notes.knows(iri):
        notes.add(iri, SKOS + "ConceptScheme", {SKOS + "prefLabel": label_turtle(labels)}, "concepts")
    return iri


def label_turtle(labels: Mapping[str, str]) -> str | None:
    """Labels of several languages, the Indonesian one first."""
    order = sorted(labels, key=lambda language: (language != "id", language))
    return " , ".join(literal(labels[language], language) for language in order if labels[language].strip()) or None


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())
