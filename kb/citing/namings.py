"""Every place where a project names somebody: entries, citations of the notes, citations of the drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kb.citing.grammar import citations
from kb.citing.laws import law_in
from kb.citing.listing import Listed, from_entry, merged
from kb.citing.people import folded, is_body_name
from kb.citing.reference_list import list_blocks, typed_works
from kb.citing.resolution import Resolution
from kb.citing.words import is_body
from kb.errors import KajianError
from kb.queries.attributions import citations_noted
from kb.queries.identifications import same_works
from kb.queries.people import persons

if TYPE_CHECKING:
    from kb.model.citation import Match, Resolved
    from kb.model.definition import Hop
    from kb.store.library import Library

Source = Literal["bibliography", "notes", "draft"]
_PARTNERS = 100
"""People of one work that a name is told apart by; more would take the square of a list of thousands."""
_PLACES = ("publisher", "institution", "school", "organization", "journal", "journaltitle")


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as written, with all that stands beside it.

    `person` is the id of the noted person who is credited; `keys` are the works it is the name of, `sure` where there is
    no doubt about them. `place` is who published or taught there, `cited` the citation as printed.
    """

    name: str
    source: Source
    person: str | None = None
    year: str | None = None
    host: str = ""
    keys: tuple[str, ...] = ()
    sure: bool = False
    partners: tuple[str, ...] = ()
    place: str = ""
    title: str = ""
    body: bool = False
    cited: str = ""


def namings(library: Library, drafts: bool = True) -> tuple[Naming, ...]:
    """All of them in a fixed order; those of the drafts need the drafts to be read."""

    def answer() -> tuple[Naming, ...]:
        found = [*_of_entries(library), *_of_notes(library)]
        return tuple([*found, *_of_drafts(library)] if drafts else found)

    return library.remember(("namings", drafts), answer)


def listed_works(library: Library) -> Mapping[str, Listed]:
    """The entries by citekey, as citations look them up."""
    file = library.configuration.bibliography
    return library.remember("listed", lambda: {e.key: from_entry(e, file) for e in library.bibliography.entries})


def _of_entries(library: Library) -> Iterator[Naming]:
    for entry in library.bibliography.entries:
        work = listed_works(library)[entry.key]
        place = next((entry.fields[name] for name in _PLACES if entry.fields.get(name)), "")
        names = [folded(author.name) for author in work.authors]
        for at, author in enumerate(work.authors):
            others = tuple([*names[: min(at, _PARTNERS)], *names[at + 1 : _PARTNERS + 1]])
            yield Naming(
                author.name, "bibliography", None, work.year, "", (work.key,), True, others, place, work.title, author.body
            )  # fmt: skip


def _of_notes(library: Library) -> Iterator[Naming]:
    for each in citations_noted(library):
        host = each.via[-1] if each.via else None
        yield from _of_hop(each.originator, host, each.as_printed or "")
        for place, hop in enumerate(each.via):
            yield from _of_hop(hop, each.via[place - 1] if place else None, each.as_printed or "")


def _of_hop(hop: Hop, host: Hop | None, printed: str) -> Iterator[Naming]:
    """The name of a hop, where it is one person's."""
    if len(hop.people) <= 1 and hop.name_as_written and not law_in(hop.name_as_written):
        keys = (hop.citekey,) if hop.citekey and hop.identification != "possible" else ()
        yield Naming(
            hop.name_as_written, "notes", hop.people[0] if hop.people else None, hop.year_as_written,
            _named(host), keys, hop.confirmed, body=_is_body(hop.name_as_written), cited=printed,
        )  # fmt: skip
    for identifier in hop.people if len(hop.people) > 1 else ():
        yield Naming("", "notes", identifier, hop.year_as_written, _named(host), cited=printed)


def _named(host: Hop | None) -> str:
    return host.name_as_written or host.name if host else ""


def resolved_drafts(library: Library) -> tuple[Resolved, ...]:
    """The citations of the project's drafts; a draft that cannot be read has none here, `audit` says why."""
    return library.remember("resolved-drafts", lambda: tuple(_resolved(library)))


def _resolved(library: Library) -> Iterator[Resolved]:
    from kb.reading.drafts import read_draft

    for source in library.sources.values():
        try:
            draft = read_draft([(source.path, source.data)])
        except KajianError:
            continue
        listed = list_blocks(draft.blocks)
        works = merged(listed_works(library).values(), typed_works(draft.blocks, listed))
        yield from Resolution(works, persons(library), same_works(library)).resolve(citations(draft, listed))


def _of_drafts(library: Library) -> Iterator[Naming]:
    for each in resolved_drafts(library):
        citation, via = each.citation, each.citation.via
        if citation.subject == "work":
            host = " dan ".join(via.authors) if via else ""
            yield from _written(citation.authors, citation.year, host, each.own, citation.as_written)
        if via and each.host:
            yield from _written(via.authors, via.year, "", each.host, citation.as_written)


def _written(names: tuple[str, ...], year: str | None, host: str, match: Match, printed: str) -> Iterator[Naming]:
    for name in names:
        if law_in(name):
            continue
        others = tuple(folded(other) for other in names if other != name)
        yield Naming(
            name, "draft", None, year, host, match.keys, bool(match.keys) and not match.near_name, others,
            body=_is_body(name), cited=printed,
        )  # fmt: skip


def _is_body(name: str) -> bool:
    return is_body_name(name) or is_body(name.split()[0]) if name.split() else False
