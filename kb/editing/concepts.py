"""Concepts: written and changed with their labels, links, relations and typologies."""

from __future__ import annotations

from kb.editing.changed_notes import ChangedNotes
from kb.editing.concept_faults import concept_faults
from kb.editing.faults import require
from kb.editing.named_concepts import add_concept, concept_scheme, label_turtle
from kb.editing.relations import write_relations, written_relations
from kb.editing.turtle_text import literal, resource
from kb.editing.typologies import write_typologies, written_typologies
from kb.editing.written import Kept, WrittenConcept
from kb.errors import InputError
from kb.model.concept import Concept
from kb.queries.concepts import concepts
from kb.queries.labels import Names, names
from kb.queries.naming import nearest
from kb.queries.question import ask
from kb.store.history import By
from kb.store.library import Library
from kb.vocabulary import SKOS


def written_concept(library: Library, identifier: str) -> WrittenConcept:
    """A concept as a form shows it; InputError with the nearest ids where there is none."""
    concept = concept_by_id(library, identifier)
    known = names(library).get(library.base + concept.id, Names())
    return WrittenConcept(
        labels=dict(known.preferred),
        synonyms={language: tuple(group) for language, group in known.alternative.items() if group},
        main=concept.main,
        broader=concept.broader,
        relations=written_relations(library, concept),
        typologies=written_typologies(library, concept),
        note=concept.note or "",
    )


def save_concept(library: Library, concept: WrittenConcept, identifier: str | None = None, by: By = "app") -> Kept:
    """Write a new concept, or change the one with that id; FormError where something is missing or cannot be."""
    own = concept_by_id(library, identifier).id if identifier else ""
    held = written_concept(library, own) if own else None
    require(concept_faults(library, concept, own, held))
    notes = ChangedNotes(library)
    if held is None:
        iri = notes.iri(notes.free("konsep", concept.labels["id"]))
        notes.concepts[concept.labels["id"]] = iri
        add_concept(notes, iri, concept.labels, {**_own(notes, concept), SKOS + "topConceptOf": _top(notes, concept)})
    else:
        iri = notes.iri(own)
        before = _own(notes, held)
        properties = {name: said for name, said in _own(notes, concept).items() if said != before[name]}
        if concept.main != held.main:
            properties[SKOS + "topConceptOf"] = _top(notes, concept)
        notes.change(iri, properties)
    if concept.main != (held is not None and held.main):
        _head(notes, iri, concept.main)
    write_relations(notes, iri, held.relations if held else (), concept.relations)
    write_typologies(notes, iri, held.typologies if held else (), concept.typologies)
    done = notes.short(iri)
    return Kept(done, notes.save(by, f"{done}: {concept.labels['id']}"))


def concept_by_id(library: Library, identifier: str) -> Concept:
    """The concept with that id, letter case aside."""
    folded = {concept.id.casefold(): concept for concept in concepts(library).values()}
    found = folded.get(identifier.casefold())
    if found is None:
        known = [concept.id for concept in folded.values()]
        close = nearest(identifier, known) or tuple(known)[:5]
        raise InputError("unknown-id", name=identifier, nearest=", ".join(close) or "–")
    return found


def _own(notes: ChangedNotes, concept: WrittenConcept) -> dict[str, str | None]:
    synonyms = [
        literal(word, language)
        for language, group in sorted(concept.synonyms.items())
        for word in group
        if word.strip()
    ]
    return {
        SKOS + "prefLabel": label_turtle(concept.labels),
        SKOS + "altLabel": " , ".join(synonyms) or None,
        SKOS + "broader": " , ".join(resource(notes.iri(each)) for each in concept.broader) or None,
        SKOS + "editorialNote": literal(concept.note) if concept.note else None,
    }


def _top(notes: ChangedNotes, concept: WrittenConcept) -> str | None:
    return resource(concept_scheme(notes)) if concept.main else None


def _head(notes: ChangedNotes, concept: str, main: bool) -> None:
    """Put a concept (an IRI) at the head of its scheme, or take it from there."""
    scheme = concept_scheme(notes)
    order = list(concepts(notes.library))
    rows = {row["concept"] or "" for row in ask(notes.library, "concepts") if row["top"] == scheme} - {concept}
    heads = sorted(rows, key=lambda iri: order.index(iri) if iri in order else len(order))
    if main:
        heads.append(concept)
    notes.change(scheme, {SKOS + "hasTopConcept": " , ".join(resource(each) for each in heads) or None})
