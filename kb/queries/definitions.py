"""The definition ledger."""

from __future__ import annotations

from dataclasses import replace

from kb.model.definition import Attribution, Definition, Hop
from kb.queries.attributions import attributions
from kb.queries.labels import labels_of, note_of
from kb.queries.passages import passage_of
from kb.queries.people import people
from kb.queries.question import Row, ask
from kb.store.library import Library
from kb.vocabulary import short_id


def definitions(library: Library) -> tuple[Definition, ...]:
    """Every definition, in the order of the text; those entered by hand last, by id."""
    return library.recall("definitions", lambda: _gather(library))


def _gather(library: Library) -> tuple[Definition, ...]:
    credited: dict[str, list[str]] = {}
    for row in ask(library, "credited"):
        credited.setdefault(row["statement"] or "", []).append(row["person"] or "")
    found = [_definition(library, row, credited) for row in ask(library, "definitions")]
    return tuple(sorted(found, key=_position))


def _position(definition: Definition) -> tuple[str, int, str]:
    place = definition.passage
    if place is None or place.start is None:
        return ("\uffff", 0, definition.id)
    return (place.source, place.start, definition.id)


def _definition(library: Library, row: Row, credited: dict[str, list[str]]) -> Definition:
    iri = row["definition"] or ""
    chains = attributions(library).get(iri, ())
    return Definition(
        id=short_id(library.base, iri),
        concept=short_id(library.base, row["concept"] or ""),
        labels=labels_of(library, row["concept"]),
        text=row["text"] or "",
        language=row["language"] or "id",
        quotation=row["quotation"] in ("true", "1"),
        attribution=_attribution(library, chains, credited.get(iri, [])),
        passage=passage_of(library, row["passage"]),
        note=note_of(library, iri),
        also=chains[1:],
    )


def _attribution(library: Library, chains: tuple[Attribution, ...], persons: list[str]) -> Attribution | None:
    """The first chain, with the people whom the definition itself credits; a credit without a citation is a bare name."""
    known = sorted((people(library)[iri] for iri in persons if iri in people(library)), key=lambda person: person.id)
    if chains:
        first = chains[0]
        if known and not first.originator.people:
            name = " & ".join(person.name for person in known)
            return replace(first, originator=replace(first.originator, name=name, people=tuple(p.id for p in known)))
        return first
    if not known:
        return None
    name = " & ".join(person.name for person in known)
    return Attribution(Hop(name, None, None, None, None, None, None, tuple(person.id for person in known)))
