"""Checks of names of places that are spelled two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from kb.audit.chapter import Chapter, at, finding
from kb.citing.people import folded
from kb.findings import Finding, Place
from kb.model.draft import Stretch

_KINDS = (
    "desa", "dusun", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "kampung", "nagari", "gampong", "pulau",
    "gunung", "sungai", "pasar", "pantai",
)  # fmt: skip
_PLACE = re.compile(
    rf"\b(?P<kind>{'|'.join(_KINDS)})"
    r"\s+(?P<name>[A-Z][\w'’-]+(?:\s(?:[A-Z][\w'’-]+))?)",
    re.IGNORECASE,
)


@dataclass
class Spelled:
    """A place under one spelling with the stretches that write it so."""

    name: str
    seen: list[tuple[Stretch, int, int]] = field(default_factory=list)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands."""
        return tuple(at(stretch, start, end) for stretch, start, end in self.seen)


def place_spellings(chapter: Chapter) -> Iterable[Finding]:
    """The rarer spelling of a place against the more frequent one."""
    kinds: dict[str, dict[str, Spelled]] = {}
    for stretch in chapter.stretches:
        low = stretch.text.lower()
        if not any(kind in low for kind in _KINDS):  # most paragraphs name no place
            continue
        for match in _PLACE.finditer(stretch.text):
            if not match["name"][0].isupper():
                continue
            name = match["name"].split()[0]
            spelled = kinds.setdefault(match["kind"].lower(), {}).setdefault(folded(name), Spelled(name))
            spelled.seen.append((stretch, match.start(), match.end()))
    for kind, names in kinds.items():
        yield from _near(kind, list(names.values())[:500])


def _near(kind: str, names: list[Spelled]) -> Iterable[Finding]:
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            if _same_place(one, other):
                rare, usual = sorted((one, other), key=lambda each: (len(each.seen), each.name))
                places = (*rare.places, usual.places[0])
                yield finding(
                    "place-spellings", "warning", places,
                    kind=kind.capitalize(), rare=rare.name, usual=usual.name, times=len(rare.seen),
                )  # fmt: skip


def _same_place(one: Spelled, other: Spelled) -> bool:
    mine, theirs = folded(one.name), folded(other.name)
    if mine[0] != theirs[0] or min(len(mine), len(theirs)) < 6:
        return False
    distance = int(Levenshtein.distance(mine, theirs, score_cutoff=2))
    if distance > (2 if min(len(mine), len(theirs)) >= 10 else 1):
        return False
    return not _side_by_side(one, other)


def _side_by_side(one: Spelled, other: Spelled) -> bool:
    """Named in one sentence they are two places."""
    mine = {place.quote for place in one.places}
    return any(place.quote in mine for place in other.places)
