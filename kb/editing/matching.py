"""Whether a work is there already: by its key, its DOI, or author, year and title together, with the evidence."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.findings import Finding, Place

_ALIKE_TITLES = 94
_ALIKE_NAMES = 85
"""Per cent of likeness; titles alone or names alone never make two works one."""


@dataclass(slots=True)
class Known:
    """A work of the project as far as matching looks at it."""

    key: str
    title: str
    author: str
    year: str
    fields: Mapping[str, str]


@dataclass(slots=True)
class KnownWorks:
    """The works of a project, looked up by what a record says; `add` makes a new one known too."""

    by_key: dict[str, Known] = field(default_factory=dict)
    by_doi: dict[str, Known] = field(default_factory=dict)
    by_year: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: str, fields: Mapping[str, str]) -> None:
        """Make a work known under its key."""
        work = Known(key, folded(fields.get("title", "")), family(fields), year(fields), fields)
        self.by_key.setdefault(key.casefold(), work)
        doi = _doi(fields)
        if doi:
            self.by_doi.setdefault(doi, work)
        self.by_year[work.year].append(work)
        if work.title:
            self.by_title[work.title].append(work)

    def find(self, key: str, fields: Mapping[str, str], place: Place) -> tuple[str, Finding] | None:
        """The key of the work that the record is, and why; None where it is a new one."""
        bearer = self.by_key.get(key.casefold()) if key else None
        if bearer and _same_work(bearer, fields):
            return bearer.key, _why("import-same-key", place, key=key, of=bearer.key)
        doi = _doi(fields)
        if doi and doi in self.by_doi:
            work = self.by_doi[doi]
            if not doi_shared(work.fields, fields):
                return work.key, _why("import-same-doi", place, doi=doi, of=work.key)
        return self._by_words(fields, place)

    def _by_words(self, fields: Mapping[str, str], place: Place) -> tuple[str, Finding] | None:
        from rapidfuzz import fuzz

        title, name, when = folded(fields.get("title", "")), family(fields), year(fields)
        if not title:
            return None
        for work in self.by_title.get(title, ()):
            if work.year == when and (work.author == name or not (work.author and name)):
                return work.key, _words(place, work, 100, 100 if name else 0, when)
        if not name or not when:
            return None
        for work in self.by_year.get(when, ()):
            likeness = fuzz.ratio(title, work.title, score_cutoff=_ALIKE_TITLES)
            names = fuzz.ratio(name, work.author) if likeness else 0
            if likeness and names >= _ALIKE_NAMES and not _other_part(title, work.title):
                return work.key, _words(place, work, likeness, names, when)
        return None


def known_works(entries: Iterable[tuple[str, Mapping[str, str]]]) -> KnownWorks:
    """The works of a bibliography: keys with their fields."""
    works = KnownWorks()
    for key, fields in entries:
        works.add(key, fields)
    return works


def _same_work(known: Known, fields: Mapping[str, str]) -> bool:
    """Whether a record of the same key can be the same work: what both say agrees."""
    from rapidfuzz import fuzz

    title, when, name = folded(fields.get("title", "")), year(fields), family(fields)
    if title and known.title:
        if fuzz.token_set_ratio(title, known.title) < 80:
            return False
        return title == known.title or not (when and known.year) or when == known.year
    if name and known.author and fuzz.ratio(name, known.author) < _ALIKE_NAMES:
        return False
    return not (when and known.year) or when == known.year


def doi_shared(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two records of one DOI speak of plainly different works: one of them must have it wrongly."""
    from rapidfuzz import fuzz

    first, second = folded(one.get("title", "")), folded(other.get("title", ""))
    return bool(first and second) and fuzz.token_set_ratio(first, second) < 50


def folded(text: str) -> str:
    """A title's letters and digits in lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def family(fields: Mapping[str, str]) -> str:
    """The first author's family name, or all of a name that is one piece."""
    first = re.split(r"\s+and\s+", fields.get("author") or fields.get("editor") or "")[0].strip()
    if first.startswith("{"):
        return folded(first.split()[-1])
    return folded(first.partition(",")[0] if "," in first else first.split()[-1] if first else "")


def year(fields: Mapping[str, str]) -> str:
    """The four digits of the year, else what stands for it."""
    words = fields.get("year") or fields.get("date", "")
    digits = re.search(r"\d{4}", words)
    return digits.group() if digits else words.strip().casefold()


def _doi(fields: Mapping[str, str]) -> str:
    found = re.search(r"10\.\d{4,9}/\S+", fields.get("doi", ""))
    return found.group().rstrip(".,;").casefold() if found else ""


def _other_part(one: str, other: str) -> bool:
    """Whether two alike titles differ in a number: volumes, parts, grades are works of their own."""
    return re.findall(r"\d+|\b[ivx]+\b", one) != re.findall(r"\d+|\b[ivx]+\b", other)


def _words(place: Place, work: Known, title: float, author: float, when: str) -> Finding:
    return _why("import-same-words", place, of=work.key, title=round(title), author=round(author), year=when or "–")


def _why(check: str, place: Place, **params: object) -> Finding:
    return Finding(check, "info", place, params)
