"""Which works were really read: what a reference list holds, and what it must not hold.

A work that is only quoted by another does not stand in the list (APA 7, 8.6; PPKI UM Metro 2020, p. 10): the host does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.citing.grammar import citations
from kb.citing.listing import from_entry, merged
from kb.citing.reference_list import list_blocks, typed_works
from kb.citing.resolution import Resolution
from kb.model.definition import Hop
from kb.model.person import Person
from kb.queries.attributions import citations_noted
from kb.queries.identifications import same_works
from kb.queries.studies import prior_studies

if TYPE_CHECKING:
    from kb.model.citation import Resolved
    from kb.model.draft import Draft
    from kb.model.study import Study
    from kb.store.bibliography_entry import Bibliography
    from kb.store.library import Library

_LAST = 1 << 60


@dataclass(frozen=True, slots=True)
class ReadWorks:
    """Citekeys in the order of first use; `doubtful` are those of which it is not certain that they are meant.

    `unknown` are names of sources that were read but have no entry, as written; `quoted` works known only through others.
    """

    keys: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


def read_by_notes(library: Library) -> ReadWorks:
    """Works that the notes cite directly or name as hosts, and the prior studies; all entries where no note cites."""
    noted = citations_noted(library)
    held = [(each.via or (each.originator,))[0] for each in noted]
    studied = [study.work.citekey for study in sorted(prior_studies(library), key=_first_place) if study.work]
    if not held and not studied:
        return ReadWorks(every_work(library))
    keys = _once([*studied, *(hop.citekey for hop in held if hop.citekey)])
    sure = {*studied, *(hop.citekey for hop in held if hop.identification != "possible")}
    quoted = [each.originator.citekey for each in noted if each.via and each.originator.citekey]
    return ReadWorks(
        keys,
        tuple(key for key in keys if key not in sure),
        _once(_name(hop) for hop in held if not hop.citekey),
        _once(key for key in quoted if key not in keys),
    )


def every_work(library: Library) -> tuple[str, ...]:
    """All entries, each work once."""
    same = same_works(library)
    return tuple(entry.key for entry in library.bibliography.entries if entry.key not in same)


def read_by_draft(
    draft: Draft,
    bibliography: Bibliography,
    file: str = "references.bib",
    people: Iterable[Person] = (),
    same: Mapping[str, str] | None = None,
) -> ReadWorks:
    """Works that a draft cites as read: of "X dalam Y" the Y. Where several may be meant, all stand here as doubtful.

    `same` are entries that the notes hold to be another's work.
    """
    listed = list_blocks(draft.blocks)
    entries = {entry.key for entry in bibliography.entries}
    works = merged((from_entry(entry, file) for entry in bibliography.entries), typed_works(draft.blocks, listed))
    found = Resolution(works, people, same).resolve(citations(draft, listed))
    held = [each for each in found if each.held.keys]
    keys = _once(key for each in held for key in each.held.keys if key in entries)
    sure = {each.held.keys[0] for each in held if len(each.held.keys) == 1}
    unknown = [_written(each) for each in found if not each.held.keys and not each.held.mention]
    unknown += [_written(each) for each in held if not any(key in entries for key in each.held.keys)]
    quoted = [key for each in found if each.host is not None for key in each.own.keys]
    return ReadWorks(
        keys,
        tuple(key for key in keys if key not in sure),
        _once(unknown),
        _once(key for key in quoted if key in entries and key not in keys),
    )


def _first_place(study: Study) -> int:
    """Where the text first speaks of a study."""
    starts = [
        value.passage.start
        for values in study.facets.values()
        for value in values
        if value.passage is not None and value.passage.start is not None
    ]
    return min(starts, default=_LAST)


def _name(hop: Hop) -> str:
    written = hop.name_as_written or hop.name
    return f"{written} ({hop.year_as_written})" if hop.year_as_written else written


def _written(each: Resolved) -> str:
    via = each.citation.via
    if via is None:
        return each.citation.as_written
    names = " dan ".join(via.authors) or via.as_written
    return f"{names} ({via.year})" if via.year else names


def _once(words: Iterable[str | None] | Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
