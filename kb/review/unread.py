"""How much of the prior studies is not read yet."""

from __future__ import annotations

from kb.queries.facets import facets
from kb.queries.studies import prior_studies
from kb.store.library import Library


def unread_cells(library: Library) -> int:
    """Elements of comparison of which nothing is noted, over all prior studies."""
    names = [facet.name for facet in facets(library).values()]
    return library.remember(
        "unread-cells",
        lambda: sum(1 for study in prior_studies(library) for name in names if not study.facets.get(name)),
    )
