"""Checks of the names of people within the chapter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.audit.chapter import Chapter, finding
from kb.citing.people import folded, likeness, parts_of
from kb.citing.words import PARTICLES, is_body
from kb.findings import Finding, Phrase
from kb.model.citation import Match, Resolved

_MOST = 3_000
"""So many different names are compared; a chapter has far fewer."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as written, with the first citation that writes it so."""

    name: str
    year: str | None
    match: Match
    host: str
    citation: Resolved
    lead: bool = True


def person_spellings(chapter: Chapter) -> Iterable[Finding]:
    """One person under several spellings, each group once."""
    for group in _clusters(_spellings(chapter)):
        names = [spelling.name for spelling in group]
        places = chapter.places(spelling.citation for spelling in group)
        keys = [key for spelling in group for key in spelling.match.keys]
        years = sorted({spelling.year for spelling in group if spelling.year})
        yield finding(
            "person-spellings",
            "warning",
            places,
            keys,
            names="; ".join(names),
            years=", ".join(years) or Phrase("tanpa tahun"),
        )


def _spellings(chapter: Chapter) -> list[Spelling]:
    found: dict[tuple[str, str | None], Spelling] = {}
    for each in chapter.citations:
        citation = each.citation
        if citation.subject != "work":
            continue
        host = folded(" ".join(citation.via.authors)) if citation.via else ""
        for number, name in enumerate(citation.authors):
            spelling = Spelling(name, citation.year, each.own, host, each, number == 0)
            found.setdefault((name, citation.year), spelling)
        if citation.via and each.host:
            for name in citation.via.authors:
                found.setdefault((name, citation.via.year), Spelling(name, citation.via.year, each.host, "", each))
    return [each for each in found.values() if not is_body(each.name.split()[0])][:_MOST]


def _clusters(spellings: list[Spelling]) -> list[list[Spelling]]:
    by_letter: dict[str, list[Spelling]] = {}
    for spelling in spellings:
        family = parts_of(spelling.name).family
        if family:
            by_letter.setdefault(family[-1][:1], []).append(spelling)
    clusters: list[list[Spelling]] = []
    for same in by_letter.values():
        clusters += _joined(same)
    return [_different(cluster) for cluster in clusters if len(_different(cluster)) > 1]


def _joined(spellings: list[Spelling]) -> list[list[Spelling]]:
    clusters: list[list[Spelling]] = []
    for spelling in spellings:
        touching = [cluster for cluster in clusters if any(_one_person(spelling, other) for other in cluster)]
        merged = [spelling] + [each for cluster in touching for each in cluster]
        clusters = [cluster for cluster in clusters if cluster not in touching] + [merged]
    return clusters


def _one_person(one: Spelling, other: Spelling) -> bool:
    mine, theirs = parts_of(one.name), parts_of(other.name)
    fit = likeness(mine, theirs)
    if fit == "same" or mine.whole == theirs.whole or _clearly_two(one, other):
        return False
    if _one_work(one, other):
        return True
    if fit == "other":
        return False
    if mine.family == theirs.family and not (mine.given and theirs.given):
        return False
    together = (
        one.year == other.year
        or bool(set(one.match.keys) & set(other.match.keys))
        or (one.host and one.host == other.host)
    )
    return bool(together) or bool(mine.given and theirs.given)


def _one_work(one: Spelling, other: Spelling) -> bool:
    """Both were taken for the first author of one work, one of them under a name that is not quite the listed one."""
    if not (one.lead and other.lead) or not (one.match.near_name or other.match.near_name):
        return False
    return bool(set(one.match.keys) & set(other.match.keys)) and one.name[:1].lower() == other.name[:1].lower()


def _clearly_two(one: Spelling, other: Spelling) -> bool:
    """Both spellings are right in the bibliography, for two people."""
    sure = [each for each in (one, other) if len(each.match.keys) == 1 and not each.match.near_name]
    return len(sure) == 2 and sure[0].match.keys != sure[1].match.keys


def _different(cluster: list[Spelling]) -> list[Spelling]:
    seen: dict[str, Spelling] = {}
    for spelling in sorted(cluster, key=lambda each: (each.citation.citation.block, each.citation.citation.start)):
        seen.setdefault(folded(spelling.name), spelling)
    return list(seen.values())


def small_letters(chapter: Chapter) -> Iterable[Finding]:
    """Names that lost their capital."""
    found: dict[str, list[Resolved]] = {}
    for each in chapter.citations:
        for name in (*each.citation.authors, *(each.citation.via.authors if each.citation.via else ())):
            first = name.split()[0] if name.split() else ""
            if first[:1].islower() and first.lower() not in PARTICLES and "-" not in first and "." not in first:
                found.setdefault(name, []).append(each)
    for name, group in found.items():
        yield finding("name-in-small-letters", "warning", chapter.places(group), name=name, right=name.title())
