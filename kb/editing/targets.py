"""What an id names, and in which file it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from kb.errors import InputError
from kb.queries.concepts import concept_iris
from kb.queries.naming import nearest
from kb.queries.question import ask
from kb.queries.uses import is_named
from kb.store.library import Library
from kb.store.places import place_of
from kb.vocabulary import short_id, work_iri

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
    if _plainly_a_work(library, identifier):
        return Target(identifier, work_iri(library.base, identifier), "work", library.configuration.bibliography)
    known: dict[str, tuple[str, TargetKind]] = library.remember("targets", lambda: _known(library))
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


def _plainly_a_work(library: Library, key: str) -> bool:
    """Whether an entry has just this key and no thing of the notes bears it as its id, which would come first."""
    if not any(entry.key == key for entry in library.bibliography.entries):
        return False
    return quote(key, safe="-._~:+@") != key or not is_named(library, library.base + key)


def _known(library: Library) -> dict[str, tuple[str, TargetKind]]:
    """IRI and kind by id, without reading what the things say: a page asks for this after every save of another one."""
    base = library.base
    found: dict[str, tuple[str, TargetKind]] = {
        entry.key: (work_iri(base, entry.key), "work") for entry in library.bibliography.entries
    }
    things: list[tuple[TargetKind, list[str]]] = [
        ("study", [row["study"] or "" for row in ask(library, "studies")]),
        ("definition", [row["definition"] or "" for row in ask(library, "definitions")]),
        ("concept", sorted(concept_iris(library))),
    ]
    for kind, iris in things:
        found |= {short_id(base, iri): (iri, kind) for iri in iris}
    return found
