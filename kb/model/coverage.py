"""Which study covers which value of a facet, and what none covers."""

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

    `values` are labels, `value_ids` the concepts' ids in the same order; `smallest_cover` the fewest studies (first
    in the review's order among equals) that together cover every covered value.
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
