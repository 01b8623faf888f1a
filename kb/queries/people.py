"""People and organisations that the notes know."""

from __future__ import annotations

from collections import defaultdict

from kb.model.person import Person
from kb.queries.identifications import confirmed
from kb.queries.labels import note_of
from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import FOAF, WORKS, citekey_of, short_id


def people(library: Library) -> dict[str, Person]:
    """People by IRI, by name in order; IRIs that the notes hold to be one person lead to that one."""
    return library.recall("people", lambda: _as_confirmed(library))


def persons(library: Library) -> tuple[Person, ...]:
    """Each of them once."""
    return tuple(dict.fromkeys(people(library).values()))


def noted_people(library: Library) -> dict[str, Person]:
    """People by IRI as each is noted, whoever else it is held to be."""
    return library.recall("noted-people", lambda: _gather(library))


def _as_confirmed(library: Library) -> dict[str, Person]:
    noted, known = noted_people(library), confirmed(library)
    groups: dict[str, list[str]] = defaultdict(list)
    for iri in noted:
        groups[known.of(iri)].append(iri)
    found = {iri: _joined(library, first, [noted[each] for each in group if each != first], noted)
             for first, group in groups.items() if first in noted for iri in group}  # fmt: skip
    return {iri: found.get(iri, noted[iri]) for iri in noted}


def _joined(library: Library, iri: str, others: list[Person], noted: dict[str, Person]) -> Person:
    """A person with all that is known under other ids: every spelling stays."""
    known, person = confirmed(library), noted[iri]
    spellings = {*person.spellings, *(name for other in others for name in (other.name, *other.spellings))}
    works = {
        citekey_of(library.base, known.of(f"{library.base}{WORKS}{key}")) or key
        for each in (person, *others)
        for key in each.works
    }
    means = next((known.means[i] for i in (iri, *(library.base + o.id for o in others)) if i in known.means), None)
    return Person(
        person.id, person.name, person.family, person.given, tuple(sorted(spellings - {person.name})),
        tuple(sorted(works)), person.organisation, person.note or next((o.note for o in others if o.note), None),
        tuple(sorted(other.id for other in others)), citekey_of(library.base, means) if means else None,
    )  # fmt: skip


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
