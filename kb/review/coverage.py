"""Which prior study covers which value of a facet, what none covers, and the fewest that cover all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kb.citing.chains import TERMS, Terms
from kb.model.coverage import Coverage, CoverageRow, Mark
from kb.model.study import Basis, Facet, FacetValue, State, Study
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
    stand = standings(library, facet)
    labels = facet_values(library, facet, chosen, language)
    rows, covered = _rows(chosen, stand, labels)
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
    return gap_sentences(library, matrix, [relied_on(library, s) for s in chosen if stand.of(s)], terms)


@dataclass(frozen=True, slots=True)
class Standings:
    """How studies stand to the values of a facet: of thousands few are unlike, so each unlike one is kept once.

    `unlike` are marks by the value's key, empty for a study that was not read for the facet; `place` says which of
    them are a study's, by its id. `named` has for each key the statement that names it first, this study's before the
    others'.
    """

    unlike: tuple[Mapping[str, Mark], ...]
    place: Mapping[str, int]
    named: Mapping[str, FacetValue]

    def of(self, study: Study) -> Mapping[str, Mark]:
        """The marks of a study."""
        return self.unlike[self.place[study.id]]

    def among(self, chosen: Iterable[Study]) -> list[Mapping[str, Mark]]:
        """The unlike marks that some of these studies have."""
        return [self.unlike[place] for place in {self.place[study.id] for study in chosen}]


def standings(library: Library, facet: str) -> Standings:
    """How every study of the review stands to the values of a facet.

    A value stated by the source counts before the same stated by the reader, and that before a denial, whichever is
    noted first.
    """

    def answer() -> Standings:
        known: dict[tuple[tuple[str, State, Basis], ...], int] = {}
        place: dict[str, int] = {}
        named: dict[str, FacetValue] = {}
        for study in studies(library):
            values = relied_on(library, study).facets.get(facet, ())
            said = tuple((value.key, value.state, value.basis) for value in values)
            if said not in known:
                known[said] = len(known)
                for value in values:
                    if value.state == "stated":
                        named.setdefault(value.key, value)
            place[study.id] = known[said]
        return Standings(tuple(_marks(said) for said in known), place, named)

    return library.remember(("standings", facet), answer)


def _marks(said: Iterable[tuple[str, State, Basis]]) -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for key, state, basis in said:
        mark = Mark(state, basis)
        if key not in marks or _strength(mark) < _strength(marks[key]):
            marks[key] = mark
    return marks


def _strength(mark: Mark) -> tuple[bool, bool, bool]:
    return mark.state != "stated", mark.basis != "stated", mark.state == "not-in-source"


def _rows(
    chosen: Sequence[Study], stand: Standings, labels: Mapping[str, str]
) -> tuple[tuple[CoverageRow, ...], dict[str, tuple[str, ...]]]:
    """The matrix's rows, and which studies cover each label; studies that stand alike share their cells."""
    covered: dict[str, list[str]] = {label: [] for label in labels.values()}
    known: dict[int, tuple[dict[str, Mark], list[list[str]]]] = {}
    rows = []
    for study in chosen:
        place = stand.place[study.id]
        if place not in known:
            own = {labels[key]: mark for key, mark in stand.unlike[place].items() if key in labels}
            covering = [covered[label] for label, mark in own.items() if mark.state == "stated"]
            known[place] = dict.fromkeys(labels.values(), UNREAD) | own, covering
        cells, covering = known[place]
        for by in covering:
            by.append(study.id)
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
    own, stand = focal_study(library), standings(library, facet)
    marked_by = stand.among((*((own,) if own else ()), *chosen))
    stated = {key for marks in marked_by for key, mark in marks.items() if mark.state == "stated"}
    first = {key: value for key, value in stand.named.items() if key in stated}
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
