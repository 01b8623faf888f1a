"""Taking a thing out: what points to it is named first, and goes or is mended as the person chose."""

from __future__ import annotations

from dataclasses import replace

from kb.editing.changed_notes import ChangedNotes
from kb.editing.citations import credit_properties, pointer_citations, pointer_properties
from kb.editing.definitions import remove_definition, written_definition
from kb.editing.relations import remove_relation
from kb.editing.targets import Target, target
from kb.editing.turtle_text import literal, resource
from kb.editing.typologies import remove_typology
from kb.editing.written import Kept, WrittenCitation
from kb.errors import InputError
from kb.model.use import Use
from kb.queries.concepts import relations, typologies
from kb.queries.definitions import definitions
from kb.queries.labels import label_of
from kb.queries.uses import links, uses
from kb.queries.works import works_by_key
from kb.store.bibliography_edit import delete_entry
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change
from kb.vocabulary import KAJIAN, RDF, SKOS

_GOES_ALONG = {"definition": ("definition",), "concept": ("hasTopConcept",)}
"""Kind of thing -> links to it that nobody would miss."""


def what_points_to(library: Library, identifier: str) -> tuple[Use, ...]:
    """What would be left pointing to nothing, were the thing taken out; a concept's definitions are among it."""
    thing = target(library, identifier)
    found = [use for use in uses(library, thing.iri) if use.property not in _GOES_ALONG.get(thing.kind, ())]
    if thing.kind == "concept":
        found += [
            Use(d.id, "Definition", "definition", " ".join(d.text.split()))
            for d in definitions(library)
            if d.concept == thing.id
        ]
    return tuple(found)


def delete(library: Library, identifier: str, with_uses: bool = False, by: By = "app") -> Kept:
    """Take a definition, concept or work out; InputError, naming what points to it, unless `with_uses`.

    With `with_uses`: definitions, typologies and relations of a concept go along, lists and statements lose it (their
    words stay); citations lose a work and keep the name.
    """
    thing = target(library, identifier)
    if thing.kind == "study":
        raise InputError("delete-study", id=thing.id)
    pointing = what_points_to(library, identifier)
    if pointing and not with_uses:
        words = ", ".join(dict.fromkeys(use.id for use in pointing))
        raise InputError("delete-pointed-to", id=thing.id, count=len({use.id for use in pointing}), users=words)
    notes = ChangedNotes(library)
    also: list[Change] = []
    if thing.kind == "definition":
        _forget(notes, thing)
        remove_definition(notes, thing.id)
    elif thing.kind == "concept":
        _without_concept(notes, thing)
    else:
        also = _without_work(notes, thing, pointing)
    return Kept(thing.id, notes.save(by, f"– {thing.id}", also))


def _without_concept(notes: ChangedNotes, thing: Target) -> None:
    library = notes.library
    _refuse_frame(notes, thing)
    for definition in definitions(library):
        if definition.concept == thing.id:
            remove_definition(notes, definition.id)
    for relation in relations(library):
        if thing.id in (relation.subject, relation.object):
            remove_relation(notes, relation.id)
    for typology in typologies(library):
        left = [member for member in typology.members if member != thing.id]
        if typology.owner == thing.id or (not left and typology.members):
            remove_typology(notes, typology.id)
        elif len(left) != len(typology.members):
            listed = [resource(notes.iri(member)) for member in left]
            said = {SKOS + "memberList": f"( {' '.join(listed)} )", SKOS + "member": " , ".join(dict.fromkeys(listed))}
            notes.change(notes.iri(typology.id), said)
    _forget(notes, thing)
    notes.remove(thing.iri)


def _refuse_frame(notes: ChangedNotes, thing: Target) -> None:
    """A study's frame does not go along unseen: without it the aspects of the study have no list."""
    for typology in typologies(notes.library):
        frames = [use.words for use in uses(notes.library, notes.iri(typology.id)) if use.property == "frame"]
        if frames and (typology.owner == thing.id or set(typology.members) == {thing.id}):
            raise InputError("typology-is-frame", typology=typology.id, study=", ".join(frames))


def _without_work(notes: ChangedNotes, thing: Target, pointing: tuple[Use, ...]) -> list[Change]:
    library = notes.library
    studies = [use.words for use in pointing if use.property == "reportedIn"]
    if studies:
        raise InputError("delete-work-of-study", id=thing.id, study=", ".join(studies))
    file = library.configuration.bibliography
    data = library.files.get(file, b"")
    mine = delete_entry(data, thing.id)
    known = works_by_key(library).get(thing.id)
    name = " & ".join(author.short for author in known.authors) if known else ""
    for pointer, (citation, citing) in pointer_citations(library).items():
        if any(hop.work == thing.id for hop in citation.hops):
            notes.change(pointer, pointer_properties(notes, _unnamed(citation, thing.id, name or thing.id), citing))
    for definition in definitions(library):
        written = written_definition(library, definition.id)
        if any(hop.work == thing.id for citation in written.citations for hop in citation.hops):
            told = [_unnamed(citation, thing.id, name or thing.id) for citation in written.citations]
            notes.change(notes.iri(definition.id), credit_properties(notes, told, written.quotation))
    _forget(notes, thing, ("hadPrimarySource", "wasDerivedFrom", "wasQuotedFrom"))
    return [Change(file, data, mine)]


def _unnamed(citation: WrittenCitation, key: str, name: str) -> WrittenCitation:
    """The citation without a work: where no name was written, that of the work stays."""
    hops = tuple(
        replace(hop, work="", name=hop.name or ("" if hop.people else name)) if hop.work == key else hop
        for hop in citation.hops
    )
    return replace(citation, hops=hops)


def _forget(notes: ChangedNotes, thing: Target, seen_to: tuple[str, ...] = ()) -> None:
    """Take the direct links to a thing away; a statement that would say nothing then keeps the thing's label as words."""
    library = notes.library
    for user in sorted({use.id for use in uses(library, thing.iri)}):
        iri = _iri_of(notes, user)
        if not notes.knows(iri) or iri in notes.gone:
            continue
        properties: dict[str, str | None] = {}
        for predicate, others in links(library, iri, thing.iri).items():
            if predicate.rpartition("#")[2] in (*seen_to, "member"):
                continue
            left = [other for other in others if other not in notes.gone]
            properties[predicate] = " , ".join(resource(other) for other in left) or None
            if predicate == KAJIAN + "facetValue" and not notes.says(iri, RDF + "value"):
                properties[RDF + "value"] = literal(label_of(library, thing.iri))
            if predicate == KAJIAN + "identifies" and len(left) < 2:
                notes.remove(iri)
                properties = {}
                break
        notes.change(iri, properties)


def _iri_of(notes: ChangedNotes, identifier: str) -> str:
    return identifier if identifier.startswith(("http:", "https:", "urn:")) else notes.iri(identifier)
