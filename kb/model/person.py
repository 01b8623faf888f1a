"""People and organisations, under every spelling they were met."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation with the spelling set right, the others as found, and works by citekey.

    `same` are ids under which the notes hold the same person; `means` is the work that is meant where a text names this
    person or body as its source ("buku LAN RI").
    """

    id: str
    name: str
    family: str | None = None
    given: str | None = None
    spellings: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    organisation: bool = False
    note: str | None = None
    same: tuple[str, ...] = ()
    means: str | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form in which a name is written, with the years and hosts that stand beside it and where it is met."""

    text: str
    times: int
    years: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonMet:
    """A person or body as the project meets it: noted, or only written (then `id` is the name itself).

    `cited` are citations as printed, of the notes and of the project's drafts; `works` are citekeys.
    """

    id: str
    name: str
    noted: bool
    organisation: bool
    spellings: tuple[Spelling, ...]
    works: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    means: str | None = None
    note: str | None = None
