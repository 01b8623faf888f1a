"""Problems as data: one type for bad blocks, broken notes, shapes and the audit of a chapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file as the person names it, line and column from 1, and the words there."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words inside a parameter: they are translated with the message and have slots of their own."""

    text: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format_map(self.params) if self.params else self.text


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: `check` is its stable kebab-case name, `params` fill the words that `kb/locale` holds for it.

    `about` are ids of what it speaks of (for admissions and links), `related` the other places.
    """

    check: str
    severity: Severity
    place: Place = Place()
    params: Mapping[str, object] = field(default_factory=dict)
    citekeys: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()


def worst_first(findings: list[Finding]) -> list[Finding]:
    """Findings by severity, then check, file and line."""
    return sorted(
        findings,
        key=lambda f: (SEVERITIES.index(f.severity), f.check, f.place.file or "", f.place.line or 0, f.about),
    )
