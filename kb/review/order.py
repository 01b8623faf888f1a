"""One order for the values of a facet, wherever they stand: equal values stand in the same place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kb.model.study import FacetValue, Study
from kb.queries.question import ask
from kb.queries.studies import studies
from kb.review.disputes import disputed_statements
from kb.review.frame import frame_members
from kb.review.similarity import NARRATIVE_FACETS
from kb.store.library import Library
from kb.vocabulary import short_id


def value_order(library: Library, facet: str) -> Mapping[str, int]:
    """The place of every value that any study has of a facet, by the value's key.

    First what orders itself – the frame's aspects in the text's order, values that their scheme numbers – then the
    rest in the order in which this study, and after it the prior ones, state them. A filter changes no place.
    """
    return library.remember(("value-order", facet), lambda: _places(library, facet))


def _places(library: Library, facet: str) -> dict[str, int]:
    used = dict.fromkeys(value.key for study in studies(library) for value in study.facets.get(facet, ()) if value.key)
    numbered = _numbers(library)
    own = sorted((key for key in used if key in numbered), key=lambda key: (numbered[key], key))
    first = frame_members(library) if facet == "aspect" else ()
    return {key: place for place, key in enumerate(dict.fromkeys((*first, *own, *used)))}


def _numbers(library: Library) -> dict[str, int]:
    def answer() -> dict[str, int]:
        rows = [(row["value"] or "", row["order"] or "") for row in ask(library, "value_orders")]
        return {short_id(library.base, value): int(order) for value, order in rows if order.isdigit()}

    return library.remember("value-numbers", answer)


def in_order(library: Library, study: Study) -> Study:
    """The study with the values of each facet in their order; what is told in sentences stays in the text's order."""
    return library.remember(("in-order", study.id), lambda: _ordered(library, study))


def relied_on(library: Library, study: Study) -> Study:
    """The study in order, without the statements that rest on a disputed sentence alone: nothing is claimed from them."""
    return library.remember(("relied-on", study.id), lambda: _undisputed(library, in_order(library, study)))


def _undisputed(library: Library, study: Study) -> Study:
    disputed = disputed_statements(library)
    if not disputed or not any(value.id in disputed for group in study.facets.values() for value in group):
        return study
    kept = {name: tuple(v for v in group if v.id not in disputed) for name, group in study.facets.items()}
    return replace(study, facets={name: group for name, group in kept.items() if group})


def _ordered(library: Library, study: Study) -> Study:
    ordered = {name: _sorted(library, name, group) for name, group in study.facets.items()}
    return study if ordered == study.facets else replace(study, facets=ordered)


def _sorted(library: Library, facet: str, values: Sequence[FacetValue]) -> tuple[FacetValue, ...]:
    if len(values) < 2 or facet in NARRATIVE_FACETS:
        return tuple(values)
    places = value_order(library, facet)
    return tuple(sorted(values, key=lambda value: places.get(value.key, len(places))))
