"""A search for previous studies: what a claim of novelty rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchLog:
    """Where it was searched, with which words as typed, when (`2024-03-12`, `2024-03` or `2024`), within which limits.

    `found`, `read` and `kept` are counts of works; what the notes do not say is None.
    """

    id: str
    databases: tuple[str, ...]
    terms: tuple[str, ...]
    date: str | None = None
    limits: Mapping[str, str] | None = None
    found: int | None = None
    read: int | None = None
    kept: int | None = None
