"""Kinds of typologies, and verbs of relations: what a person chooses from."""

from __future__ import annotations

from kb.queries.labels import labels_of, names
from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import FACET, short_id

KIND = FACET + "kind-"


def typology_kinds(library: Library) -> dict[str, dict[str, str]]:
    """Kinds by name ("aspect"), with their labels by language, in the order of their Indonesian labels."""
    found = {iri.removeprefix(KIND): labels_of(library, iri) for iri in names(library) if iri.startswith(KIND)}
    return dict(sorted(found.items(), key=lambda item: item[1]["id"].casefold()))


def verbs(library: Library) -> dict[str, dict[str, str]]:
    """Verbs of relations by id, with their labels by language: those in use, and the others of their scheme."""
    used = {row["verb"] or "" for row in ask(library, "relations")}
    rows = ask(library, "concepts")
    schemes = {row["scheme"] for row in rows if row["concept"] in used} | {library.base + "skema-verba"}
    every = used | {row["concept"] or "" for row in rows if row["scheme"] in schemes}
    found = {short_id(library.base, iri): labels_of(library, iri) for iri in every}
    return dict(sorted(found.items(), key=lambda item: item[1]["id"].casefold()))
