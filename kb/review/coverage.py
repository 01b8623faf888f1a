"""Which prior study covers which value of a facet, what none covers, and the fewest that cover all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from kb.citing.chains import TERMS, Terms
from kb.model.coverage import Coverage, CoverageRow, Mark
from kb.model.study import Facet, FacetValue, Study
from kb.queries.facets import facets
from kb.queries.studies import focal_study, prior_studies, studies
from kb.review.columns import value_label
from kb.review.comparison import exclusive_facets
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.frame import frame_members
from kb.review.gap import gap_sentences
from kb.review.order import relied_on, value_order
from kb.review.similarity import NARRATIVE_FACETS
from kb.store.library import Library

UNREAD = Mark("unread", None)
_EXACT_LIMIT = 12
"""Up to so many unlike studies every combination is tried; beyond, the greedy choice is at most ln(values) larger."""

_PAIRED = 100
"""More values than this are not paired: nobody reads five thousand pairs."""


def coverage(
    library: Library,
    facet: str = "aspect",
    selected: Sequence[Study] | None = None,
    language: str = "id",
    terms: Mapping[str, Terms] = TERMS,
) -> Coverage:
    """The matrix of prior studies (all, or those selected) × the values of a facet.

    Values are the frame's members for the aspects, and every value that any of the studies or this one states.
    """
    chosen = tuple(prior_studies(library) if selected is None else selected)
    marks = facet_marks(library, facet)
    labels = facet_values(library, facet, chosen, language)
    rows, covered = _rows(chosen, marks, labels)
    single = facet in NARRATIVE_FACETS or facet in exclusive_facets(library)
    matrix = Coverage(
        facet=facet,
        facet_labels=facet_of(library, facet).labels,
        values=tuple(labels.values()),
        value_ids=tuple(labels),
        rows=rows,
        uncovered=tuple(label for label, by in covered.items() if not by),
        covered_by=covered,
        smallest_cover=smallest_cover([row.study for row in rows], covered),
        gap_sentence={},
        uncovered_pairs=() if single else uncovered_pairs(covered),
        heads=marked(library, labels.values(), language),
    )
    return gap_sentences(library, matrix, [relied_on(library, s) for s in chosen if marks.get(s.id)], terms)


def facet_marks(library: Library, facet: str) -> dict[str, dict[str, Mark]]:
    """How every study stands to each value of a facet, by study and key; a study that was not read for it has none.

    A value stated by the source counts before the same stated by the reader, and that before a denial.
    """

    def answer() -> dict[str, dict[str, Mark]]:
        return {study.id: _marks(relied_on(library, study), facet) for study in studies(library)}

    return library.remember(("facet-marks", facet), answer)


def _marks(study: Study, facet: str) -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for value in study.facets.get(facet, ()):
        known = marks.get(value.key)
        stronger = (
            known is not None and value.state == "stated" and (known.basis, value.basis) != ("stated", "interpreted")
        )
        if known is None or (stronger and (known.state != "stated" or value.basis == "stated")):
            marks[value.key] = Mark(value.state, value.basis)
    return marks


def _rows(
    chosen: Sequence[Study], marks: Mapping[str, Mapping[str, Mark]], labels: Mapping[str, str]
) -> tuple[tuple[CoverageRow, ...], dict[str, tuple[str, ...]]]:
    """The matrix's rows, and which studies cover each label."""
    blank = dict.fromkeys(labels.values(), UNREAD)
    covered: dict[str, list[str]] = {label: [] for label in labels.values()}
    rows = []
    for study in chosen:
        cells = dict(blank)
        for key, mark in marks.get(study.id, {}).items():
            label = labels.get(key)
            if label is not None:
                cells[label] = mark
                if mark.state == "stated":
                    covered[label].append(study.id)
        rows.append(CoverageRow(study.id, study.label, cells))
    return tuple(rows), {label: tuple(by) for label, by in covered.items()}


def uncovered_pairs(covered_by: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Pairs of values each of which some study covers, but none both."""
    sets = {value: frozenset(by) for value, by in covered_by.items() if by}
    if len(sets) > _PAIRED:
        return ()
    return tuple((a, b) for a, b in combinations(sets, 2) if not sets[a] & sets[b])


def smallest_cover(studies_in_order: Sequence[str], covered_by: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The fewest studies that together cover every value that is covered at all; the first such in order."""
    held: dict[str, set[str]] = {}
    for value, by in covered_by.items():
        for study in by:
            held.setdefault(study, set()).add(value)
    unlike: dict[frozenset[str], str] = {}
    for study in studies_in_order:
        if study in held:
            unlike.setdefault(frozenset(held[study]), study)
    wanted = frozenset(value for value, by in covered_by.items() if by)
    if len(unlike) <= _EXACT_LIMIT:
        for size in range(len(unlike) + 1):
            for some in combinations(unlike, size):
                if frozenset().union(*some) == wanted:
                    return tuple(unlike[values] for values in some)
    return _greedy(unlike, wanted)


def _greedy(unlike: Mapping[frozenset[str], str], wanted: frozenset[str]) -> tuple[str, ...]:
    left, chosen = set(wanted), set()
    while left:
        best = max(unlike, key=lambda values: len(values & left))
        chosen.add(best)
        left -= best
    return tuple(study for values, study in unlike.items() if values in chosen)


def facet_of(library: Library, name: str) -> Facet:
    """The facet of a name."""
    return next(facet for facet in facets(library).values() if facet.name == name)


def facet_values(library: Library, facet: str, chosen: Sequence[Study], language: str) -> dict[str, str]:
    """Labels by value key, in the facet's order: what the studies chosen or this one state; no label stands twice."""
    own, marks = focal_study(library), facet_marks(library, facet)
    stated = {
        key
        for study in (*((own,) if own else ()), *chosen)
        for key, mark in marks.get(study.id, {}).items()
        if mark.state == "stated"
    }
    first = {key: value for key, value in _first_values(library, facet).items() if key in stated}
    places = value_order(library, facet)
    keys = dict.fromkeys(
        (*(frame_members(library) if facet == "aspect" else ()), *sorted(first, key=places.__getitem__))
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        value = first.get(key)
        label = (value.labels.get(language) or value.text or key) if value else value_label(library, key, language)
        label = " ".join(label.split())
        found[key] = label if label not in taken else f"{label} ({key})"
        taken.add(label)
    return found


def marked(library: Library, labels: Iterable[str], language: str) -> tuple[str, ...]:
    """Labels with their foreign terms between asterisks."""
    terms = foreign_terms(library) if language == "id" else None
    return tuple(emphasise(label, terms) for label in labels)


def _first_values(library: Library, facet: str) -> dict[str, FacetValue]:
    """For each key the statement that names it first, this study's before the others'."""

    def answer() -> dict[str, FacetValue]:
        found: dict[str, FacetValue] = {}
        for study in studies(library):
            for value in relied_on(library, study).facets.get(facet, ()):
                if value.state == "stated":
                    found.setdefault(value.key, value)
        return found

    return library.remember(("first-values", facet), answer)
