"""Concepts with labels, typologies, relations and where they are used."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import NamedNode

from kb.model.concept import Concept, Relation, Typology
from kb.queries.attributions import attributions
from kb.queries.definitions import definitions
from kb.queries.labels import Names, hidden_labels, label_of, labels_of, names, note_of
from kb.queries.lists import list_items
from kb.queries.passages import passage_of
from kb.queries.question import Row, ask
from kb.queries.studies import studies
from kb.store.library import Library
from kb.vocabulary import FACET, KAJIAN, SKOS, short_id


def concepts(library: Library) -> dict[str, Concept]:
    """The project's concepts by IRI: main ones first, then by label; verbs and facet values are not among them."""
    return library.recall("concepts", lambda: _gather(library))


def relations(library: Library) -> tuple[Relation, ...]:
    """Every relation that the text states, in the order of the text."""
    return library.recall("relations", lambda: _relations(library))


def typologies(library: Library) -> tuple[Typology, ...]:
    """Every typology, in the order of the text."""
    return library.recall("typologies", lambda: _typologies(library))


def _relations(library: Library) -> tuple[Relation, ...]:
    found = [
        Relation(
            id=short_id(library.base, row["relation"] or ""),
            subject=short_id(library.base, row["subject"] or ""),
            verb=short_id(library.base, row["verb"] or ""),
            verb_labels=labels_of(library, row["verb"]),
            object=short_id(library.base, row["object"] or ""),
            passage=passage_of(library, row["passage"]),
        )
        for row in ask(library, "relations")
    ]
    return tuple(sorted(found, key=lambda relation: (_start(relation.passage), relation.id)))


def _typologies(library: Library) -> tuple[Typology, ...]:
    found = [_typology(library, row) for row in ask(library, "typologies")]
    return tuple(sorted(found, key=lambda typology: (_start(typology.passage), typology.id)))


def _start(passage: object) -> int:
    start = getattr(passage, "start", None)
    return start if isinstance(start, int) else 1 << 40


def _typology(library: Library, row: Row) -> Typology:
    iri = row["typology"] or ""
    members = list_items(library, row["members"])
    stated = row["stated"] or ""
    return Typology(
        id=short_id(library.base, iri),
        label=label_of(library, iri),
        labels=labels_of(library, iri),
        kind=(row["kind"] or "").removeprefix(FACET).removeprefix("kind-"),
        owner=short_id(library.base, row["owner"] or ""),
        members=tuple(short_id(library.base, member) for member in members),
        member_labels=tuple(label_of(library, member) for member in members),
        attributed_to=attributions(library).get(iri, ()),
        stated_count=int(stated) if stated.isdigit() else None,
        passage=passage_of(library, row["passage"]),
    )


def concept_iris(library: Library) -> dict[str, bool]:
    """IRI of each of the project's concepts -> whether it is a main one; in no order, without reading what they say."""
    return library.recall("concept-iris", lambda: _iris(library))


def concept_labels(library: Library) -> dict[str, dict[str, str]]:
    """The labels of the project's concepts by id, in the order of `concepts`; for lists to choose from."""
    return library.recall(
        "concept-labels", lambda: {short_id(library.base, iri): labels_of(library, iri) for iri in _in_order(library)}
    )


def _in_order(library: Library) -> list[str]:
    main = concept_iris(library)
    return sorted(main, key=lambda iri: (not main[iri], label_of(library, iri).casefold()))


def _iris(library: Library) -> dict[str, bool]:
    rows = [row for row in ask(library, "concepts") if not (row["concept"] or "").startswith(FACET)]
    said = library.store.quads_for_pattern(None, NamedNode(KAJIAN + "verb"), None, None)
    verbs = {getattr(quad.object, "value", None) for quad in said}
    other_schemes = {row["scheme"] for row in rows if row["concept"] in verbs}
    other_schemes |= {row["scheme"] for row in ask(library, "value_schemes")} | {FACET + "facets"}
    main = {row["concept"] for row in rows if row["top"]}
    return {row["concept"] or "": row["concept"] in main for row in rows if row["scheme"] not in other_schemes}


def _gather(library: Library) -> dict[str, Concept]:
    main, links = concept_iris(library), _Links(library)
    return {iri: links.concept(iri, main[iri]) for iri in _in_order(library)}


class _Links:
    """What points where, gathered once for all concepts."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.links: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for row in ask(library, "concept_links"):
            kind = (row["link"] or "").removeprefix(SKOS)
            self.links[row["concept"], kind].add(row["other"] or "")
            inverse = "narrower" if kind == "broader" else kind
            self.links[row["other"], inverse].add(row["concept"] or "")
        self.defined: dict[str, list[str]] = defaultdict(list)
        for definition in definitions(library):
            self.defined[definition.concept].append(definition.id)
        self.studied: dict[str, list[str]] = defaultdict(list)
        for study in studies(library):
            for value in (v for values in study.facets.values() for v in values if v.state == "stated" and v.value):
                if study.id not in self.studied[value.value or ""]:
                    self.studied[value.value or ""].append(study.id)

        self.owned: dict[str, list[Typology]] = defaultdict(list)
        for typology in typologies(library):
            self.owned[typology.owner].append(typology)
        self.stated: dict[str, list[Relation]] = defaultdict(list)
        self.incoming: dict[str, list[Relation]] = defaultdict(list)
        for relation in relations(library):
            self.stated[relation.subject].append(relation)
            self.incoming[relation.object].append(relation)

    def ids(self, iri: str, kind: str) -> tuple[str, ...]:
        return tuple(sorted(short_id(self.library.base, other) for other in self.links[iri, kind]))

    def concept(self, iri: str, main: bool) -> Concept:
        library, known = self.library, names(self.library).get(iri, Names())
        own = short_id(library.base, iri)
        return Concept(
            id=own,
            label=label_of(library, iri),
            labels=labels_of(library, iri),
            alt_labels={language: tuple(sorted(group)) for language, group in sorted(known.alternative.items())},
            hidden_labels=hidden_labels(library, iri),
            main=main,
            broader=self.ids(iri, "broader"),
            narrower=self.ids(iri, "narrower"),
            related=self.ids(iri, "related"),
            definitions=tuple(self.defined[own]),
            studies=tuple(self.studied[own]),
            typologies=tuple(self.owned[own]),
            relations=tuple(self.stated[own]),
            incoming=tuple(self.incoming[own]),
            note=note_of(library, iri),
        )
