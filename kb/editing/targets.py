"""What an id names, and in which file it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.queries.naming import nearest
from kb.queries.studies import studies
from kb.store.library import Library
from kb.store.places import place_of
from kb.vocabulary import work_iri

TargetKind = Literal["work", "study", "definition", "concept"]


@dataclass(frozen=True, slots=True)
class Target:
    """A thing that can be edited: its id, IRI, kind, and the file that holds it."""

    id: str
    iri: str
    kind: TargetKind
    file: str


def target(library: Library, identifier: str) -> Target:
    """The work, study, definition or concept with this id, letter case aside; InputError with the nearest ids."""
    known: dict[str, tuple[str, TargetKind]] = {}
    for entry in library.bibliography.entries:
        known[entry.key] = (work_iri(library.base, entry.key), "work")
    for kind, ids in _things(library):
        known |= {found: (library.base + found, kind) for found in ids}
    folded = {name.casefold(): name for name in known}
    name = folded.get(identifier.casefold())
    if name is None:
        close = nearest(identifier, known) or tuple(known)[:5]
        raise InputError("unknown-id", name=identifier, nearest=", ".join(close) or "–")
    iri, kind = known[name]
    file = library.configuration.bibliography if kind == "work" else place_of(library, iri).file
    if file is None:
        raise InputError("unknown-id", name=identifier, nearest="–")
    return Target(name, iri, kind, file)


def _things(library: Library) -> list[tuple[TargetKind, list[str]]]:
    return [
        ("study", [study.id for study in studies(library)]),
        ("definition", [definition.id for definition in definitions(library)]),
        ("concept", [concept.id for concept in concepts(library).values()]),
    ]
