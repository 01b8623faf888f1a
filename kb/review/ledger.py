"""The definition ledger with its look-alikes: nearly the same words under other names or years."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.model.definition import Definition, Similar
from kb.queries.definitions import definitions
from kb.store.library import Library

NEAR = 80
"""Likeness from which two definitions are shown side by side; evidence for a person, never a verdict."""
_FEWEST_WORDS = 5


def ledger(library: Library) -> tuple[Definition, ...]:
    """Every definition, each with the others of its concept that use nearly the same words."""
    return library.remember("ledger", lambda: _with_similar(definitions(library)))


def _with_similar(every: tuple[Definition, ...]) -> tuple[Definition, ...]:
    by_concept: dict[str, list[Definition]] = {}
    for definition in every:
        by_concept.setdefault(definition.concept, []).append(definition)
    return tuple(replace(d, similar=_near(d, by_concept[d.concept])) for d in every)


def _near(one: Definition, others: list[Definition]) -> tuple[Similar, ...]:
    found = []
    for other in others:
        if other.id != one.id and _source(other) != _source(one):
            score = likeness(one.text, other.text)
            if score >= NEAR:
                found.append(Similar(other.id, score))
    return tuple(sorted(found, key=lambda similar: (-similar.score, similar.id)))


def likeness(one: str, other: str) -> int:
    """How like the two most similar sentences are, 0 to 100: the mean of likeness with and without surplus words."""
    from rapidfuzz import fuzz

    scores = [
        (fuzz.token_set_ratio(a, b) + fuzz.token_sort_ratio(a, b)) / 2
        for a in _sentences(one)
        for b in _sentences(other)
    ]
    return round(max(scores, default=0))


def _sentences(text: str) -> list[str]:
    plain = text.replace("*", "").casefold()
    return [part for part in re.split(r"[.;:]\s+|\n+", plain) if len(part.split()) >= _FEWEST_WORDS]


def _source(definition: Definition) -> tuple[str, str | None] | None:
    origin = definition.attribution.originator if definition.attribution else None
    return (origin.name_as_written or origin.name, origin.year_as_written) if origin else None
