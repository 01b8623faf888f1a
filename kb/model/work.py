"""A work of the bibliography, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """A name of a work: `family` is None for organisations and for names that are one word."""

    name: str
    family: str | None = None
    given: str | None = None

    @property
    def short(self) -> str:
        """The name that a citation prints."""
        return self.family or self.name


@dataclass(frozen=True, slots=True)
class Work:
    """Bibliographic facts; what is unknown is None, and `unverified` names the fields no record confirmed.

    `others`: the bibliography says that there are authors whom it does not name ("and others"). `letter` sets works of
    the same authors and year apart in citations: the "a" of "2019a".
    """

    citekey: str
    kind: str
    authors: tuple[Author, ...] = ()
    year: str | None = None
    title: str | None = None
    container: str | None = None
    publisher: str | None = None
    unverified: tuple[str, ...] = ()
    others: bool = False
    letter: str = ""
