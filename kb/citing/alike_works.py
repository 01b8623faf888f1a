"""Entries that may be one work: one DOI, or title and author with a year that does not speak against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from kb.citing.apart import kept_apart
from kb.citing.listing import Listed
from kb.citing.namings import listed_works
from kb.citing.people import folded, likeness
from kb.citing.same_work import apart, known
from kb.model.identification import Candidate, Evidence
from kb.queries.identifications import identifications, same_works

if TYPE_CHECKING:
    from kb.store.bibliography_entry import Entry
    from kb.store.library import Library

CHECK = "same-work"
_ALIKE, _UNLIKE = 92, 50
"""Per cent: from here on two titles are one with slips, below there two of one DOI are plainly different works."""
_TELLING = 15
"""So many letters a title has that can speak for itself: not "Pendahuluan"."""
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}]+")


def alike_works(library: Library) -> tuple[Candidate, ...]:
    """Clusters of entries, the likeliest first; those that the notes already suppose to be one stand here too."""
    return library.remember("alike-works", lambda: _found(library))


def _found(library: Library) -> tuple[Candidate, ...]:
    apart, same = kept_apart(library, CHECK), same_works(library)
    entries = {entry.key: entry for entry in library.bibliography.entries if entry.key not in same}
    pairs: dict[tuple[str, str], tuple[Evidence, ...]] = {}
    for one, other in _pairs(library, entries):
        if frozenset((one, other)) not in apart and (evidence := _evidence(library, entries[one], entries[other])):
            pairs[one, other] = evidence
    return tuple(sorted((*_noted(library, pairs), *_clusters(library, pairs)), key=_rank))


def _rank(each: Candidate) -> tuple[bool, tuple[str, ...]]:
    return each.certainty != "probable", each.things


def _pairs(library: Library, entries: dict[str, Entry]) -> Iterator[tuple[str, str]]:
    """Entries that share a DOI, an address, or a first author's name and the beginning of a title."""
    shared: dict[str, list[str]] = defaultdict(list)
    for key, entry in entries.items():
        title = _title(library, key)
        marks = {f"doi {doi_of(entry)}" if doi_of(entry) else "", f"url {_address(entry)}" if _address(entry) else ""}
        if len(title) >= _TELLING:
            marks |= {f"title {title[:14]}", f"end {title[-14:]}"}
        elif title:
            marks.add(f"short {title}")
        for mark in marks - {""}:
            shared[mark].append(key)
    yield from sorted({pair for keys in shared.values() if len(keys) <= 200 for pair in combinations(keys, 2)})


def doi_of(entry: Entry) -> str:
    """The DOI in its bare form, from its own field or an address of doi.org."""
    url = entry.fields.get("url", "")
    found = _DOI.search(entry.fields.get("doi", "") or (url if "doi.org" in url else ""))
    return found.group().rstrip(".,;)").casefold() if found else ""


def _address(entry: Entry) -> str:
    url = re.sub(r"^https?://(?:www\.)?", "", entry.fields.get("url", "").strip()).rstrip("/").casefold()
    return url if url.count("/") and len(url) > 20 else ""


def _evidence(library: Library, one: Entry, other: Entry) -> tuple[Evidence, ...]:
    from rapidfuzz.fuzz import ratio, token_set_ratio

    mine, theirs = listed_works(library)[one.key], listed_works(library)[other.key]
    titles = _title(library, one.key), _title(library, other.key)
    score = round(ratio(*titles, score_cutoff=_ALIKE)) if all(titles) else 0
    dois = doi_of(one), doi_of(other)
    doi = dois[0] if dois[0] == dois[1] else ""
    if (not doi and (all(dois) or not score)) or (doi and all(titles) and token_set_ratio(*titles) < _UNLIKE):
        return ()
    author, years = _authors(mine, theirs), _years(mine, theirs)
    works = [known(entry.key, entry.type, entry.fields) for entry in (one, other)]
    if not doi and (apart(*works) or (min(map(len, titles)) < _TELLING and years and years[0].kind == "years")):
        return ()
    found = [Evidence("doi", one.key, other.key, doi)] if doi else []
    if score and not _other_part(one, other, *titles):
        found.append(Evidence("title", one.key, other.key, mine.title[:100], score))
    if not found or (not doi and not author):
        return ()
    found += [author] if author else []
    if _address(one) and _address(one) == _address(other):
        found.append(Evidence("address", one.key, other.key, _address(one)))
    return (*found, *years)


def _title(library: Library, key: str) -> str:
    titles = library.remember("folded-titles", lambda: {k: folded(w.title) for k, w in listed_works(library).items()})
    return titles[key]


def _authors(mine: Listed, theirs: Listed) -> Evidence | None:
    """The first authors, where they are alike."""
    if not mine.authors or not theirs.authors:
        return None
    one, other = mine.authors[0], theirs.authors[0]
    fit = folded(one.name) == folded(other.name) or likeness(one.parts, other.parts) != "other"
    return Evidence("author", one.name, other.name) if fit else None


def _years(mine: Listed, theirs: Listed) -> tuple[Evidence, ...]:
    if mine.year and mine.year == theirs.year:
        return (Evidence("year", mine.key, theirs.key, mine.year),)
    if mine.year or theirs.year:
        return (Evidence("years", mine.key, theirs.key, f"{mine.year or 't.t.'} / {theirs.year or 't.t.'}"),)
    return ()


def _other_part(one: Entry, other: Entry, title: str, theirs: str) -> bool:
    """Volumes, parts and editions are works of their own."""
    numbers = [re.findall(r"\d+|\b[ivx]+\b", each) for each in (title, theirs)]
    told = [(e.fields.get("edition"), e.fields.get("part")) for e in (one, other)]
    volumes = [e.fields.get("volume") if e.type in ("book", "mvbook", "collection") else None for e in (one, other)]
    differ = any(a and b and a != b for a, b in (*zip(*told, strict=True), tuple(volumes)))
    return numbers[0] != numbers[1] or differ


def _certainty(evidence: tuple[Evidence, ...]) -> bool:
    kinds = {each.kind for each in evidence}
    return "doi" in kinds or "address" in kinds or "year" in kinds or any("t.t." in each.value for each in evidence)


def _clusters(library: Library, pairs: dict[tuple[str, str], tuple[Evidence, ...]]) -> Iterator[Candidate]:
    clusters: list[set[str]] = []
    for pair in sorted(pairs):
        merged = set(pair)
        for cluster in [cluster for cluster in clusters if cluster & merged]:
            clusters.remove(cluster)
            merged |= cluster
        clusters.append(merged)
    order = {key: place for place, key in enumerate(listed_works(library))}
    for cluster in clusters:
        keys = tuple(sorted(cluster, key=order.__getitem__))
        evidence = tuple(each for pair, found in pairs.items() if set(pair) <= cluster for each in found)
        sure = all(_certainty(found) for pair, found in pairs.items() if set(pair) <= cluster)
        names = tuple(listed_works(library)[key].short for key in keys)
        yield Candidate("works", keys, names, evidence, "probable" if sure else "possible")


def _noted(library: Library, pairs: dict[tuple[str, str], tuple[Evidence, ...]]) -> Iterator[Candidate]:
    """What the notes suppose but do not yet confirm, with its reason; such a pair is not found a second time."""
    from kb.queries.people import noted_people

    people = {person.id: person.name for person in noted_people(library).values()}
    works = listed_works(library)
    for each in identifications(library):
        named = [works[key].short if key in works else people.get(key, "") for key in each.things]
        if each.certainty not in ("probable", "possible") or not all(named):
            continue
        evidence = [e for pair in list(pairs) if set(pair) <= set(each.things) for e in pairs.pop(pair)]
        told = each.reasons.get("id") or each.reasons.get("en") or ""
        evidence += [Evidence("note", told, each.reasons.get("en") or told)] if told else []
        yield Candidate(
            "works" if any(key in works for key in each.things) else "people", each.things, tuple(named), tuple(evidence),
            "probable" if each.certainty == "probable" else "possible", each.id,
        )  # fmt: skip
