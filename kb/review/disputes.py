"""Written sentences that a check disputes, and the statements that rest on nothing else."""

from __future__ import annotations

import re

from kb.model.study import Sentence, Study
from kb.queries.studies import prior_studies, studies
from kb.store.library import Library


def other_studies_named(library: Library, study: Study, sentence: Sentence) -> tuple[str, ...]:
    """Ids of prior studies other than `study` whose author the sentence names: a sentence left over from another row."""
    own = _names(study)
    found = []
    for other in prior_studies(library):
        theirs = _names(other) - own
        if other.id != study.id and any(re.search(rf"\b{re.escape(name)}\b", sentence.text) for name in theirs):
            found.append(other.id)
    return tuple(found)


def _names(study: Study) -> set[str]:
    if not study.work:
        return set()
    return {author.short for author in study.work.authors} | {author.name for author in study.work.authors}


def disputed_sentences(library: Library) -> dict[str, tuple[str, ...]]:
    """Asserted sentences by id that name the author of another study, with the ids of those studies."""
    return library.remember("disputed", lambda: _disputed(library))


def _disputed(library: Library) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for study in prior_studies(library):
        for sentence in (*study.similarities, *study.differences):
            others = other_studies_named(library, study, sentence)
            if sentence.origin == "asserted" and sentence.id and others:
                found[sentence.id] = others
    return found


def disputed_statements(library: Library) -> frozenset[str]:
    """Ids of facet statements whose passage lies inside a disputed sentence: they are kept, shown and not relied on."""
    return library.remember("disputed-statements", lambda: _inside(library))


def _inside(library: Library) -> frozenset[str]:
    disputed = disputed_sentences(library)
    spans = [
        (passage.source, passage.start, passage.end)
        for study in prior_studies(library)
        for sentence in (*study.similarities, *study.differences)
        if sentence.id in disputed
        for passage in sentence.passages
        if passage.start is not None and passage.end is not None
    ]
    found = set()
    for value in (v for study in studies(library) for group in study.facets.values() for v in group):
        place = value.passage
        if place and place.start is not None and place.end is not None:
            inside = (
                place.source == source and start <= place.start and place.end <= end for source, start, end in spans
            )
            if any(inside):
                found.add(value.id)
    return frozenset(found)
