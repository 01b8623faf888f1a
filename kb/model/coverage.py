"""Which study covers which value of a facet, what none covers, and how two facets meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model.study import Basis, State


@dataclass(frozen=True, slots=True)
class Mark:
    """How a study stands to a value; what is unread has no basis."""

    state: State
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A prior study and its marks by value label; a value without a mark is not claimed either way."""

    study: str
    label: str
    cells: Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of prior studies × values; the focal study is not in it.

    `values` are labels, `value_ids` the concepts' ids (or words) in the same order, `heads` the labels with foreign
    terms between asterisks; `smallest_cover` the fewest studies (first in the review's order among equals) that
    together cover every covered value. `uncovered_pairs` are values that some study covers each, but none both.
    """

    facet: str
    facet_labels: Mapping[str, str]
    values: tuple[str, ...]
    value_ids: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    uncovered: tuple[str, ...]
    covered_by: Mapping[str, tuple[str, ...]]
    smallest_cover: tuple[str, ...]
    gap_sentence: Mapping[str, str]
    uncovered_pairs: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The studies that state a value of one facet and one of another; `interpreted` are those of them that a reader maps."""

    studies: tuple[str, ...] = ()
    interpreted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crosstab:
    """Two facets against each other: how many prior studies state both values.

    `cells` hold what is not empty, by the two values' labels; `focal` are the meetings of the student's own study.
    `left_out` are studies that state nothing of one of the two facets, and so can stand in no cell.
    """

    facet: str
    by: str
    facet_labels: Mapping[str, str]
    by_labels: Mapping[str, str]
    values: tuple[str, ...]
    by_values: tuple[str, ...]
    cells: Mapping[tuple[str, str], Meeting]
    focal: frozenset[tuple[str, str]]
    left_out: tuple[str, ...]
    study_labels: Mapping[str, str]
    heads: tuple[str, ...] = ()
    by_heads: tuple[str, ...] = ()

    @property
    def uncovered(self) -> tuple[tuple[str, str], ...]:
        """Meetings of values that no study has, row by row."""
        return tuple((a, b) for a in self.values for b in self.by_values if (a, b) not in self.cells)

    def total(self, value: str, *, row: bool) -> int:
        """How many studies stand in a row or a column, each counted once."""
        found = {s for (a, b), cell in self.cells.items() if value == (a if row else b) for s in cell.studies}
        return len(found)
