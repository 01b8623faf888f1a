"""Two facets against each other: how many studies state both values, and which meetings no study has."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model.coverage import Crosstab, Meeting
from kb.model.study import Study
from kb.queries.studies import focal_study, prior_studies
from kb.review.coverage import facet_of, facet_values, marked
from kb.review.order import relied_on
from kb.review.similarity import distinct
from kb.store.library import Library


def crosstab(
    library: Library, facet: str, by: str, selected: Sequence[Study] | None = None, language: str = "id"
) -> Crosstab:
    """The prior studies (all, or those selected) counted by the values of two facets; a study may stand in several."""
    chosen = tuple(relied_on(library, study) for study in (prior_studies(library) if selected is None else selected))
    labels, by_labels = (facet_values(library, name, chosen, language) for name in (facet, by))
    cells: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    left_out = []
    for study in chosen:
        met = _meetings(study, facet, by, labels, by_labels)
        for pair, interpreted in met.items():
            here = cells.setdefault(pair, ([], []))
            here[0].append(study.id)
            if interpreted:
                here[1].append(study.id)
        if not met:
            left_out.append(study.id)
    own = focal_study(library)
    focal = relied_on(library, own) if own else None
    return Crosstab(
        facet=facet,
        by=by,
        facet_labels=facet_of(library, facet).labels,
        by_labels=facet_of(library, by).labels,
        values=tuple(labels.values()),
        by_values=tuple(by_labels.values()),
        cells={pair: Meeting(tuple(all_of), tuple(some)) for pair, (all_of, some) in cells.items()},
        focal=frozenset(_meetings(focal, facet, by, labels, by_labels)) if focal else frozenset(),
        left_out=tuple(left_out),
        study_labels={study.id: study.label for study in chosen},
        heads=marked(library, labels.values(), language),
        by_heads=marked(library, by_labels.values(), language),
    )


def _meetings(
    study: Study, facet: str, by: str, labels: dict[str, str], by_labels: dict[str, str]
) -> dict[tuple[str, str], bool]:
    """Pairs of labels that a study states, with whether one of the two is a reader's mapping."""
    return {
        (labels[a.key], by_labels[b.key]): "interpreted" in (a.basis, b.basis)
        for a in distinct(study.facets.get(facet, ()))
        for b in distinct(study.facets.get(by, ()))
        if facet != by or a.key != b.key
    }
