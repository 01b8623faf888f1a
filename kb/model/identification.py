"""Names and works that mean one and the same: what the notes say of it, and what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Certainty = Literal["certain", "probable", "possible"]
EvidenceKind = Literal[
    "name", "year", "years", "host", "work", "matched", "coauthor", "place", "title", "author", "doi", "address", "note"
]
SUPPORT: frozenset[EvidenceKind] = frozenset({"year", "host", "work", "matched", "coauthor", "place"})
"""What has to stand beside a likeness of letters before two names are offered as one person."""


@dataclass(frozen=True, slots=True)
class Identification:
    """A view that several works or persons, by id, are one; `preferred` is the one whose name or facts are printed."""

    id: str
    things: tuple[str, ...]
    certainty: str
    reasons: Mapping[str, str] = field(default_factory=dict)
    preferred: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for two being one: `one` and `other` as written, `value` what they share, `score` to 100.

    "matched" is a work with which a draft's citation was matched by its name alone; of a "note", `one` and `other` are its
    reason in Indonesian and English.
    """

    kind: EvidenceKind
    one: str
    other: str
    value: str = ""
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Persons or works that may be one, for a person to decide; never merged by themselves.

    `things` are ids, of a person without notes the name itself. `noted` is the id of an identification that the notes
    already hold, not yet certain.
    """

    kind: Literal["people", "works"]
    things: tuple[str, ...]
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    certainty: Literal["probable", "possible"]
    noted: str | None = None
