"""The order of a table's rows: sorted by several columns, and under headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model.study import FacetValue, Study
from kb.queries.studies import prior_studies
from kb.review.cells import content_cell, sort_name, values_in_words
from kb.review.headings import heading
from kb.review.order import in_order, value_order
from kb.review.similarity import distinct
from kb.review.view import View
from kb.store.library import Library

Place = tuple[int, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class SortKey:
    """A content to sort by; what a study does not have comes last either way."""

    content: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A study where it stands; `heading` is that of its group, None in a table without groups."""

    study: Study
    heading: str | None = None


def arranged(
    library: Library, chosen: Sequence[Study], keys: Sequence[SortKey], group: str | None, view: View
) -> tuple[Placed, ...]:
    """The studies sorted by the keys, the first one first; with `group`, a content, under headings.

    A study stands once: with several values of the grouping facet its heading names them all. The order of the whole
    review is kept, so that turning pages or changing columns does not sort again.
    """
    if len(chosen) < len(prior_studies(library)):
        return _arranged(library, chosen, keys, group, view)
    asked = ("arranged", tuple(keys), group, view)
    return library.remember(asked, lambda: _arranged(library, chosen, keys, group, view))


def _arranged(
    library: Library, chosen: Sequence[Study], keys: Sequence[SortKey], group: str | None, view: View
) -> tuple[Placed, ...]:
    by_id = {study.id: study for study in chosen}
    ids = list(by_id)
    for key in reversed(keys):
        values = _sort_values(library, key.content, view)
        for identifier in ids:
            if identifier not in values:
                values[identifier] = _sort_value(library, by_id[identifier], key.content, view)
        filled = [identifier for identifier in ids if values[identifier]]
        filled.sort(key=values.__getitem__, reverse=key.descending)
        ids = filled + [identifier for identifier in ids if not values[identifier]]
    if group is None:
        return tuple(Placed(by_id[identifier]) for identifier in ids)
    known = _headings(library, group, view)
    groups: dict[tuple[Place, str], list[str]] = {}
    for identifier in ids:
        if identifier not in known:
            known[identifier] = _heading(library, by_id[identifier], group, view)
        groups.setdefault(known[identifier], []).append(identifier)
    return tuple(Placed(by_id[each], words) for place, words in sorted(groups) for each in groups[place, words])


def _sort_values(library: Library, content: str, view: View) -> dict[str, str]:
    return library.remember(("sort-values", content, view), dict)


def _sort_value(library: Library, study: Study, content: str, view: View) -> str:
    """What a study is sorted by; empty for what it does not have."""
    if content == "author":
        return sort_name(study, view).casefold()
    if content == "year":
        return (study.work.year if study.work else None) or ""
    return content_cell(library, study, content, view).text.casefold()


def _headings(library: Library, content: str, view: View) -> dict[str, tuple[Place, str]]:
    return library.remember(("group-headings", content, view), dict)


def _heading(library: Library, study: Study, content: str, view: View) -> tuple[Place, str]:
    """Where a study's group stands among the groups, and what it is called; unfilled ones come last.

    Thousands of studies have the same few values: these are put into words once.
    """
    values = in_order(library, study).facets.get(content, ())
    if not values:
        words = "; ".join(content_cell(library, study, content, view).text.split("\n"))
        return _worded(library, content, values, words, view)
    alike = tuple((value.value, value.text, value.state, value.basis) for value in values)
    known: dict[object, tuple[Place, str]] = library.remember(("headings-of-values", content, view), dict)
    if alike not in known:
        known[alike] = _worded(library, content, values, values_in_words(library, values, view.language), view)
    return known[alike]


def _worded(library: Library, content: str, values: Sequence[FacetValue], words: str, view: View) -> tuple[Place, str]:
    name = heading(library, content, view.language)
    if not words:
        return (2, (), ""), f"{name}: {_UNREAD[view.language]}"
    places = value_order(library, content)
    stated = tuple(places.get(value.key, len(places)) for value in distinct(values))
    return (0 if stated or not values else 1, stated, "" if stated else words.casefold()), f"{name}: {words}"


_UNREAD = {"id": "belum diisi", "en": "not filled in yet"}
