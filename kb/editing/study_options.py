"""What a form offers for a facet: the vocabulary's values by their labels, and words that other studies use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.editing.study_statements import facet_names, value_iri
from kb.queries.concepts import concepts
from kb.queries.labels import labels_of
from kb.queries.studies import studies
from kb.queries.uses import uses
from kb.queries.works import works_by_key
from kb.store.library import Library


def facet_options(library: Library, facet: str, language: str) -> Mapping[str, str]:
    """Ids with their labels, the project's own first, then words of one's own that some study has already."""

    def answer() -> dict[str, str]:
        named = {
            value: labels_of(library, value_iri(library, value))[language] for value in facet_names(library, facet)
        }
        own = {value for value in named if value_iri(library, value).startswith(library.base)}
        ordered = sorted(named, key=lambda value: (value not in own, named[value].casefold()))
        free = [v.text for s in studies(library) for v in s.facets.get(facet, ()) if v.text and not v.value]
        return {value: named[value] for value in ordered} | {" ".join(t.split()): " ".join(t.split()) for t in free}

    return library.remember(("facet-options", facet, language), answer)


def facet_spellings(library: Library, facet: str, language: str) -> Mapping[str, Sequence[str]]:
    """The same with every name of each, for asking about slips of the pen."""
    names = facet_names(library, facet)
    return {value: names.get(value, [label]) for value, label in facet_options(library, facet, language).items()}


def concept_options(library: Library, language: str) -> Mapping[str, str]:
    """The project's concepts by id, with their labels."""
    return {concept.id: concept.labels[language] for concept in concepts(library).values()}


def work_options(library: Library, but: str = "") -> Mapping[str, str]:
    """Works that no study reports yet, the one of the study itself among them, as a list shows them."""
    taken = {study.work.citekey for study in studies(library) if study.work} - {but}
    found = {}
    for key, work in works_by_key(library).items():
        if key not in taken:
            who = work.authors[0].short if work.authors else key
            found[key] = f"{who} ({work.year or '–'}) {work.title or ''}"[:110]
    return dict(sorted(found.items(), key=lambda item: item[1].casefold()))


def pointers(library: Library, study: str) -> Mapping[str, int]:
    """How many things of each class point to a study."""
    counts: dict[str, int] = {}
    for use in uses(library, library.base + study):
        counts[use.kind] = counts.get(use.kind, 0) + 1
    return counts
