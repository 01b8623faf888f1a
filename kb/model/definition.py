"""Definitions and the chains of sources they were read through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Hop:
    """One source of a citation: who and when as written, and which work is meant, with what certainty.

    `name` is the spelling set right where the person is known, else as written. `identification` is `certain`,
    `probable` or `possible`. `short_names` are what a citation prints: the work's family names where the
    identification is certain, else the name as written, never half of each;
    `others` says that the work has authors beside them whom its entry leaves unnamed.
    """

    name: str
    name_as_written: str | None
    year_as_written: str | None
    work_year: str | None
    locator: str | None
    citekey: str | None
    identification: str | None
    people: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    others: bool = False

    @property
    def confirmed(self) -> bool:
        """Whether the work's own facts may be printed for this hop."""
        return self.identification == "certain" and self.citekey is not None

    @property
    def year(self) -> str | None:
        """The year that a citation prints: the work's where it is confirmed, else the one written."""
        return (self.work_year or self.year_as_written) if self.confirmed else self.year_as_written


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom a text credits and through whom it was read: `via[0]` is the source held, then outwards.

    `as_printed` is the pointer as the text prints it.
    """

    originator: Hop
    via: tuple[Hop, ...] = ()
    as_printed: str | None = None


@dataclass(frozen=True, slots=True)
class Similar:
    """Another definition with nearly the same words; `score` from 0 to 100."""

    id: str
    score: int


@dataclass(frozen=True, slots=True)
class Definition:
    """What a text says a concept is; `attribution` is None where the text credits nobody.

    `also` are further originators that the text credits with the same words.
    """

    id: str
    concept: str
    labels: Mapping[str, str]
    text: str
    language: str
    quotation: bool
    attribution: Attribution | None
    passage: Passage | None
    note: str | None = None
    also: tuple[Attribution, ...] = ()
    similar: tuple[Similar, ...] = ()
