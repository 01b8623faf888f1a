"""Which works and persons are one: what the notes confirm is followed everywhere, what they suppose is only shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.model.identification import Identification
from kb.queries.question import Row, ask
from kb.store.library import Library
from kb.vocabulary import WORKS, citekey_of, short_id, work_iri


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What is certain, by IRI: `stands` thing -> the one that stands for it, `means` a person's name -> a work."""

    stands: Mapping[str, str] = field(default_factory=dict)
    means: Mapping[str, str] = field(default_factory=dict)

    def of(self, iri: str) -> str:
        """The thing that stands for `iri`, itself where it is alone."""
        return self.stands.get(iri, iri)


def identifications(library: Library) -> tuple[Identification, ...]:
    """All of them, by id."""
    return library.recall("identifications", lambda: _gather(library))


def confirmed(library: Library) -> Confirmed:
    """Those that are certain, followed through: a is b and b is c make a c."""
    return library.recall("confirmed", lambda: _followed(library))


def iri_of(library: Library, identifier: str) -> str:
    """The IRI of a work or person by its id."""
    own = library.base + identifier
    known = {entry.key for entry in library.bibliography.entries}
    return work_iri(library.base, identifier) if identifier in known else own


def same_works(library: Library) -> dict[str, str]:
    """Citekeys that stand for no work of their own -> the key of the work that they are."""
    stands = confirmed(library).stands.items()
    keys = ((citekey_of(library.base, alias), citekey_of(library.base, iri)) for alias, iri in stands)
    return {alias: key for alias, key in keys if alias and key}


def _gather(library: Library) -> tuple[Identification, ...]:
    grouped: dict[str, list[Row]] = {}
    for row in ask(library, "identifications"):
        grouped.setdefault(row["identification"] or "", []).append(row)
    return tuple(_identification(library, iri, rows) for iri, rows in sorted(grouped.items()))


def _identification(library: Library, iri: str, rows: list[Row]) -> Identification:
    reasons = sorted({(row["language"] or "id", row["reason"]) for row in rows if row["reason"]})
    preferred = min((row["preferred"] for row in rows if row["preferred"]), default=None)
    return Identification(
        short_id(library.base, iri),
        tuple(sorted({short_id(library.base, row["thing"] or "") for row in rows})),
        short_id(library.base, rows[0]["certainty"] or ""),
        dict(reversed(reasons)),
        short_id(library.base, preferred) if preferred else None,
    )


def _followed(library: Library) -> Confirmed:
    groups: list[set[str]] = []
    wanted: set[str] = set()
    mixed: list[tuple[str, str]] = []
    certain: dict[str, set[str]] = {}
    for row in ask(library, "identifications"):
        if short_id(library.base, row["certainty"] or "") == "certain":
            certain.setdefault(row["identification"] or "", set()).add(row["thing"] or "")
            wanted |= {row["preferred"]} if row["preferred"] else set()
    for things in certain.values():
        works = {iri for iri in things if iri.startswith(library.base + WORKS)}
        people = things - works
        _join(groups, works)
        _join(groups, people)
        mixed += [(person, work) for person in people for work in works]
    order = {entry.key: place for place, entry in enumerate(library.bibliography.entries)}
    stands: dict[str, str] = {}
    for group in groups:
        first = min(group, key=lambda iri: (iri not in wanted, _place(library, iri, order), iri))
        stands |= {iri: first for iri in group if iri != first}
    return Confirmed(stands, {person: stands.get(work, work) for person, work in sorted(mixed)})


def _place(library: Library, iri: str, order: Mapping[str, int]) -> int:
    """Works stand in the bibliography's order."""
    return order.get(citekey_of(library.base, iri) or "", len(order))


def _join(groups: list[set[str]], things: Iterable[str]) -> None:
    merged = set(things)
    for group in [group for group in groups if group & merged]:
        groups.remove(group)
        merged |= group
    if len(merged) > 1:
        groups.append(merged)
