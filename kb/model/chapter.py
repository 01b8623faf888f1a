"""A chapter made for the thesis: headings, prose, tables in their order, and the list of works."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.coverage import Coverage
from kb.model.reference import ReferenceList
from kb.model.table import Table
from kb.model.text import Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the chapter itself) to 3, with its number in front, "2.1"; level 1 has lines of words."""

    level: int
    number: str
    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph; `lead` is what it is about, bold in front of it."""

    runs: Runs
    lead: Runs = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A table of the chapter; the prose before it is made to point to it."""

    table: Table


@dataclass(frozen=True, slots=True)
class Covered:
    """A coverage matrix, to be printed as the table of this number."""

    matrix: Coverage
    number: str


Part = Heading | Prose | Placed | Covered


@dataclass(frozen=True, slots=True)
class Chapter:
    """The parts in order; without `references` there is no list."""

    language: str
    parts: tuple[Part, ...]
    references: ReferenceList | None = None
