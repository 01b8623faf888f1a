"""Elements of comparison: the shipped ones and the project's own."""

from __future__ import annotations

from kb.model.study import Facet
from kb.queries.labels import labels_of, names
from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import short_id

UNORDERED = 1000
"""Place of a facet that names none: after all that do."""


def facets(library: Library) -> dict[str, Facet]:
    """Facets by IRI, in their order."""
    return library.recall("facets", lambda: _gather(library))


def _gather(library: Library) -> dict[str, Facet]:
    found: dict[str, Facet] = {}
    for row in ask(library, "facets"):
        iri = row["facet"] or ""
        written = row["order"] or ""
        order = int(written) if written.isdigit() else UNORDERED
        known = names(library).get(iri)
        others = tuple(label for group in known.alternative.values() for label in group) if known else ()
        found[iri] = Facet(short_id(library.base, iri), labels_of(library, iri), order, others)
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[1].name)))
