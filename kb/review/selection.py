"""Choosing prior studies: the same filter for every list, table and matrix, on the command line and on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from kb.errors import InputError
from kb.model.study import FacetValue, State, Study
from kb.queries.facets import facets
from kb.queries.labels import every_name
from kb.queries.naming import find, nearest
from kb.queries.question import ask
from kb.queries.studies import prior_studies, studies
from kb.queries.work_kinds import work_kinds
from kb.review.frame import frame_members
from kb.store.library import Library
from kb.vocabulary import FACET, short_id

__all__ = [
    "Selection",
    "concept_named",
    "facet_named",
    "frame_members",
    "parse_years",
    "select",
    "values_of",
    "words_of",
]
Test = Callable[[Study], bool]


@dataclass(frozen=True, slots=True)
class Selection:
    """Different fields narrow, values within one widen; `years` are the first and last, either may be None.

    `kinds` are kinds of works by any of their names: "skripsi", "jurnal".
    """

    aspects: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    years: tuple[int | None, int | None] | None = None
    text: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()


def parse_years(words: str) -> tuple[int | None, int | None]:
    """`2018..2021`, `2018..`, `..2021` or `2018`; InputError for anything else."""
    first, dots, last = words.partition("..")
    try:
        start = int(first) if first else None
        end = (int(last) if last else None) if dots else start
    except ValueError:
        raise InputError("year-range", value=words) from None
    if start is None and end is None:
        raise InputError("year-range", value=words)
    return start, end


def select(library: Library, selection: Selection) -> tuple[Study, ...]:
    """The prior studies that match, in the review's order; InputError for a name that nothing bears."""
    tests = list(_tests(library, selection))
    return tuple(study for study in prior_studies(library) if all(test(study) for test in tests))


def _tests(library: Library, selection: Selection) -> Iterable[Test]:
    """The cheapest first: a study that one refuses is not asked the others."""
    if selection.kinds:
        kinds = {kind_named(library, word) for word in selection.kinds}
        yield lambda study: study.work is not None and study.work.kind in kinds
    if selection.years:
        yield _in_years(library, selection.years)
    if selection.aspects:
        yield _facet_test(library, "aspect", selection.aspects)
    for name, words in selection.facets.items():
        yield _facet_test(library, facet_named(library, name), words)
    if selection.concepts:
        wanted = {concept_named(library, word) for word in selection.concepts}
        yield lambda study: any(v.value in wanted for v in _stated(study))
    if selection.text:
        needles, every = [word.casefold() for word in selection.text], _words(library)
        yield lambda study: any(needle in every[study.id] for needle in needles)


def kind_named(library: Library, word: str) -> str:
    """The class of works that `word` names: a kind's id, label or synonym."""
    known = work_kinds(library)
    table = {kind.id: (*kind.labels.values(), *kind.words) for kind in known.values()}
    found = find(word, table, "unknown-kind")
    return next(name for name, kind in known.items() if kind.id == found)


def concept_named(library: Library, word: str) -> str:
    """The id of the concept that `word` is an id, a label or a synonym of."""
    from kb.queries.concepts import concepts  # loads the ledger's half of the model: only for who filters by concept

    table = {concept.id: every_name(library, iri) for iri, concept in concepts(library).items()}
    return find(word, table, "unknown-concept")


def facet_named(library: Library, word: str) -> str:
    """The name of the facet that `word` names in either language."""
    table = {facet.name: every_name(library, iri) for iri, facet in facets(library).items()}
    return find(word, table, "unknown-facet")


def values_of(library: Library, facet: str) -> dict[str, list[str]]:
    """Ids of the concepts that may be values of a facet, with their labels: shipped, used, and the frame's aspects."""
    return library.remember(("values", facet), lambda: _values(library, facet))


def _values(library: Library, facet: str) -> dict[str, list[str]]:
    every = [v for study in studies(library) for v in study.facets.get(facet, ()) if v.value]
    ids = {v.value or "" for v in every}
    if facet == "aspect":
        ids |= set(frame_members(library))
    rows = ask(library, "value_schemes")
    schemes = {row["scheme"] for row in rows if short_id(library.base, row["facet"] or "") == facet}
    table: dict[str, list[str]] = {}
    for iri, scheme in _schemes(library):
        if scheme in schemes or short_id(library.base, iri) in ids:
            table[short_id(library.base, iri)] = every_name(library, iri)
    return table


def lent_values(library: Library, facet: str) -> dict[str, list[str]]:
    """Values that the project gave to other facets, with their labels: what a facet that has no values given may name."""
    given = [(short_id(library.base, row["facet"] or ""), row["scheme"]) for row in ask(library, "value_schemes")]
    if any(name == facet for name, _ in given):
        return {}
    schemes = {scheme for _, scheme in given}
    return {
        short_id(library.base, iri): every_name(library, iri)
        for iri, scheme in _schemes(library)
        if scheme in schemes and iri.startswith(library.base)
    }


def _schemes(library: Library) -> Iterable[tuple[str, str]]:
    return library.remember(
        "schemes", lambda: [(row["concept"] or "", row["scheme"] or "") for row in ask(library, "concepts")]
    )


def _words(library: Library) -> dict[str, str]:
    """All words of each prior study, in lower case."""
    return library.remember("words", lambda: {study.id: words_of(study) for study in prior_studies(library)})


def words_of(study: Study) -> str:
    """All that a study says, in lower case: title, authors, texts and labels of its facets, sentences."""
    parts = [study.label]
    if study.work:
        parts += [study.work.title or "", *(author.name for author in study.work.authors)]
    for value in (v for values in study.facets.values() for v in values):
        parts += [value.text or "", *value.labels.values(), value.passage.exact if value.passage else ""]
    parts += [sentence.text for sentence in (*study.similarities, *study.differences)]
    return "\n".join(parts).replace("*", "").casefold()


def _stated(study: Study) -> list[FacetValue]:
    return [value for values in study.facets.values() for value in values if value.state == "stated"]


def _in_years(library: Library, years: tuple[int | None, int | None]) -> Test:
    """Studies whose work bears a year of the range; one without a year is in none."""
    first, last = years[0] or 0, years[1] or 9999

    def answer() -> dict[str, int]:
        known = ((s.id, (s.work.year or "")[:4]) for s in prior_studies(library) if s.work)
        return {study: int(year) for study, year in known if year.isdigit()}

    found = library.remember("years", answer)
    return lambda study: first <= found.get(study.id, -1) <= last


def _facet_test(library: Library, facet: str, words: Iterable[str]) -> Test:
    """Studies that state a value (or a kind of it), whose words hold it, or that stand to the facet as a state says."""
    wanted: set[str] = set()
    states: set[str] = set()
    texts: list[str] = []
    for word in words:
        try:
            wanted |= _with_narrower(library, find(word, values_of(library, facet), "unknown-value", facet=facet))
        except InputError:
            if state := _state_named(library, word):
                states.add(state)
            elif _occurs(library, facet, word):
                texts.append(word.casefold())
            else:
                raise _unknown(library, facet, word) from None

    index = _index(library, facet)
    found = {study for value in wanted for study in index.get(("value", value), ())}
    found |= {study for state in states for study in index.get(("state", state), ())}
    for kind, words_said in list(index) if texts else ():
        if kind == "text" and any(text in words_said for text in texts):
            found |= index["text", words_said]
    return lambda study: study.id in found


def _index(library: Library, facet: str) -> dict[tuple[str, str], set[str]]:
    """Ids of studies by the values they state, the words of these, and the states in which they stand to a facet."""

    def answer() -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for study in studies(library):
            values = study.facets.get(facet, ())
            for value in values:
                found.setdefault(("state", value.state), set()).add(study.id)
                if value.state == "stated":
                    found.setdefault(("value", value.value or ""), set()).add(study.id)
                    found.setdefault(("text", _text(value)), set()).add(study.id)
            if not values:
                found.setdefault(("state", "unread"), set()).add(study.id)
        return found

    return library.remember(("facet-index", facet), answer)


def _state_named(library: Library, word: str) -> str | None:
    """The state that a word names, "unread" or "belum dibaca"; values of the facet come before it."""
    table = {state: every_name(library, FACET + state) for state in get_args(State)}
    try:
        return find(word, table, "unknown-value", facet="")
    except InputError:
        return None


def _text(value: FacetValue) -> str:
    return (value.text or "").replace("*", "").casefold()


def _occurs(library: Library, facet: str, word: str) -> bool:
    return any(word.casefold() in _text(v) for study in studies(library) for v in study.facets.get(facet, ()))


def _unknown(library: Library, facet: str, word: str) -> InputError:
    used = [v.labels.get("id") or v.text or "" for study in studies(library) for v in study.facets.get(facet, ())]
    shipped = [label for labels in values_of(library, facet).values() for label in labels]
    close = nearest(word, [*used, *shipped]) or tuple(dict.fromkeys(used))[:5]
    return InputError("unknown-value", name=word, facet=facet, nearest=", ".join(close) or "–")


def _with_narrower(library: Library, value: str) -> set[str]:
    """A value and every value that is a kind of it."""
    below: dict[str, set[str]] = library.remember("narrower", dict)
    if not below:
        for row in ask(library, "concept_links"):
            if (row["link"] or "").endswith("broader"):
                broader = short_id(library.base, row["other"] or "")
                below.setdefault(broader, set()).add(short_id(library.base, row["concept"] or ""))
    found, todo = {value}, [value]
    while todo:
        for narrower in below.get(todo.pop(), ()):
            if narrower not in found:
                found.add(narrower)
                todo.append(narrower)
    return found
