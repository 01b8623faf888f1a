"""Typologies of a concept: ordered lists as the text has them."""

from __future__ import annotations

from collections.abc import Sequence

from kb.editing.changed_notes import ChangedNotes
from kb.editing.citations import Citations, citing_source, written_citation
from kb.editing.named_concepts import concept_iri, label_turtle
from kb.editing.passages import held_quote, write_passage
from kb.editing.turtle_text import literal, resource
from kb.editing.written import WrittenTypology
from kb.model.concept import Concept, Typology
from kb.queries.kinds import KIND
from kb.queries.labels import names, note_of
from kb.store.library import Library
from kb.vocabulary import DCT, KAJIAN, SKOS


def written_typologies(library: Library, concept: Concept) -> tuple[WrittenTypology, ...]:
    """A concept's typologies as a form shows them."""
    return tuple(_written(library, typology) for typology in concept.typologies)


def _written(library: Library, typology: Typology) -> WrittenTypology:
    iri = library.base + typology.id
    held = held_quote(library, iri)
    return WrittenTypology(
        labels=dict(names(library)[iri].preferred) if iri in names(library) else {},
        kind=typology.kind,
        members=typology.members,
        stated_count=typology.stated_count,
        citations=tuple(written_citation(each) for each in typology.attributed_to),
        passage=held[1] if held else None,
        note=note_of(library, iri) or "",
        id=typology.id,
    )


def write_typologies(
    notes: ChangedNotes, concept: str, held: Sequence[WrittenTypology], wanted: Sequence[WrittenTypology]
) -> None:
    """New ones are added, changed ones changed, those no longer named taken out; `concept` is an IRI."""
    before = {typology.id: typology for typology in held}
    for typology in wanted:
        old = before.pop(typology.id, None)
        if old is None:
            _add(notes, concept, typology)
        elif old != typology:
            _change(notes, concept, old, typology)
    for identifier in before:
        remove_typology(notes, identifier)


def remove_typology(notes: ChangedNotes, identifier: str) -> None:
    """Take a typology out with its passage and its citations, where nothing else uses them."""
    iri = notes.iri(identifier)
    write_passage(notes, iri, None)
    Citations(notes, iri, "").write(())
    notes.remove(iri)


def _add(notes: ChangedNotes, concept: str, typology: WrittenTypology) -> None:
    words = f"{typology.kind} {notes.short(concept).removeprefix('konsep-')}"
    iri = notes.iri(notes.free("tip", typology.labels.get("id") or words))
    cites = Citations(notes, iri, _citing(notes, typology))
    properties = {
        KAJIAN + "typologyOf": resource(concept),
        **_own(notes, concept, typology),
        **cites.write(typology.citations),
        DCT + "source": write_passage(notes, iri, typology.passage),
    }
    notes.add(iri, KAJIAN + "Typology", properties, "concepts")


def _change(notes: ChangedNotes, concept: str, old: WrittenTypology, typology: WrittenTypology) -> None:
    iri = notes.iri(typology.id)
    before = _own(notes, concept, old)
    properties = {name: said for name, said in _own(notes, concept, typology).items() if said != before[name]}
    if typology.passage != old.passage:
        properties[DCT + "source"] = write_passage(notes, iri, typology.passage)
    if typology.citations != old.citations:
        properties |= Citations(notes, iri, _citing(notes, typology)).write(typology.citations)
    notes.change(iri, properties)


def _own(notes: ChangedNotes, concept: str, typology: WrittenTypology) -> dict[str, str | None]:
    members = [concept_iri(notes, member, concept) for member in typology.members]
    listed = [resource(member) for member in members]
    return {
        SKOS + "prefLabel": label_turtle(typology.labels),
        KAJIAN + "typologyKind": resource(KIND + typology.kind),
        KAJIAN + "statedCount": str(typology.stated_count) if typology.stated_count else None,
        SKOS + "memberList": f"( {' '.join(listed)} )",
        SKOS + "member": " , ".join(dict.fromkeys(listed)),
        SKOS + "editorialNote": literal(typology.note) if typology.note else None,
    }


def _citing(notes: ChangedNotes, typology: WrittenTypology) -> str:
    return citing_source(notes.library, typology.passage.source if typology.passage else "")
