"""What a search finds: one thing, the words that met it, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kb.model.passage import Passage
from kb.model.text import Runs

HitKind = Literal["concept", "definition", "typology", "relation", "study", "statement", "person", "work", "draft"]
HIT_KINDS: tuple[HitKind, ...] = get_args(HitKind)
"""Every kind, in the order in which a person wants them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    `id` is that of the page which shows it: a typology and a relation lie on their concept's, a statement on its
    study's; of a draft it is the number of the line. The words that were looked for are bold in `snippet`.
    """

    kind: HitKind
    id: str
    label: str
    snippet: Runs
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, by kind in the order of `HIT_KINDS`; `counts` say how many there are of each kind in all."""

    hits: tuple[Hit, ...]
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many things were found, shown or not."""
        return sum(self.counts.values())
