"""Whom statements credit, and through which sources they were read."""

from __future__ import annotations

from collections import defaultdict

from kb.model.definition import Attribution, Hop
from kb.model.person import Person
from kb.model.work import Work
from kb.queries.lists import list_items
from kb.queries.people import people, persons
from kb.queries.question import Row, ask
from kb.queries.works import works
from kb.reading.source_text import source_text
from kb.store.library import Library
from kb.vocabulary import short_id, work_iri


def attributions(library: Library) -> dict[str, tuple[Attribution, ...]]:
    """Chains by statement IRI; several pointers of one statement stay apart, in the order of their ids."""
    return library.recall("attributions", lambda: _gather(library))


def citations_noted(library: Library) -> tuple[Attribution, ...]:
    """Every citation that the notes hold, once each however many statements rest on it, in the order of the text."""
    return library.recall("citations_noted", lambda: _in_order(library))


def _in_order(library: Library) -> tuple[Attribution, ...]:
    hops = _hops(library)
    texts = [source_text(source) for source in library.sources.values()]
    found: dict[str, tuple[tuple[int, int], Attribution]] = {}
    for row in ask(library, "pointers"):
        chain = [hops[cell] for cell in list_items(library, row["chain"]) if cell in hops]
        if chain:
            place = _place(row["printed"], texts)
            found[row["pointer"] or ""] = (place, Attribution(chain[-1], tuple(chain[:-1]), row["printed"]))
    return tuple(each for _, each in sorted(found.values(), key=lambda pair: (pair[0], pair[1].as_printed or "")))


def _place(printed: str | None, texts: list[str]) -> tuple[int, int]:
    """Text and offset where a citation is printed first; behind all others where no text has it."""
    places = [(number, text.find(printed)) for number, text in enumerate(texts) if printed and printed in text]
    return min(places, default=(len(texts), 0))


def _gather(library: Library) -> dict[str, tuple[Attribution, ...]]:
    hops = _hops(library)
    found: dict[str, list[Attribution]] = defaultdict(list)
    for row in sorted(ask(library, "pointers"), key=lambda row: (row["statement"] or "", row["pointer"] or "")):
        chain = [hops[cell] for cell in list_items(library, row["chain"]) if cell in hops]
        if chain:
            found[row["statement"] or ""].append(Attribution(chain[-1], tuple(chain[:-1]), row["printed"]))
    return {statement: tuple(chains) for statement, chains in found.items()}


def _hops(library: Library) -> dict[str, Hop]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in ask(library, "hops"):
        grouped[row["hop"] or ""].append(row)
    return {hop: _hop(library, rows) for hop, rows in grouped.items()}


def _hop(library: Library, rows: list[Row]) -> Hop:
    row = rows[0]
    written, identification = row["name"], row["identification"]
    persons = _credited(library, rows, written or "")
    work = works(library).get(row["work"] or "")
    certainty = short_id(library.base, identification) if identification else None
    meant = next((person.means for person in persons if person.means), None)
    if meant and (work is None or work.citekey == meant):
        work, certainty = works(library).get(work_iri(library.base, meant), work), "certain"
    name = " & ".join(person.name for person in persons) or written or ""
    return Hop(
        name=name or (work.authors[0].name if work and work.authors else ""),
        name_as_written=written,
        year_as_written=row["year"],
        work_year=work.year if work else None,
        locator=row["locator"],
        citekey=work.citekey if work else None,
        identification=certainty,
        people=tuple(person.id for person in persons),
        short_names=_short_names(work if certainty == "certain" else None, persons, written),
        others=certainty == "certain" and work is not None and bool(work.authors) and work.others,
    )


def _credited(library: Library, rows: list[Row], written: str) -> list[Person]:
    """The people of a hop, in the order in which the text names them."""
    known = people(library)
    found = {person.id: person for row in rows if (person := known.get(row["person"] or ""))}
    if not found and written and (person := _spelled(library).get(written)):
        found = {person.id: person}
    text = written.casefold()
    return sorted(found.values(), key=lambda person: (text.find((person.family or person.name).casefold()), person.id))


def _spelled(library: Library) -> dict[str, Person]:
    """Spellings, letter for letter, that belong to one person only."""

    def answer() -> dict[str, Person]:
        found: dict[str, list[Person]] = defaultdict(list)
        for person in persons(library):
            for spelling in dict.fromkeys((person.name, *person.spellings)):
                found[spelling].append(person)
        return {spelling: bearers[0] for spelling, bearers in found.items() if len(bearers) == 1}

    return library.recall("spelled", answer)


def _short_names(work: Work | None, persons: list[Person], written: str | None) -> tuple[str, ...]:
    if work and work.authors:
        return tuple(author.short for author in work.authors)
    if written:
        return (written,)
    return tuple(person.family or person.name for person in persons)
