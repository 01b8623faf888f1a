"""Studies by facet, and the similarities and differences stated or computed between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kb.model.passage import Passage
from kb.model.work import Work

State = Literal["stated", "absent", "not-in-source", "unread"]
Basis = Literal["stated", "interpreted"]
Origin = Literal["asserted", "computed"]


@dataclass(frozen=True, slots=True)
class Facet:
    """An element of comparison (unsur pembanding): `name` is what filters use, `order` its place among columns."""

    name: str
    labels: Mapping[str, str]
    order: int
    alt_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One statement of a facet: `value` is a concept's id or None for free text, `text` the words of the source.

    `labels` are the value concept's, empty for free text; `language` is that of `text`. What nothing states has no
    FacetValue: it is unread. `locator` is the page of the study's work where the words stand.
    """

    id: str
    facet: str
    value: str | None
    text: str | None
    state: State
    basis: Basis
    passage: Passage | None
    labels: Mapping[str, str]
    language: str = "id"
    locator: str | None = None

    @property
    def key(self) -> str:
        """What makes two values the same: their concept, or else their words without regard to case and emphasis."""
        return self.value or " ".join((self.text or "").replace("*", "").casefold().split()).rstrip(".")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A similarity or difference in words, with the facets it speaks of and the passages it rests on.

    `based_on` is the fingerprint of those facets when a person wrote it, None where it was not kept.
    """

    text: str
    origin: Origin
    facets: tuple[str, ...]
    basis: Basis
    passages: tuple[Passage, ...]
    id: str | None = None
    based_on: str | None = None


@dataclass(frozen=True, slots=True)
class NotComparable:
    """A facet that cannot be compared, and why (`unread`, `conflict`, …) in the reader's words."""

    facet: str
    why: str


@dataclass(frozen=True, slots=True)
class Study:
    """A study with its facets by name in the facets' order; `focal` is the student's own, `note` the student's remark."""

    id: str
    label: str
    work: Work | None
    focal: bool
    facets: Mapping[str, tuple[FacetValue, ...]]
    similarities: tuple[Sentence, ...] = ()
    differences: tuple[Sentence, ...] = ()
    not_comparable: tuple[NotComparable, ...] = ()
    note: str | None = None

    @property
    def aspects(self) -> tuple[str, ...]:
        """Labels of the aspects that the study states or is read to address."""
        return tuple(
            value.labels.get("id") or value.text or ""
            for value in self.facets.get("aspect", ())
            if value.state == "stated"
        )
