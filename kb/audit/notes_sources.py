"""Checks of the sources that statements name: years, hosts, spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.audit.notes_texts import place_in_draft
from kb.citing.chains import cite_work
from kb.findings import Finding, Place
from kb.model.definition import Attribution, Hop
from kb.model.passage import Passage
from kb.queries.concepts import typologies
from kb.queries.definitions import definitions
from kb.queries.passages import locate
from kb.queries.people import people
from kb.queries.works import works_by_key
from kb.reading.source_text import source_text
from kb.store.library import Library


@dataclass(frozen=True, slots=True)
class Mention:
    """A chain with the statement that uses it and its place."""

    statement: str
    attribution: Attribution
    place: Place


def mentions(library: Library) -> tuple[Mention, ...]:
    """Every chain of every definition and typology, in the order of the text."""
    found = [
        Mention(d.id, attribution, _place(library, d.passage, attribution.as_printed))
        for d in definitions(library)
        for attribution in (d.attribution, *d.also)
        if attribution
    ]
    found += [
        Mention(t.id, attribution, _place(library, t.passage, attribution.as_printed))
        for t in typologies(library)
        for attribution in t.attributed_to
    ]
    return tuple(sorted(found, key=lambda mention: (mention.place.file or "", mention.place.line or 0)))


def _place(library: Library, passage: Passage | None, printed: str | None) -> Place:
    """Where the citation itself is printed, when its words occur once in the draft; else the statement's passage."""
    place = place_in_draft(library, passage, printed)
    source = library.sources.get(passage.source) if passage else None
    if source and printed:
        found = locate(source_text(source), source.id, printed, "", "")
        return replace(place, line=found.line or place.line)
    return place


def _hops(library: Library) -> Iterator[tuple[Mention, Hop]]:
    for mention in mentions(library):
        for hop in (*mention.attribution.via, mention.attribution.originator):
            yield mention, hop


def source_without_year(library: Library) -> Iterator[Finding]:
    """A source that is named without a year, once for each source, with all its places."""
    undated: dict[str, list[Place]] = defaultdict(list)
    keys: dict[str, str | None] = {}
    dated = {hop.citekey for _mention, hop in _hops(library) if hop.year_as_written}
    for mention, hop in _hops(library):
        name = hop.name_as_written or hop.name
        again = not mention.attribution.via and hop.citekey in dated
        if hop.year_as_written is None and not _is_law(hop) and not again:
            undated[name].append(mention.place)
            keys[name] = hop.citekey
    for name, places in undated.items():
        key = keys[name]
        yield Finding(
            "source-without-year",
            "warning",
            places[0],
            {"name": name, "count": len(places)},
            citekeys=(key,) if key else (),
            about=(key,) if key else (),
            related=tuple(dict.fromkeys(places[1:])),
        )


def _is_law(hop: Hop) -> bool:
    """A law carries its year in its name ("Nomor 3 Tahun 2014")."""
    import re

    return bool(re.search(r"(?i)\btahun\s+\d{4}\b", hop.name_as_written or ""))


def year_differs(library: Library) -> Iterator[Finding]:
    """The year as written against the year of the work that is meant."""
    seen: dict[tuple[str | None, str | None], list[Place]] = defaultdict(list)
    for mention, hop in _hops(library):
        if hop.year_as_written and hop.work_year and hop.year_as_written != hop.work_year:
            seen[hop.citekey, hop.year_as_written].append(mention.place)
    years = {hop.citekey: hop.work_year for _mention, hop in _hops(library)}
    for (key, written), places in seen.items():
        yield Finding(
            "year-differs",
            "warning",
            places[0],
            {"written": written, "year": years[key], "citekey": key},
            citekeys=(key or "",),
            about=(key or "",),
            related=tuple(dict.fromkeys(places[1:])),
        )


def one_work_two_hosts(library: Library) -> Iterator[Finding]:
    """One original that is credited through two hosts; hosts are compared as written until their identity is certain."""
    through: dict[str, dict[str, tuple[str, Place]]] = defaultdict(dict)
    for mention in mentions(library):
        if mention.attribution.via:
            host, origin = mention.attribution.via[0], mention.attribution.originator
            written = host.name_as_written or host.name
            same = (host.citekey if host.confirmed else None) or written
            through[origin.citekey or origin.name].setdefault(same, (written, mention.place))
    known = works_by_key(library)
    for work, hosts in through.items():
        if len(hosts) > 1:
            names, places = zip(*hosts.values(), strict=True)
            yield Finding(
                "one-work-two-hosts",
                "warning",
                places[0],
                {"work": cite_work(known[work]) if work in known else work, "hosts": " / ".join(names)},
                citekeys=(work,),
                about=(work,),
                related=tuple(places[1:]),
            )


def person_spelled_variously(library: Library) -> Iterator[Finding]:
    """One person under several spellings in the chapter."""
    written: dict[str, dict[str, Place]] = defaultdict(dict)
    for mention, hop in _hops(library):
        if len(hop.people) == 1 and hop.name_as_written:
            written[hop.people[0]].setdefault(hop.name_as_written, mention.place)
    names = {person.id: person.name for person in people(library).values()}
    for person, spellings in written.items():
        if len(spellings) > 1 and not _one_holds_all(list(spellings)):
            places = list(spellings.values())
            yield Finding(
                "person-spelled-variously",
                "warning",
                places[0],
                {"name": names.get(person, person), "spellings": ", ".join(spellings)},
                about=(person,),
                related=tuple(places[1:]),
            )


def _one_holds_all(spellings: list[str]) -> bool:
    """Whether the longest spelling holds every word of the others: "Baker" beside "Wayne E. Baker" is no slip."""
    longest = set(max(spellings, key=len).casefold().replace(".", " ").split())
    return all(set(name.casefold().replace(".", " ").split()) <= longest for name in spellings)
