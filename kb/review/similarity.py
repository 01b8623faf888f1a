"""Persamaan and perbedaan as meaning: what two studies share, where they differ, what cannot be compared.

Values are compared by concept, so that synonyms and languages agree; nothing is claimed from what is unread; two
statements that cannot both hold give no claim (the rules: docs/comparing.md).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kb.model.similarity import FacetComparison, Outcome
from kb.model.study import FacetValue, Study

NARRATIVE_FACETS = frozenset({"aim", "findings", "limitations", "relevance"})
"""Facets told in whole sentences; they are shown side by side and never compared word by word."""

Below = Mapping[str, Collection[str]]


def compare(
    focal: Study,
    prior: Study,
    facets: Sequence[str],
    broader: Below,
    exclusive: Collection[str] = (),
    disputed: Collection[str] = (),
) -> tuple[FacetComparison, ...]:
    """Each facet of `facets` in order.

    `broader` gives for a value all values it is a kind of; `exclusive` are facets of which a study has one value;
    `disputed` are ids of statements that rest on a sentence which a check disputes: they count as unread.
    """
    return tuple(
        _compare(facet, _held(focal, facet, disputed), _held(prior, facet, disputed), broader, facet in exclusive)
        for facet in facets
        if facet not in NARRATIVE_FACETS
    )


def _held(study: Study, facet: str, disputed: Collection[str]) -> tuple[FacetValue, ...]:
    return tuple(value for value in study.facets.get(facet, ()) if value.id not in disputed)


def _compare(
    facet: str, ours: Sequence[FacetValue], theirs: Sequence[FacetValue], broader: Below, exclusive: bool
) -> FacetComparison:
    missing = tuple(side for side, values in (("ours", ours), ("theirs", theirs)) if not values)
    if missing:
        left, right = distinct(ours, "stated"), distinct(theirs, "stated")
        return FacetComparison(facet, "unread", only_ours=left, only_theirs=right, missing=missing)
    clashing = tuple(
        side for side, values in (("ours", ours), ("theirs", theirs)) if _clash(values, broader, exclusive)
    )
    if clashing:
        return FacetComparison(facet, "conflict", only_ours=tuple(ours), only_theirs=tuple(theirs), missing=clashing)
    stated_ours, stated_theirs = distinct(ours, "stated"), distinct(theirs, "stated")
    if stated_ours and stated_theirs:
        return _both_stated(facet, stated_ours, stated_theirs, broader)
    return _one_denies(facet, ours, theirs, stated_ours, stated_theirs)


def _clash(values: Sequence[FacetValue], broader: Below, exclusive: bool) -> bool:
    """Whether one side says two things that cannot both hold: a value and its lack, or two values where one may be."""
    stated, denied = distinct(values, "stated"), distinct(values, "absent")
    if {value.key for value in stated} & {value.key for value in denied}:
        return True
    if not exclusive:
        return False
    keys = [value.key for value in stated]
    return any(
        a != b and b not in broader.get(a, ()) and a not in broader.get(b, ())
        for place, a in enumerate(keys)
        for b in keys[place + 1 :]
    )


def _both_stated(
    facet: str, ours: Sequence[FacetValue], theirs: Sequence[FacetValue], broader: Below
) -> FacetComparison:
    there = {value.key: value for value in theirs}
    shared = tuple((value, there[value.key]) for value in ours if value.key in there)
    same = {value.key for value, _ in shared}
    left, right = [v for v in ours if v.key not in same], [v for v in theirs if v.key not in same]
    kinds = tuple(
        (mine, other, other.key in broader.get(mine.key, ()))
        for mine in left
        for other in right
        if other.key in broader.get(mine.key, ()) or mine.key in broader.get(other.key, ())
    )
    near = {value.key for pair in kinds for value in pair[:2]}
    only_ours = tuple(v for v in left if v.key not in near)
    only_theirs = tuple(v for v in right if v.key not in near)
    if not shared and not kinds:
        return FacetComparison(facet, "disjoint", only_ours=only_ours, only_theirs=only_theirs)
    outcome = "overlap" if only_ours or only_theirs else ("equal" if not kinds else "broader")
    return FacetComparison(facet, outcome, shared, kinds, only_ours, only_theirs)  # type: ignore[arg-type]


def _one_denies(
    facet: str,
    ours: Sequence[FacetValue],
    theirs: Sequence[FacetValue],
    stated_ours: tuple[FacetValue, ...],
    stated_theirs: tuple[FacetValue, ...],
) -> FacetComparison:
    """At least one side states nothing: it says that it lacks it, or was read and does not mention it."""
    if not stated_ours and not stated_theirs:
        return _both_silent(facet, ours, theirs)
    stated, silent = (stated_ours, theirs) if stated_ours else (stated_theirs, ours)
    denied = tuple(value for value in silent if value.state == "absent")
    outcome: Outcome = "absent" if any(_spoken_of(value, denied) for value in stated) else "not-mentioned"
    denials = denied if outcome == "absent" else tuple(value for value in silent if value.state == "not-in-source")
    about = tuple(value for value in stated if _spoken_of(value, denials))
    if not about:
        return FacetComparison(facet, "unread", missing=("theirs" if stated_ours else "ours",))
    if stated_ours:
        return FacetComparison(facet, outcome, only_ours=about, only_theirs=denials)
    return FacetComparison(facet, outcome, only_ours=denials, only_theirs=about)


def _spoken_of(value: FacetValue, silent: Sequence[FacetValue]) -> bool:
    """Whether the silent side's statements speak of this value, or of the whole facet."""
    return any(other.key in ("", value.key) for other in silent)


def _both_silent(facet: str, ours: Sequence[FacetValue], theirs: Sequence[FacetValue]) -> FacetComparison:
    denied = {value.key: value for value in theirs if value.state == "absent"}
    both = tuple((v, denied[v.key]) for v in ours if v.state == "absent" and v.key in denied)
    if both:
        return FacetComparison(facet, "both-absent", shared=both)
    return FacetComparison(facet, "unread", missing=("ours", "theirs"))


def distinct(values: Sequence[FacetValue], state: str = "stated") -> tuple[FacetValue, ...]:
    """Values of one state, each once, the one stated by the source before the interpreted one."""
    found: dict[str, FacetValue] = {}
    for value in values:
        if value.state == state:
            key = value.key
            if key not in found or (found[key].basis == "interpreted" and value.basis == "stated"):
                found[key] = value
    return tuple(found.values())
