"""Which prior study covers which value of a facet, what none covers, and the fewest that cover all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from kb.model.coverage import Coverage, CoverageRow, Mark
from kb.model.study import Facet, Study
from kb.queries.facets import facets
from kb.queries.labels import labels_of
from kb.queries.studies import prior_studies, studies
from kb.review.gap import gap_sentences
from kb.review.selection import frame_members
from kb.store.library import Library
from kb.vocabulary import FACET

UNREAD = Mark("unread", None)
_EXACT_LIMIT = 12
"""Up to so many studies every combination is tried; beyond, the greedy choice is at most ln(values) times larger."""


def coverage(library: Library, facet: str = "aspect", selected: Sequence[Study] | None = None) -> Coverage:
    """The matrix of prior studies (all, or those selected) × the values of a facet.

    Values are the frame's members for the aspects, else every value that any study states, in order of appearance.
    """
    chosen = tuple(prior_studies(library) if selected is None else selected)
    labels = _values(library, facet, chosen)
    rows = tuple(CoverageRow(study.id, study.label, _marks(study, facet, labels)) for study in chosen)
    covered = {
        label: tuple(row.study for row in rows if row.cells[label].state == "stated") for label in labels.values()
    }
    matrix = Coverage(
        facet=facet,
        facet_labels=_facet(library, facet).labels,
        values=tuple(labels.values()),
        value_ids=tuple(labels),
        rows=rows,
        uncovered=tuple(label for label, by in covered.items() if not by),
        covered_by=covered,
        smallest_cover=smallest_cover([row.study for row in rows], covered),
        gap_sentence={},
    )
    return gap_sentences(library, matrix, chosen)


def smallest_cover(studies_in_order: Sequence[str], covered_by: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The fewest studies that together cover every value that is covered at all; the first such in order."""
    wanted = {value: frozenset(by) for value, by in covered_by.items() if by}
    useful = [study for study in studies_in_order if any(study in by for by in wanted.values())]
    if len(useful) <= _EXACT_LIMIT:
        for size in range(len(useful) + 1):
            for some in combinations(useful, size):
                if all(by & set(some) for by in wanted.values()):
                    return some
    return _greedy(useful, wanted)


def _greedy(useful: Sequence[str], wanted: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    left, chosen = dict(wanted), []
    while left:
        best = max(useful, key=lambda study: sum(study in by for by in left.values()))
        chosen.append(best)
        left = {value: by for value, by in left.items() if best not in by}
    return tuple(study for study in useful if study in chosen)


def _facet(library: Library, name: str) -> Facet:
    return next(facet for facet in facets(library).values() if facet.name == name)


def _values(library: Library, facet: str, chosen: Sequence[Study]) -> dict[str, str]:
    """Labels by value id (or text, where a value is no concept), in order."""
    found: dict[str, str] = {}
    if facet == "aspect":
        for member in frame_members(library):
            found[member] = _label(library, member)
    for study in (*chosen, *(study for study in studies(library) if study.focal)):
        for value in study.facets.get(facet, ()):
            if value.state == "stated":
                found.setdefault(value.value or value.text or "", value.labels.get("id") or value.text or "")
    return found


def _label(library: Library, identifier: str) -> str:
    iri = library.base + identifier
    labels = labels_of(library, iri)
    return labels["id"] if labels["id"] != identifier else labels_of(library, FACET + identifier)["id"]


def _marks(study: Study, facet: str, labels: Mapping[str, str]) -> dict[str, Mark]:
    marks = {label: UNREAD for label in labels.values()}
    for value in study.facets.get(facet, ()):
        label = labels.get(value.value or value.text or "")
        if label and marks[label].state != "stated":
            marks[label] = Mark(value.state, value.basis)
    return marks
