"""Sentences that a person wrote, held against what the notes say now.

A sentence is kept as written whatever is found here; while it is doubted, tables use the computed one by default.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kb.model.similarity import DIFFERENT, SIMILAR, FacetComparison
from kb.model.study import Sentence, Study
from kb.queries.studies import focal_study, prior_studies
from kb.review.comparison import facet_comparisons
from kb.review.disputes import disputed_sentences
from kb.store.library import Library

Kind = Literal["names-another", "contradicted", "outdated"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a sentence is not relied on; `about` are ids of the other studies, or the facets in question."""

    kind: Kind
    about: tuple[str, ...] = ()


def doubts(library: Library) -> dict[str, tuple[Doubt, ...]]:
    """Doubted sentences by id, with every reason."""
    return library.remember("doubts", lambda: _gather(library))


def _gather(library: Library) -> dict[str, tuple[Doubt, ...]]:
    found: dict[str, tuple[Doubt, ...]] = {}
    for study in prior_studies(library):
        for sentence in (*study.similarities, *study.differences):
            reasons = tuple(_reasons(library, study, sentence))
            if sentence.id and reasons:
                found[sentence.id] = reasons
    return found


def _reasons(library: Library, study: Study, sentence: Sentence) -> Iterator[Doubt]:
    others = disputed_sentences(library).get(sentence.id or "")
    if others:
        yield Doubt("names-another", others)
    contradicted = contradicted_facets(facet_comparisons(library, study), sentence, sentence in study.similarities)
    if contradicted:
        yield Doubt("contradicted", contradicted)
    if sentence.based_on and sentence.based_on != basis_now(library, study, sentence.facets):
        yield Doubt("outdated", sentence.facets)


def contradicted_facets(found: Iterable[FacetComparison], sentence: Sentence, similarity: bool) -> tuple[str, ...]:
    """Facets of the sentence that say the opposite: only different where it says alike, only alike where it differs."""
    against = (DIFFERENT - SIMILAR) if similarity else frozenset({"equal", "both-absent"})
    return tuple(c.facet for c in found if c.facet in sentence.facets and c.outcome in against)


def basis_now(library: Library, study: Study, facets: Iterable[str]) -> str:
    """The fingerprint of what this study and a prior one say of some facets: `kajian:basedOn` of a sentence of now."""
    focal = focal_study(library)
    return fingerprint([side for side in (focal, study) if side], facets)


def fingerprint(sides: Iterable[Study], facets: Iterable[str]) -> str:
    """Sixteen hexadecimal digits that change when a value, its state or its basis changes, not with order or passages."""
    wanted = sorted(set(facets))
    said = [
        [(facet, sorted({(v.key, v.state, v.basis) for v in side.facets.get(facet, ())})) for facet in wanted]
        for side in sides
    ]
    import hashlib

    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
