"""People and organisations, under every spelling they were met."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation with the spelling set right, the others as found, and works by citekey."""

    id: str
    name: str
    family: str | None = None
    given: str | None = None
    spellings: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    organisation: bool = False
    note: str | None = None
