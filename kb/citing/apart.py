"""What a person has looked at and found to be two."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kb.queries.question import ask
from kb.vocabulary import short_id

if TYPE_CHECKING:
    from kb.store.library import Library


def kept_apart(library: Library, check: str) -> frozenset[frozenset[str]]:
    """Pairs of ids that are admitted to be two, under the name of the check that offers them."""
    grouped: dict[str, set[str]] = {}
    for row in ask(library, "admissions"):
        if row["check"] == check and row["about"]:
            grouped.setdefault(row["admission"] or "", set()).add(short_id(library.base, row["about"]))
    return frozenset(frozenset(pair) for things in grouped.values() for pair in combinations(sorted(things), 2))
