"""Choosing prior studies: the same filter for every list, table and matrix, on the command line and on screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.errors import InputError
from kb.model.study import FacetValue, Study
from kb.queries.concepts import concepts, typologies
from kb.queries.facets import facets
from kb.queries.labels import Names, names
from kb.queries.naming import find, nearest
from kb.queries.studies import frame_of, prior_studies, studies
from kb.store.library import Library
from kb.vocabulary import FACET, short_id


@dataclass(frozen=True, slots=True)
class Selection:
    """Different fields narrow, values within one widen; `years` are the first and last, either may be None."""

    aspects: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    years: tuple[int | None, int | None] | None = None
    text: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
    tests = [_facet_test(library, "aspect", selection.aspects)] if selection.aspects else []
    tests += [_facet_test(library, facet_named(library, name), words) for name, words in selection.facets.items()]
    if selection.concepts:
        wanted = {concept_named(library, word) for word in selection.concepts}
        tests.append(lambda study: any(v.value in wanted for v in _stated(study)))
    if selection.years:
        tests.append(lambda study: _in_years(study, selection.years))
    if selection.text:
        needles = [word.casefold() for word in selection.text]
        tests.append(lambda study: any(needle in words_of(study) for needle in needles))
    return tuple(study for study in prior_studies(library) if all(test(study) for test in tests))


def concept_named(library: Library, word: str) -> str:
    """The id of the concept that `word` is an id, a label or a synonym of."""
    table = {concept.id: names(library).get(iri, Names()).all() for iri, concept in concepts(library).items()}
    return find(word, table, "unknown-concept")


def facet_named(library: Library, word: str) -> str:
    """The name of the facet that `word` names in either language."""
    table = {facet.name: (*facet.labels.values(), *facet.alt_labels) for facet in facets(library).values()}
    return find(word, table, "unknown-facet")


def values_of(library: Library, facet: str) -> dict[str, list[str]]:
    """Ids of the concepts that may be values of a facet, with their labels: shipped, used, and the frame's aspects."""
    every = [v for study in studies(library) for v in study.facets.get(facet, ()) if v.value]
    ids = {v.value or "" for v in every}
    if facet == "aspect":
        ids |= set(frame_members(library))
    schemes = {row["scheme"] for row in library_value_schemes(library) if row["facet"] == FACET + facet}
    table: dict[str, list[str]] = {}
    for iri, scheme in _schemes(library):
        if scheme in schemes or short_id(library.base, iri) in ids:
            table[short_id(library.base, iri)] = names(library).get(iri, Names()).all()
    return table


def frame_members(library: Library) -> tuple[str, ...]:
    """Ids of the members of the typology that frames the focal study, in the text's order."""
    frame = frame_of(library)
    for typology in typologies(library):
        if frame and typology.id == short_id(library.base, frame):
            return typology.members
    return ()


def library_value_schemes(library: Library) -> list[Mapping[str, str | None]]:
    """Rows facet, scheme: which schemes hold which facet's values."""
    from kb.queries.question import ask

    return list(ask(library, "value_schemes"))


def _schemes(library: Library) -> Iterable[tuple[str, str]]:
    from kb.queries.question import ask

    return library.remember(
        "schemes", lambda: [(row["concept"] or "", row["scheme"] or "") for row in ask(library, "concepts")]
    )


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


def _in_years(study: Study, years: tuple[int | None, int | None] | None) -> bool:
    year = (study.work.year if study.work else None) or ""
    if not years or not year[:4].isdigit():
        return False
    first, last = years
    return (first is None or int(year[:4]) >= first) and (last is None or int(year[:4]) <= last)


def _facet_test(library: Library, facet: str, words: Iterable[str]):  # type: ignore[no-untyped-def]
    wanted: set[str] = set()
    texts: list[str] = []
    for word in words:
        try:
            wanted |= _with_narrower(library, find(word, values_of(library, facet), "unknown-value", facet=facet))
        except InputError:
            if not _occurs(library, facet, word):
                raise _unknown(library, facet, word) from None
            texts.append(word.casefold())

    def test(study: Study) -> bool:
        stated = [value for value in study.facets.get(facet, ()) if value.state == "stated"]
        return any(v.value in wanted or any(text in _text(v) for text in texts) for v in stated)

    return test


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
    from kb.queries.question import ask

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
