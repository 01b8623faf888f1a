"""How two studies stand to each other, facet by facet, before any words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.model.study import FacetValue

Outcome = Literal[
    "equal",  # the same values
    "overlap",  # some values shared, others not
    "broader",  # one value is a kind of the other
    "disjoint",  # both stated, nothing shared
    "absent",  # one states it, the other says that it lacks it
    "both-absent",  # both say that they lack it
    "not-mentioned",  # one states it, the other was read for it and does not mention it
    "conflict",  # one side contradicts itself
    "unread",  # nothing says it of one side or of both
]
SIMILAR: frozenset[Outcome] = frozenset({"equal", "overlap", "broader", "both-absent"})
DIFFERENT: frozenset[Outcome] = frozenset({"overlap", "disjoint", "absent", "not-mentioned"})


@dataclass(frozen=True, slots=True)
class FacetComparison:
    """One facet of the focal study (`ours`) and a prior one (`theirs`).

    `shared` are pairs of equal values, `kinds` pairs of which one is a kind of the other (`narrower_ours` says
    whose), `only_ours` and `only_theirs` the rest. For `absent` and `not-mentioned` the side that states it holds the
    values. `missing` names the sides, `ours` or `theirs`, for which nothing is stated.
    """

    facet: str
    outcome: Outcome
    shared: tuple[tuple[FacetValue, FacetValue], ...] = ()
    kinds: tuple[tuple[FacetValue, FacetValue, bool], ...] = ()
    only_ours: tuple[FacetValue, ...] = ()
    only_theirs: tuple[FacetValue, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def interpreted(self) -> bool:
        """Whether a claim of this comparison rests on a reader's mapping rather than on the source's own words."""
        values = [value for pair in self.shared for value in pair]
        values += [value for pair in self.kinds for value in pair[:2]]
        return any(v.basis == "interpreted" for v in (*values, *self.only_ours, *self.only_theirs))
