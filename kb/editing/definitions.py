"""Definitions: written, changed, taken out; the notes then look as if they had been written by hand."""

from __future__ import annotations

from kb.editing.changed_notes import ChangedNotes, Properties
from kb.editing.citations import Citations, citing_source, credit_properties, written_citation
from kb.editing.definition_faults import definition_faults
from kb.editing.faults import require
from kb.editing.passages import held_quote, write_passage
from kb.editing.turtle_text import literal, resource
from kb.editing.written import Kept, WrittenDefinition
from kb.errors import InputError
from kb.model.definition import Definition
from kb.queries.definitions import definitions
from kb.queries.naming import nearest
from kb.queries.question import ask
from kb.store.history import By
from kb.store.library import Library
from kb.vocabulary import DCT, KAJIAN, RDF, SKOS


def written_definition(library: Library, identifier: str) -> WrittenDefinition:
    """A definition as a form shows it; InputError with the nearest ids where there is none."""
    found = _definition(library, identifier)
    held = held_quote(library, library.base + found.id)
    chains = (found.attribution, *found.also) if found.attribution else ()
    return WrittenDefinition(
        concept=found.concept,
        text=found.text,
        language=found.language,
        quotation=found.quotation,
        citations=tuple(written_citation(each) for each in chains),
        passage=held[1] if held else None,
        note=found.note or "",
    )


def save_definition(
    library: Library, definition: WrittenDefinition, identifier: str | None = None, by: By = "app"
) -> Kept:
    """Write a new definition, or change the one with that id; FormError where something is missing or cannot be."""
    held = written_definition(library, identifier).passage if identifier else None
    require(definition_faults(library, definition, held))
    notes = ChangedNotes(library)
    done = _change(notes, definition, identifier) if identifier else _add(notes, definition)
    return Kept(done, notes.save(by, f"{done}: {' '.join(definition.text.split())[:60]}"))


def _add(notes: ChangedNotes, definition: WrittenDefinition) -> str:
    last = definition.citations[0].hops[0] if definition.citations else None
    who = (last.name or " ".join(last.people)).replace("tokoh-", "") if last else ""
    words = f"{who.split()[-1]} {last.year if last else ''}" if who.split() else definition.concept
    iri = notes.iri(notes.free("def", words.removeprefix("konsep-")))
    cites = Citations(notes, iri, citing_source(notes.library, definition.passage.source if definition.passage else ""))
    notes.add(
        iri,
        KAJIAN + "Definition",
        {
            **_own(definition),
            **credit_properties(notes, definition.citations, definition.quotation),
            **cites.write(definition.citations),
            DCT + "source": write_passage(notes, iri, definition.passage),
        },
        "definitions",
    )
    _of_concept(notes, definition.concept, iri, True)
    return notes.short(iri)


def _change(notes: ChangedNotes, definition: WrittenDefinition, identifier: str) -> str:
    library = notes.library
    found = _definition(library, identifier)
    iri, held = library.base + found.id, written_definition(library, found.id)
    properties: dict[str, str | None] = {}
    own, before = _own(definition), _own(held)
    properties |= {name: objects for name, objects in own.items() if objects != before[name]}
    if definition.passage != held.passage:
        properties[DCT + "source"] = write_passage(notes, iri, definition.passage)
    if (definition.citations, definition.quotation) != (held.citations, held.quotation):
        properties |= credit_properties(notes, definition.citations, definition.quotation)
    if definition.citations != held.citations:
        source = definition.passage.source if definition.passage else ""
        properties |= Citations(notes, iri, citing_source(library, source)).write(definition.citations)
    notes.change(iri, properties)
    if definition.concept != found.concept:
        _of_concept(notes, found.concept, iri, False)
        _of_concept(notes, definition.concept, iri, True)
    return found.id


def remove_definition(notes: ChangedNotes, identifier: str) -> None:
    """Take a definition out with its passage and its citations, where nothing else uses them."""
    iri = notes.iri(identifier)
    write_passage(notes, iri, None)
    Citations(notes, iri, "").write(())
    for row in ask(notes.library, "definitions"):
        if row["definition"] == iri:
            _of_concept(notes, notes.short(row["concept"] or ""), iri, False)
    notes.remove(iri)


def _own(definition: WrittenDefinition) -> Properties:
    """What a definition says itself."""
    return {
        RDF + "value": literal(definition.text, definition.language),
        KAJIAN + "quotation": "true" if definition.quotation else None,
        SKOS + "editorialNote": literal(definition.note) if definition.note else None,
    }


def _of_concept(notes: ChangedNotes, concept: str, definition: str, its: bool) -> None:
    """Put a definition (an IRI) behind those of a concept, or take it from among them."""
    iri = notes.iri(concept)
    if not notes.knows(iri):
        return
    known = notes.defined.setdefault(iri, _definitions_in_order(notes, iri))
    if its and definition not in known:
        known.append(definition)
    elif not its and definition in known:
        known.remove(definition)
    notes.change(iri, {SKOS + "definition": " , ".join(resource(each) for each in known) or None})


def _definitions_in_order(notes: ChangedNotes, concept: str) -> list[str]:
    """The concept's definitions, in the order of the text."""
    places = {notes.iri(d.id): place for place, d in enumerate(definitions(notes.library))}
    rows = [row["definition"] or "" for row in ask(notes.library, "definitions") if row["concept"] == concept]
    return sorted(dict.fromkeys(rows), key=lambda iri: (places.get(iri, len(places)), iri))


def _definition(library: Library, identifier: str) -> Definition:
    folded = {definition.id.casefold(): definition for definition in definitions(library)}
    found = folded.get(identifier.casefold())
    if found is None:
        close = nearest(identifier, [d.id for d in folded.values()]) or tuple(d.id for d in folded.values())[:5]
        raise InputError("unknown-id", name=identifier, nearest=", ".join(close) or "–")
    return found
