"""Spellings that may be one person's, with what speaks for it: offered to a person, never joined by likeness alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from kb.citing.apart import kept_apart
from kb.citing.namings import listed_works
from kb.citing.people import Likeness, body_likeness, folded, likeness, parts_of
from kb.citing.people_met import Group, groups, titles_of
from kb.model.identification import SUPPORT, Candidate, Evidence, EvidenceKind
from kb.queries.identifications import identifications

if TYPE_CHECKING:
    from kb.store.library import Library

CHECK = "alike-people"
"""Under this name it is admitted that two are two."""
_MOST = 4_000
_RANK: tuple[Likeness, ...] = ("other", "near", "same")


def alike_people(library: Library, drafts: bool = True) -> tuple[Candidate, ...]:
    """Clusters of names that may be one person, the likeliest first; without `drafts` only entries and notes are read."""
    return library.remember(("alike-people", drafts), lambda: _found(library, drafts))


def _found(library: Library, drafts: bool) -> tuple[Candidate, ...]:
    known = groups(library, drafts)[:_MOST]
    apart = kept_apart(library, CHECK)
    pairs: dict[frozenset[str], tuple[Evidence, ...]] = {}
    names = {group.id: group.names for group in known}
    for one, other in _near(known):
        if frozenset((one.id, other.id)) not in apart and (evidence := _evidence(library, one, other, names)):
            pairs[frozenset((one.id, other.id))] = evidence
    by_id = {group.id: group for group in known}
    clusters = _clusters(pairs, by_id)
    members = Counter(each for cluster in clusters for each in cluster)
    found = [_candidate(library, c, pairs, by_id, all(members[each] == 1 for each in c)) for c in clusters]
    return tuple(sorted(found, key=lambda each: (each.certainty != "probable", folded(each.names[0]), each.things)))


def _near(known: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    """Pairs worth a closer look: some word of both begins alike, or they were taken for the author of one work."""
    by_start: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(known):
        for mark in {mark for name in group.names for mark in _marks(name, group.body)} | {
            f"={key}" for naming in group.namings for key in naming.keys
        }:
            by_start[mark].append(place)
    seen = {pair for places in by_start.values() for pair in combinations(places, 2)}
    bodies = [group.body for group in known]
    for one, other in sorted(seen):
        if bodies[one] == bodies[other]:
            yield known[one], known[other]


def _marks(name: str, body: bool) -> Iterator[str]:
    """What two names have in common wherever they may be alike: their family names with up to two letters left out, or
    the word they begin with."""
    parts = parts_of(name)
    if body or not parts.words:
        yield f"body {folded(name)[:3]}"
        return
    family = "".join(parts.family)
    yield from (f"{family[:1]}~{short}" for short in _shortened(family[:16], 2 if len(family) >= 5 else 1))
    if len(parts.words[0]) > 3:
        yield f"first {parts.words[0]}"


def _shortened(word: str, times: int) -> set[str]:
    found = {word}
    for _ in range(times):
        found |= {each[:at] + each[at + 1 :] for each in found for at in range(len(each))}
    return found


def _evidence(library: Library, one: Group, other: Group, names: Mapping[str, Sequence[str]]) -> tuple[Evidence, ...]:
    name = _likest(one, other, names)
    if name is None:
        return ()
    beside = _beside(library, one, other, name)
    if not any(each.kind in SUPPORT for each in beside) or _clearly_two(one, other, beside):
        return ()
    return (name, *beside)


def _likest(one: Group, other: Group, names: Mapping[str, Sequence[str]]) -> Evidence | None:
    """The two forms that are most alike; a family name beside a full name is a way of citing, no spelling."""
    from rapidfuzz.fuzz import ratio

    best: tuple[int, float, str, str] | None = None
    for mine in names[one.id]:
        for theirs in names[other.id]:
            fit = body_likeness(mine, theirs) if one.body else likeness(parts_of(mine), parts_of(theirs))
            if fit == "other" or (fit == "same" and not one.body and _cited_form(mine, theirs)):
                continue
            mark = (_RANK.index(fit), round(ratio(folded(mine), folded(theirs))), mine, theirs)
            best = max(best, mark) if best else mark
    if best is None:
        return _by_work(one, other)
    return Evidence("name", best[2], best[3], "", int(best[1]))


def _by_work(one: Group, other: Group) -> Evidence | None:
    """A name too far off to be like it, under which the same work was cited."""
    from rapidfuzz.fuzz import ratio

    for naming in (*one.namings, *other.namings):
        theirs = other if naming in one.namings else one
        keys = {key for each in theirs.namings if each.source == "bibliography" for key in each.keys}
        if naming.source == "draft" and not naming.sure and keys & set(naming.keys) and naming.name:
            first = theirs.names[0]
            if folded(naming.name)[:1] == folded(first)[:1] or folded(first).startswith(folded(naming.name)):
                return Evidence("name", naming.name, first, "", round(ratio(folded(naming.name), folded(first))))
    return None


def _cited_form(mine: str, theirs: str) -> bool:
    one, other = parts_of(mine), parts_of(theirs)
    return not (one.given and other.given) and one.family != other.words and one.whole != other.whole


def _beside(library: Library, one: Group, other: Group, name: Evidence) -> tuple[Evidence, ...]:
    mine, theirs = one.namings, other.namings
    one_works, other_works = (_works(library, group, False) for group in (one, other))
    both: list[tuple[EvidenceKind, set[str]]] = [
        ("year", {n.year for n in mine if n.year} & {n.year for n in theirs if n.year}),
        ("host", _hosts(one) & _hosts(other)),
        ("work", _works(library, one, True) & _works(library, other, True)),
        ("matched", (one_works & other_works) - (_works(library, one, True) & _works(library, other, True))),
        ("coauthor", _partner_families(one) & _partner_families(other)),
        ("place", _places(one) & _places(other)),
    ]
    return tuple(
        Evidence(kind, name.one, name.other, ", ".join(sorted(_spoken(library, kind, values, one))))
        for kind, values in both
        if values
    )


def _hosts(group: Group) -> set[str]:
    return {folded(naming.host) for naming in group.namings if naming.host}


def _places(group: Group) -> set[str]:
    return {folded(naming.place) for naming in group.namings if naming.place}


def _works(library: Library, group: Group, sure: bool) -> set[str]:
    """Keys and titles of the works a group is the name of; a draft's may be no more than a match of names."""
    keys = {key for naming in group.namings for key in naming.keys if naming.source != "draft" or not sure}
    return keys | set(titles_of(library, keys))


def _spoken(library: Library, kind: str, values: set[str], group: Group) -> set[str]:
    """As a person wrote them; of works their titles, where a key stands beside."""
    if kind in ("host", "place"):
        written = [naming.host if kind == "host" else naming.place for naming in group.namings]
        return set({folded(each): each for each in written if folded(each) in values}.values())
    if kind == "coauthor":
        return {value.title() for value in values}
    if kind not in ("work", "matched"):
        return values
    keys = {value for value in values if value in listed_works(library)}
    return {listed_works(library)[key].title[:80] or key for key in keys} or values


def _partners(group: Group) -> set[str]:
    return {partner for naming in group.namings for partner in naming.partners if " " in partner}


def _partner_families(group: Group) -> set[str]:
    """Whom a group wrote with, as citations name them."""
    return {" ".join(parts_of(partner).family) for naming in group.namings for partner in naming.partners} - {""}


def _clearly_two(one: Group, other: Group, beside: tuple[Evidence, ...]) -> bool:
    """Both stand in the bibliography, for different works of one year: that alone is chance."""
    listed = all(any(naming.source == "bibliography" for naming in group.namings) for group in (one, other))
    kinds = {each.kind for each in beside if each.kind in SUPPORT}
    if _together(one, other):
        return True  # co-authors of one work are two people
    if not listed:
        return False
    given = [parts_of(group.names[0]).given for group in (one, other)]
    full = all(names and len(names[0]) > 2 for names in given)
    return kinds == {"year"} or (kinds == {"place"} and not full)


def _clusters(pairs: Iterable[frozenset[str]], by_id: Mapping[str, Group]) -> list[tuple[str, ...]]:
    """Pairs joined as long as nobody in a cluster wrote a work together with another of it."""
    clusters: list[set[str]] = []
    for pair in sorted(pairs, key=sorted):
        touching = [cluster for cluster in clusters if cluster & pair]
        merged = set(pair).union(*touching)
        if any(_together(by_id[one], by_id[other]) for one, other in combinations(sorted(merged), 2)):
            clusters.append(set(pair))
            continue
        clusters = [cluster for cluster in clusters if cluster not in touching] + [merged]
    return [tuple(sorted(cluster)) for cluster in clusters]


def _together(one: Group, other: Group) -> bool:
    return any(folded(name) in _partners(other) for name in one.names)


def _candidate(
    library: Library,
    cluster: tuple[str, ...],
    pairs: Mapping[frozenset[str], tuple[Evidence, ...]],
    by_id: Mapping[str, Group],
    alone: bool,
) -> Candidate:
    """A cluster with the noted person, or the one of the bibliography, first: its name will stand.

    What may belong to several clusters (`alone` is false) is possible at most.
    """
    first = sorted(cluster, key=lambda each: (by_id[each].person is None, not _is_listed(by_id[each]), each))
    evidence = [each for pair, found in pairs.items() if pair <= set(cluster) for each in found]
    strong = any(_strong(found) for pair, found in pairs.items() if pair <= set(cluster))
    noted = next((i.id for i in identifications(library) if set(i.things) <= set(cluster)), None)
    return Candidate(
        "people", tuple(first), tuple(by_id[each].names[0] for each in first), tuple(evidence),
        "probable" if strong and alone else "possible", noted,
    )  # fmt: skip


def _strong(evidence: Sequence[Evidence]) -> bool:
    """A common work, or two other things; that a draft's name was matched with a work counts beside given names only."""
    kinds = {each.kind for each in evidence} & SUPPORT
    given = all(parts_of(name).given for name in (evidence[0].one, evidence[0].other))
    return "work" in kinds or len(kinds - (set() if given else {"matched"})) > 1


def _is_listed(group: Group) -> bool:
    return any(naming.source == "bibliography" for naming in group.namings)
