"""Whether a work is there already: by its key, its DOI, or author, year and title together, with the evidence.

Likeness of words alone never makes two works one: two different DOIs, volumes, pages, or a thesis beside the article
made of it keep them apart, and what only looks alike is told and kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.citing.same_work import Known, apart, known, other_part, shares_doi_wrongly
from kb.findings import Finding, Place

_ALIKE_TITLES = 94
_ALIKE_NAMES = 85
"""Per cent of likeness; titles alone or names alone never make two works one."""
_TELLING_WORDS = 4
"""So many words of a title and the year say enough where one side names no author; "Pendahuluan" does not."""


_LOOKED_AT = 50
"""Works of one title that a record is held against: thousands of one title are no bibliography of a person."""


@dataclass(slots=True)
class KnownWorks:
    """The works of a project, looked up by what a record says; `add` makes a new one known too."""

    by_key: dict[str, Known] = field(default_factory=dict)
    by_doi: dict[str, Known] = field(default_factory=dict)
    by_year: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    titles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))

    def add(self, work: Known) -> None:
        """Make a work known under its key."""
        self.by_key.setdefault(work.key.casefold(), work)
        if work.doi:
            self.by_doi.setdefault(work.doi, work)
        self.by_year[work.year].append(work)
        self.titles[work.year].append(work.title)
        if work.title:
            self.by_title[work.title].append(work)

    def find(self, record: Known, place: Place) -> tuple[str, Finding] | None:
        """The key of the work that the record is, and why; None where it is a new one."""
        bearer = self.by_key.get(record.key.casefold()) if record.key else None
        if bearer and _same_under_one_key(bearer, record):
            return bearer.key, _why("import-same-key", place, key=record.key, of=bearer.key)
        doi = record.doi
        if doi and doi in self.by_doi and not shares_doi_wrongly(self.by_doi[doi], record):
            return self.by_doi[doi].key, _why("import-same-doi", place, doi=doi, of=self.by_doi[doi].key)
        return self._by_words(record, place)

    def resembling(self, record: Known, place: Place) -> Finding | None:
        """A work of the same title and author that is not taken for the same, and what keeps them apart."""
        for work in self.by_title.get(record.title, ())[:_LOOKED_AT]:
            if record.author and work.author and _names(record, work) >= _ALIKE_NAMES:
                why = apart(work, record) or ("year" if work.year != record.year else "")
                if why:
                    there, here = work.says(why), record.says(why)
                    return _why("import-perhaps-same", place, of=work.key, what=why, there=there, here=here)
        return None

    def _by_words(self, record: Known, place: Place) -> tuple[str, Finding] | None:
        if not record.title:
            return None
        for work in self.by_title.get(record.title, ())[:_LOOKED_AT]:
            if work.year == record.year and _credited_alike(work, record) and not apart(work, record):
                return work.key, _words(place, work, 100, _names(record, work), record.year)
        if not record.author or not record.year:
            return None
        return self._by_likeness(record, place)

    def _by_likeness(self, record: Known, place: Place) -> tuple[str, Finding] | None:
        from rapidfuzz import fuzz, process

        there = self.by_year.get(record.year)
        if not there:
            return None
        near = process.extract(
            record.title, self.titles[record.year], scorer=fuzz.ratio, processor=None,
            score_cutoff=_ALIKE_TITLES, limit=None,
        )  # fmt: skip
        for _title, likeness, index in near:
            work = there[index]
            if _names(record, work) < _ALIKE_NAMES or other_part(record.title, work.title) or apart(work, record):
                continue
            return work.key, _words(place, work, likeness, _names(record, work), record.year)
        return None


def known_works(entries: Iterable[tuple[str, str, Mapping[str, str]]]) -> KnownWorks:
    """The works of a bibliography: keys with their types and fields."""
    works = KnownWorks()
    for key, type, fields in entries:
        works.add(known(key, type, fields))
    return works


def _same_under_one_key(bearer: Known, record: Known) -> bool:
    """Whether a record of the same key can be the same work: what both say agrees."""
    from rapidfuzz import fuzz

    if record.title and bearer.title and apart(bearer, record) in ("type", "volume"):
        return False
    years = not (record.year and bearer.year) or record.year == bearer.year
    if record.title and bearer.title:
        if fuzz.token_set_ratio(record.title, bearer.title) < 80:
            return False
        return record.title == bearer.title or years
    if record.author and bearer.author and _names(record, bearer) < _ALIKE_NAMES:
        return False
    return years


def _credited_alike(work: Known, record: Known) -> bool:
    """Whether authors agree; without one of them, a long title in the same year has to do."""
    if work.author and record.author:
        return _names(record, work) >= _ALIKE_NAMES
    return bool(record.year) and len(record.title.split()) >= _TELLING_WORDS


def _names(one: Known, other: Known) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(one.author, other.author) if one.author and other.author else 0


def _words(place: Place, work: Known, title: float, author: float, when: str) -> Finding:
    return _why("import-same-words", place, of=work.key, title=round(title), author=round(author), year=when or "–")


def _why(check: str, place: Place, **params: object) -> Finding:
    return Finding(check, "info", place, params)
