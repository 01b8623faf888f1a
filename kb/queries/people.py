"""People and organisations that the notes know."""

from __future__ import annotations

from collections import defaultdict

from kb.model.person import Person
from kb.queries.labels import note_of
from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import FOAF, WORKS, short_id


def people(library: Library) -> dict[str, Person]:
    """People by IRI, by name in order."""
    return library.remember("people", lambda: _gather(library))


def _gather(library: Library) -> dict[str, Person]:
    made: dict[str | None, set[str]] = defaultdict(set)
    for row in ask(library, "made"):
        made[row["person"]].add(short_id(library.base, row["work"] or ""))
    spellings: dict[str | None, list[str]] = defaultdict(list)
    for row in ask(library, "spellings"):
        spellings[row["person"]].append(row["spelling"] or "")
    found: dict[str, Person] = {}
    for row in sorted(ask(library, "people"), key=lambda row: (row["name"] or "").casefold()):
        iri = row["person"] or ""
        if iri.startswith(library.base + WORKS):
            continue
        found[iri] = Person(
            id=short_id(library.base, iri),
            name=row["name"] or "",
            family=row["family"],
            given=row["given"],
            spellings=tuple(sorted(spellings[iri])),
            works=tuple(sorted(made[iri])),
            organisation=row["type"] == FOAF + "Organization",
            note=note_of(library, iri),
        )
    return found
