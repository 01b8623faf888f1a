"""Facet statements of a study in the notes: what changed is written, what is said no more goes with its passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count

from kb.editing.changed_notes import ChangedNotes, Properties
from kb.editing.identifiers import slug
from kb.editing.passages import held_quote, write_passage
from kb.editing.turtle_text import literal, resource
from kb.editing.written_study import WrittenValue
from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.queries.facets import facets
from kb.queries.labels import every_name, label_of, names
from kb.queries.naming import find
from kb.queries.uses import is_named, uses
from kb.review.selection import values_of
from kb.store.library import Library
from kb.vocabulary import DCT, FACET, KAJIAN, RDF

OF_CONCEPTS = ("topic", "theory", "aspect")
"""Facets of which the chapter's own concepts are values."""
Values = tuple[WrittenValue, ...]


def facet_names(library: Library, facet: str) -> Mapping[str, list[str]]:
    """Ids of what may be a value of a facet, each with all its names."""

    def answer() -> dict[str, list[str]]:
        found = dict(values_of(library, facet))
        if facet in OF_CONCEPTS:
            found |= {c.id: every_name(library, iri) for iri, c in concepts(library).items() if c.id not in found}
        return found

    return library.remember(("facet-names", facet), answer)


def settled(library: Library, facet: str, value: WrittenValue) -> WrittenValue:
    """A value as it is kept: a word that names a known value is that value, its state has the basis that it can have."""
    text = " ".join(value.text.split())
    concept = value.value
    if not concept and text:
        try:
            concept = find(text, facet_names(library, facet), "unknown-value", facet=facet)
        except InputError:
            concept = ""
    if concept and not text:
        text = label_of(library, value_iri(library, concept)).replace("*", "")
    basis = {"absent": "stated", "not-in-source": "interpreted"}.get(value.state, value.basis)
    return replace(value, value=concept, text=text, basis=basis, locator=value.locator.strip())  # type: ignore[arg-type]


def write_statements(
    notes: ChangedNotes, study: str, facet: str, before: Values, after: Iterable[WrittenValue]
) -> None:
    """One facet of a study (an IRI): statements that are the same stay untouched."""
    held = {value.id: value for value in before}
    wanted = [settled(notes.library, facet, value) if value != held.get(value.id) else value for value in after]
    kept = {value.id for value in wanted if value.id}
    for value in before:
        if value.id not in kept:
            remove_statement(notes, notes.iri(value.id))
    for value in wanted:
        if value.id in held:
            _change(notes, study, facet, held[value.id], value)
        else:
            _add(notes, study, facet, value)


def remove_statement(notes: ChangedNotes, statement: str) -> None:
    """A statement or sentence (an IRI) out, and its passage where nothing that stays rests on it."""
    held = held_quote(notes.library, statement)
    notes.remove(statement)
    if held and held[0] not in notes.gone and all(notes.iri(u.id) in notes.gone for u in uses(notes.library, held[0])):
        notes.remove(held[0])


def numbered(notes: ChangedNotes, stem: str) -> str:
    """The first IRI `stem-1`, `stem-2` … that nothing bears."""
    found = (notes.iri(f"{stem}-{number}") for number in count(1))
    return next(iri for iri in found if iri not in notes.new and not is_named(notes.library, iri))


def stem_of(notes: ChangedNotes, study: str) -> str:
    """The part of a study's id that the ids of its statements share."""
    return notes.short(study).removeprefix("studi-")


def facet_iri(library: Library, facet: str) -> str:
    """The IRI of a facet by its name."""
    return next(iri for iri, known in facets(library).items() if known.name == facet)


def value_iri(library: Library, identifier: str) -> str:
    """The IRI of a value: the project's own before the shipped one; what nobody knows yet is the project's."""
    own, shipped = library.base + identifier, FACET + identifier
    return shipped if shipped in names(library) and own not in names(library) else own


def _add(notes: ChangedNotes, study: str, facet: str, value: WrittenValue) -> None:
    word = slug(label_of(notes.library, facet_iri(notes.library, facet))) or slug(facet)
    iri = numbered(notes, f"fs-{stem_of(notes, study)}-{word}")
    source = write_passage(notes, iri, value.passage) if value.passage else None
    notes.add(
        iri,
        KAJIAN + "FacetStatement",
        {
            KAJIAN + "ofStudy": resource(study),
            KAJIAN + "facet": resource(facet_iri(notes.library, facet)),
            **_own(notes.library, value),
            DCT + "source": source,
        },
        f"studies/{stem_of(notes, study)}",
        like=[study],
    )


def _change(notes: ChangedNotes, study: str, facet: str, held: WrittenValue, value: WrittenValue) -> None:
    iri = notes.iri(value.id)
    before, own = _own(notes.library, held), _own(notes.library, value)
    properties = {name: objects for name, objects in own.items() if objects != before[name]}
    if value.passage != held.passage:
        properties[DCT + "source"] = write_passage(notes, iri, value.passage)
    notes.change(iri, properties)


def _own(library: Library, value: WrittenValue) -> Properties:
    return {
        KAJIAN + "facetValue": resource(value_iri(library, value.value)) if value.value else None,
        RDF + "value": literal(value.text, value.language) if value.text else None,
        KAJIAN + "state": resource(FACET + value.state),
        KAJIAN + "basis": resource(FACET + ("by-source" if value.basis == "stated" else "by-reader")),
        KAJIAN + "locator": literal(value.locator, None) if value.locator else None,
    }
