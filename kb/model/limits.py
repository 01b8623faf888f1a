"""What a campus asks of the sources of a chapter; None asks nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`secondary_share` from 0 to 1; `recent_years` is the age up to which a source counts as recent."""

    secondary_share: float | None = None
    least_sources: int | None = None
    recent_years: int | None = None
    recent_share: float = 0.8
    this_year: int | None = None
