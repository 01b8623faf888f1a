"""Facet statements of a study: what a person states of it, in place of what was stated."""

from __future__ import annotations

import re

from kb.editing.targets import Target
from kb.editing.turtle_text import literal, resource
from kb.errors import InputError
from kb.model.study import FacetValue
from kb.queries.labels import names
from kb.queries.naming import find
from kb.queries.studies import studies
from kb.review.selection import values_of
from kb.store.library import Library
from kb.store.turtle_edit import add_subject, replace_subject, subjects
from kb.vocabulary import FACET, KAJIAN, RDF

SEPARATOR = ";"
STATES = {"absent": "absent", "tidak": "absent", "not-in-source": "not-in-source", "tidak-disebut": "not-in-source"}
"""Words before a colon that say how a value stands: `absent:…` the study says it lacks it, `not-in-source:…` it was looked for."""


def set_facet(library: Library, study: Target, data: bytes, facet: str, value: str | None) -> bytes:
    """The file with the study's statements of one facet as `value` says: values separated by `;`, nothing = unread.

    A statement that says the same already stays with its passage; what is not named any more is taken out.
    """
    wanted = [_read(library, facet, part.strip()) for part in (value or "").split(SEPARATOR) if part.strip()]
    held = next(s for s in studies(library) if s.id == study.id).facets.get(facet, ())
    keep = {key for old in held if (key := _key(old)) in wanted}
    for old in held:
        if _key(old) not in keep:
            data = replace_subject(data, library.base + old.id, None, library.base)
    for state, concept, words in wanted:
        if (state, concept, words) not in keep:
            data = _add(library, study, data, facet, state, concept, words)
    return data


def _key(value: FacetValue) -> tuple[str, str | None, str]:
    return (value.state, value.value, "" if value.value else " ".join((value.text or "").split()))


def _read(library: Library, facet: str, words: str) -> tuple[str, str | None, str]:
    """State, concept and free text of one value; a word that names a known value becomes that concept."""
    before, colon, rest = words.partition(":")
    state = STATES.get(before.strip().casefold(), "stated") if colon else "stated"
    said = rest.strip() if state != "stated" else words
    try:
        return (state, find(said, values_of(library, facet), "unknown-value", facet=facet), "")
    except InputError:
        return (state, None, " ".join(said.split()))


def _add(
    library: Library, study: Target, data: bytes, facet: str, state: str, concept: str | None, words: str
) -> bytes:
    taken = set(subjects(data, library.base))
    stem = f"{library.base}fs-{study.id.removeprefix('studi-')}-{facet}"
    iri = next(name for number in range(1, 10_000) if (name := f"{stem}-{number}") not in taken)
    lines = [
        "a " + resource(KAJIAN + "FacetStatement"),
        f"{resource(KAJIAN + 'ofStudy')} {resource(study.iri)}",
        f"{resource(KAJIAN + 'facet')} {resource(_facet_iri(library, facet))}",
        f"{resource(KAJIAN + 'state')} {resource(FACET + state)}",
        f"{resource(KAJIAN + 'basis')} {resource(FACET + 'by-source')}",
    ]
    if concept:
        lines.append(f"{resource(KAJIAN + 'facetValue')} {resource(_value_iri(library, concept))}")
    text = words or (names(library)[_value_iri(library, concept)].preferred.get("id", concept) if concept else "")
    lines.append(f"{resource(RDF + 'value')} {literal(re.sub(r'[*]', '', text))}")
    return add_subject(data, iri, f"{resource(iri)} " + " ; ".join(lines) + " .", library.base)


def _facet_iri(library: Library, facet: str) -> str:
    from kb.queries.facets import facets

    return next(iri for iri, known in facets(library).items() if known.name == facet)


def _value_iri(library: Library, identifier: str) -> str:
    own = library.base + identifier
    return own if own in names(library) else FACET + identifier
