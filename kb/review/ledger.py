"""The definition ledger with its look-alikes: nearly the same words under other names or years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from kb.citing.words import FUNCTION
from kb.model.definition import Definition, Similar
from kb.queries.definitions import definitions
from kb.store.library import Library

NEAR = 80
"""Likeness from which two definitions are shown side by side; evidence for a person, never a verdict.

Chosen by cases (tests/review/test_ledger.py): copies with other small words, another order or a longer end reach 81 to 100,
definitions that only share their subject stay below 70.
"""
_FEWEST_WORDS = 4
_DEFINING = frozenset(
    ["didefinisikan", "diartikan", "dimaknai", "disebut", "dikatakan", "dipahami", "berarti", "defined", "means"]
)
_SPLIT = re.compile(r"[.;:]\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def ledger(library: Library) -> tuple[Definition, ...]:
    """Every definition, each with the others of its concept that use nearly the same words."""
    return library.recall("ledger", lambda: _with_similar(definitions(library)))


def _with_similar(every: tuple[Definition, ...]) -> tuple[Definition, ...]:
    by_concept: dict[str, list[Definition]] = {}
    for definition in every:
        by_concept.setdefault(definition.concept, []).append(definition)
    said = {definition.id: _sentences(definition.text) for definition in every}
    return tuple(replace(d, similar=_near(d, by_concept[d.concept], said)) for d in every)


def _near(one: Definition, others: list[Definition], said: Mapping[str, tuple[str, ...]]) -> tuple[Similar, ...]:
    found = []
    for other in others:
        if other.id != one.id and _source(other) != _source(one):
            score = _score(said[one.id], said[other.id])
            if score >= NEAR:
                found.append(Similar(other.id, score))
    return tuple(sorted(found, key=lambda similar: (-similar.score, similar.id)))


def likeness(one: str, other: str) -> int:
    """How like the two most similar sentences are, 0 to 100: the mean of likeness with and without surplus words.

    Only words that carry meaning count: not "adalah", "merupakan suatu", "Menurut X (2010)".
    """
    return _score(_sentences(one), _sentences(other))


@lru_cache(maxsize=4096)
def _score(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    from rapidfuzz import fuzz

    scores = [(fuzz.token_set_ratio(a, b) + fuzz.token_sort_ratio(a, b)) / 2 for a in one for b in other]
    return round(max(scores, default=0))


@lru_cache(maxsize=1024)
def _sentences(text: str) -> tuple[str, ...]:
    """Each sentence by its content words."""
    parts = (_WORD.findall(part) for part in _SPLIT.split(text.replace("*", "").casefold()))
    kept = ([word for word in words if word not in FUNCTION and word not in _DEFINING] for words in parts)
    return tuple(" ".join(words) for words in kept if len(words) >= _FEWEST_WORDS)


def _source(definition: Definition) -> tuple[str, str | None] | None:
    origin = definition.attribution.originator if definition.attribution else None
    return (origin.name_as_written or origin.name, origin.year_as_written) if origin else None
