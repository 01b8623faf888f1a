"""Which work of the bibliography a citation means: by names, co-authors and year; what is not clear is said, not guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kb.citing.laws import law_in
from kb.citing.listing import Author, Listed
from kb.citing.people import Likeness, Parts, body_likeness, folded, is_body_name, likeness, may_be, parts_of
from kb.model.citation import CitationFound, Host, Match, Resolved
from kb.model.person import Person

NOBODY = Match()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a name may mean, and how well the name fits."""

    work: Listed
    fit: Likeness
    partners: bool


class Resolution:
    """Looks names up in the works; `people` are spellings that the notes already know.

    `same` are keys of entries that the notes hold to be another's work: they are found, and the other is meant.
    """

    def __init__(
        self, works: Sequence[Listed], people: Iterable[Person] = (), same: Mapping[str, str] | None = None
    ) -> None:
        self._same = same or {}
        self.works = {work.key: work for work in works}
        self.numbered = {work.number: work.key for work in works if work.number}
        self._laws = {work.law: work.key for work in works if work.law}
        self._keys = {work.key.casefold(): work.key for work in works}
        self._index: dict[str, list[tuple[Author, Listed]]] = {}
        for work in works:
            for author in work.authors:
                for word in {*author.parts.family, *author.parts.given}:
                    self._index.setdefault(word, []).append((author, work))
        self._initials: dict[str, list[str]] = {}
        for word in self._index:
            self._initials.setdefault(word[0], []).append(word)
        self._bodies = [(author, work) for work in works for author in work.authors if author.body]
        people = tuple(people)
        self._means = {folded(name): each.means for each in people for name in (each.name, *each.spellings)}
        self._spellings = {folded(spelling): person for person in people for spelling in person.spellings}
        self._known: dict[tuple[tuple[str, ...], str | None, bool], Match] = {}
        self._candidates: dict[str, tuple[tuple[Author, Listed, Likeness], ...]] = {}

    def resolve(self, citations: Iterable[CitationFound]) -> list[Resolved]:
        """Each citation with the works it means; weak ones that nothing supports are left out."""
        found = [self._one(citation) for citation in citations]
        dated = _dated(found, self.works)
        kept = [_as_mention(each, dated) for each in found]
        return [each for each in kept if not each.citation.weak or _supported(each)]

    def _one(self, citation: CitationFound) -> Resolved:
        host = self._as_confirmed(self.host(citation.via)) if citation.via else None
        return Resolved(citation, self._as_confirmed(self._own(citation)), host)

    def _as_confirmed(self, match: Match) -> Match:
        if not any(key in self._same for key in match.keys):
            return match
        return replace(match, keys=tuple(dict.fromkeys(self._same.get(key, key) for key in match.keys)))

    def _own(self, citation: CitationFound) -> Match:
        if citation.subject == "law":
            return self._law(citation)
        if citation.subject == "number":
            return _single(self.numbered.get(citation.keys[0]))
        if citation.subject == "key":
            return self._key(citation)
        return self.match(citation.authors, citation.year, citation.et_al, citation.title)

    def _law(self, citation: CitationFound) -> Match:
        law = law_in(citation.as_written)
        return _single(self._laws.get(law) if law else None)

    def _key(self, citation: CitationFound) -> Match:
        key = citation.keys[0] if citation.keys else ""
        if key.casefold() in self._keys:
            return _single(self._keys[key.casefold()])
        return self.match(citation.authors, citation.year, True, citation.title) if citation.authors else NOBODY

    def host(self, host: Host) -> Match:
        """The work of a host, by its key, its names, or the body that published it."""
        if host.keys:
            return _single(self._keys.get(host.keys[0].casefold()))
        meant = self._meant(host)
        found = Match((meant,)) if meant else self.match(host.authors, host.year, host.et_al)
        return found if found.keys or not host.authors else self._published_by(host)

    def _meant(self, host: Host) -> str | None:
        """The work that the notes say is meant where this name stands for a source."""
        key = self._means.get(folded(host.authors[0])) if len(host.authors) == 1 else None
        work = self.works.get(key or "")
        return key if work and host.year in (None, work.year) else None

    def _published_by(self, host: Host) -> Match:
        """ "buku LAN RI": no author of that name, but one work that this body published."""
        name = host.authors[0]
        if not is_body_name(name):
            return NOBODY
        found = [
            work.key
            for work in self.works.values()
            if any(body_likeness(name, body) != "other" for body in work.bodies)
            and (host.year is None or host.year == work.year)
        ]
        return Match((found[0],), near_name=True) if len(found) == 1 else NOBODY

    def match(self, authors: tuple[str, ...], year: str | None, et_al: bool = False, title: str | None = None) -> Match:
        """The works of some names and a year."""
        if not authors:
            return NOBODY
        asked = (authors, year, et_al)
        if title is None and asked in self._known:
            return self._known[asked]
        found = self._chosen(self._fitting(authors, et_al), authors, year, title)
        if not found.keys:
            found = self._by_notes(authors, year) or found
        self._known[asked] = found
        return found

    def _by_notes(self, authors: tuple[str, ...], year: str | None) -> Match | None:
        """A spelling that the notes have set right."""
        person = self._spellings.get(folded(authors[0]))
        keys = [key for key in person.works if key in self.works] if person else []
        same = [key for key in keys if self.works[key].year == year]
        if same or keys:
            return Match(tuple(same or keys), near_name=True, other_year=not same and year is not None)
        return None

    def _fitting(self, authors: tuple[str, ...], et_al: bool) -> list[Candidate]:
        found: list[Candidate] = []
        for author, work, fit in self._by_name(authors[0]):
            first = bool(work.authors) and work.authors[0] is author
            partners = first and _partners_fit(authors, et_al, work)
            if not first and fit == "same":
                fit = "near" if _all_named(authors, work) else "other"
            if fit != "other":
                found.append(Candidate(work, fit, partners))
        return found

    def _by_name(self, written: str) -> tuple[tuple[Author, Listed, Likeness], ...]:
        if written not in self._candidates:
            self._candidates[written] = tuple(self._looked_up(written))
        return self._candidates[written]

    def _looked_up(self, written: str) -> Iterable[tuple[Author, Listed, Likeness]]:
        seen: set[tuple[int, str]] = set()
        parts = parts_of(written)
        for author, work in [*self._bodies, *self._near(parts)]:
            mark = (id(author), work.key)
            if mark in seen:
                continue
            seen.add(mark)
            fit = body_likeness(written, author.name) if author.body else likeness(parts, author.parts)
            if fit != "other":
                yield author, work, fit

    def _near(self, parts: Parts) -> Iterable[tuple[Author, Listed]]:
        """Authors one of whose words is, or nearly is, one of the name's."""
        wanted = [word for word in parts.words if len(word) > 1]
        exact = [pair for word in wanted for pair in self._index.get(word, ())]
        if exact:
            yield from exact
        alike = (word for letter in {each[0] for each in wanted} for word in self._initials.get(letter, ()))
        close = [word for word in alike if any(may_be(word, each) for each in wanted)]
        for word in close:
            yield from self._index[word]

    def _chosen(
        self, candidates: list[Candidate], authors: tuple[str, ...], year: str | None, title: str | None
    ) -> Match:
        same = [each for each in candidates if each.fit == "same"]
        near = [each for each in candidates if each.fit == "near"]
        if year is None:
            return _undated(same, near, title)
        for group, near_name in ((same, False), (near, True)):
            dated = [each for each in group if _same_year(each.work, year)]
            if dated:
                return _best(dated, title, near_name)
        return _other_year(same, near, authors)


def _single(key: str | None) -> Match:
    return Match((key,)) if key else NOBODY


def _same_year(work: Listed, year: str) -> bool:
    if work.year is None:
        return False
    if year == work.year + work.letter:
        return True
    return year[:4] == work.year[:4] and (len(year) == 4 or not work.letter)


def _partners_fit(authors: tuple[str, ...], et_al: bool, work: Listed) -> bool:
    if et_al:
        return len(work.authors) > 1 or work.others
    if len(authors) != len(work.authors):
        return False
    return all(
        likeness(parts_of(one), other.parts) != "other"
        for one, other in zip(authors[1:], work.authors[1:], strict=True)
    )


def _all_named(authors: tuple[str, ...], work: Listed) -> bool:
    """Whether every name as written is an author of the work, in whatever order."""
    if len(authors) < 2:
        return False
    return all(any(likeness(parts_of(name), author.parts) != "other" for author in work.authors) for name in authors)


def _best(candidates: list[Candidate], title: str | None, near_name: bool) -> Match:
    kept = [each for each in candidates if each.partners] or candidates
    if len(kept) > 1 and title:
        kept = [each for each in kept if _title_fits(title, each.work.title)] or kept
    keys = tuple(dict.fromkeys(each.work.key for each in kept))
    return Match(keys, near_name=near_name)


def _title_fits(one: str, other: str) -> bool:
    mine, listed = folded(one), folded(other)
    return mine[:25] == listed[:25] or mine in listed or listed in mine


def _undated(same: list[Candidate], near: list[Candidate], title: str | None) -> Match:
    if same:
        return _best(same, title, False)
    return _best(near, title, True) if near else NOBODY


def _other_year(same: list[Candidate], near: list[Candidate], authors: tuple[str, ...]) -> Match:
    """Works of that author from other years: of a near name only where a given name speaks for it too."""
    if same:
        kept = [each for each in same if each.partners] or (same if len(authors) == 1 else [])
        keys = tuple(dict.fromkeys(each.work.key for each in kept))
        return Match(keys, other_year=True) if keys else NOBODY
    kept = [each for each in near if len(parts_of(authors[0]).given) and each.partners]
    keys = tuple(dict.fromkeys(each.work.key for each in kept))
    return Match(keys, near_name=True, other_year=True) if keys else NOBODY


def _dated(found: list[Resolved], works: Mapping[str, Listed]) -> dict[str, Match]:
    """What each name means that is somewhere cited with a year, or by a key whose work has such an author."""
    known: dict[str, Match] = {}
    for each in found:
        citation = each.citation
        if citation.subject == "work" and citation.year and citation.authors and not citation.weak:
            for name in _callings(citation.authors):
                known.setdefault(name, each.own)
        elif citation.subject == "key" and each.own.status == "resolved":
            authors = tuple(author.name for author in works[each.own.keys[0]].authors)
            for name in (*_callings(authors[:1]), *_callings(authors)):
                known.setdefault(name, each.own)
    return known


def _callings(authors: tuple[str, ...]) -> tuple[str, ...]:
    if not authors:
        return ()
    whole = " ".join(folded(name) for name in authors)
    families = " ".join(" ".join(parts_of(name).family) for name in authors)
    return whole, families


def _as_mention(each: Resolved, dated: dict[str, Match]) -> Resolved:
    """A name without year, page or host that was cited in full elsewhere only recalls that citation."""
    citation = each.citation
    if citation.year or citation.via or citation.subject != "work" or not citation.authors:
        return each
    known = next((dated[name] for name in _callings(citation.authors) if name in dated), None)
    if known is None:
        return each
    keys = known.keys if known.keys else each.own.keys
    return Resolved(citation, Match(keys, known.near_name, False, mention=True), each.host)


def _supported(each: Resolved) -> bool:
    return (bool(each.own.keys) and not each.own.other_year) or each.own.mention or each.host is not None
