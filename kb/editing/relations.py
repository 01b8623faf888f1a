"""Relations of a concept with the verbs of the text."""

from __future__ import annotations

from collections.abc import Sequence

from kb.editing.changed_notes import ChangedNotes
from kb.editing.citations import Citations
from kb.editing.named_concepts import concept_iri, verb_iri
from kb.editing.passages import held_quote, write_passage
from kb.editing.turtle_text import resource
from kb.editing.written import WrittenRelation
from kb.model.concept import Concept
from kb.store.library import Library
from kb.vocabulary import DCT, KAJIAN


def written_relations(library: Library, concept: Concept) -> tuple[WrittenRelation, ...]:
    """What the text says of a concept, as a form shows it."""
    found = []
    for relation in concept.relations:
        held = held_quote(library, library.base + relation.id)
        found.append(WrittenRelation(relation.verb, relation.object, held[1] if held else None, relation.id))
    return tuple(found)


def write_relations(
    notes: ChangedNotes, concept: str, held: Sequence[WrittenRelation], wanted: Sequence[WrittenRelation]
) -> None:
    """New ones are added, changed ones changed, those no longer named taken out; `concept` is an IRI."""
    before = {relation.id: relation for relation in held}
    for relation in wanted:
        old = before.pop(relation.id, None)
        if old == relation:
            continue
        iri = notes.iri(relation.id) if old else _new(notes, concept, relation)
        properties = {
            KAJIAN + "verb": resource(verb_iri(notes, relation.verb)),
            KAJIAN + "object": resource(concept_iri(notes, relation.object, "")),
            DCT + "source": write_passage(notes, iri, relation.passage),
        }
        if old:
            notes.change(iri, properties)
        else:
            notes.add(iri, KAJIAN + "Relation", {KAJIAN + "subject": resource(concept), **properties}, "concepts")
    for identifier in before:
        remove_relation(notes, identifier)


def remove_relation(notes: ChangedNotes, identifier: str) -> None:
    """Take a relation out with its passage and its citations, where nothing else uses them."""
    iri = notes.iri(identifier)
    write_passage(notes, iri, None)
    Citations(notes, iri, "").write(())
    notes.remove(iri)


def _new(notes: ChangedNotes, concept: str, relation: WrittenRelation) -> str:
    parts = (notes.short(concept), relation.verb, relation.object)
    words = " ".join(part.removeprefix("konsep-").removeprefix("verba-") for part in parts)
    return notes.iri(notes.free("rel", words))
