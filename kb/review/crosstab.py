"""Two facets against each other: how many studies state both values, and which meetings no study has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.model.coverage import Crosstab, Mark, Meeting
from kb.model.study import Study
from kb.queries.studies import focal_study, prior_studies
from kb.review.coverage import facet_of, facet_values, marked, standings
from kb.store.library import Library

Pair = tuple[str, str]


def crosstab(
    library: Library, facet: str, by: str, selected: Sequence[Study] | None = None, language: str = "id"
) -> Crosstab:
    """The prior studies (all, or those selected) counted by the values of two facets; a study may stand in several."""
    chosen = tuple(prior_studies(library) if selected is None else selected)
    labels, by_labels = (facet_values(library, name, chosen, language) for name in (facet, by))
    stand, by_stand = standings(library, facet), standings(library, by)
    known: dict[tuple[int, int], list[tuple[Pair, bool]]] = {}  # by what a study stands like in the two facets
    every: dict[Pair, list[str]] = {}
    read: dict[Pair, list[str]] = {}
    left_out = []
    for study in chosen:
        places = stand.place[study.id], by_stand.place[study.id]
        if places not in known:
            known[places] = _meetings(stand.of(study), by_stand.of(study), facet == by)
        met = known[places]
        for pair, interpreted in met:
            every.setdefault(pair, []).append(study.id)
            if interpreted:
                read.setdefault(pair, []).append(study.id)
        if not met:
            left_out.append(study.id)
    own = focal_study(library)
    mine = _meetings(stand.of(own), by_stand.of(own), facet == by) if own else []
    return Crosstab(
        facet=facet,
        by=by,
        facet_labels=facet_of(library, facet).labels,
        by_labels=facet_of(library, by).labels,
        values=tuple(labels.values()),
        by_values=tuple(by_labels.values()),
        cells={
            (labels[a], by_labels[b]): Meeting(tuple(found), tuple(read.get((a, b), ())))
            for (a, b), found in every.items()
        },
        focal=frozenset((labels[a], by_labels[b]) for (a, b), _ in mine),
        left_out=tuple(left_out),
        study_labels={study.id: study.label for study in chosen},
        heads=marked(library, labels.values(), language),
        by_heads=marked(library, by_labels.values(), language),
    )


def _meetings(marks: Mapping[str, Mark], by_marks: Mapping[str, Mark], same: bool) -> list[tuple[Pair, bool]]:
    """Pairs of keys that a study states, with whether one of the two is a reader's mapping."""
    return [
        ((a, b), mark.basis == "interpreted" or other.basis == "interpreted")
        for a, mark in marks.items()
        if mark.state == "stated"
        for b, other in by_marks.items()
        if other.state == "stated" and not (same and a == b)
    ]
