"""How a project relies on its sources: read directly, known through others, read for others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceWarning = Literal["undated", "only-secondary", "alike", "unused"]
UserKind = Literal["definition", "typology", "study"]


@dataclass(frozen=True, slots=True)
class User:
    """A statement or study that rests on a work."""

    kind: UserKind
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A work and how it is used: `direct` citations, `through` whom else it came, `relied` on as a host for others.

    `same` are further keys of the same work.
    """

    citekey: str
    label: str
    title: str
    year: str
    direct: int = 0
    secondary: int = 0
    through: tuple[str, ...] = ()
    relied: int = 0
    carried: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    warnings: tuple[SourceWarning, ...] = ()

    @property
    def times(self) -> int:
        """How often the text rests on it, whichever way."""
        return self.direct + self.secondary + self.relied
