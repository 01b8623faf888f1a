"""Vocabularies in SKOS (Turtle, RDF/XML, JSON-LD) to concepts; what SKOS leaves open is decided here and told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kb.findings import Finding, Place
from kb.model.circles import circles
from kb.model.record import ConceptRecord, Records
from kb.store.foreign_graph import Form, Said, lines_of, read_graph
from kb.vocabulary import RDF, RDFS, SKOS

XL = "http://www.w3.org/2008/05/skos-xl#"
_LABELS = {"prefLabel": "labels", "altLabel": "synonyms", "hiddenLabel": "spellings"}
_NOTES = ("scopeNote", "note", "example", "editorialNote", "historyNote", "changeNote")
_LINKS = {"broader", "narrower", "related", "broaderGeneric", "broaderPartitive", "broaderInstantial"}
_KNOWN = {*_LABELS, *_NOTES, *_LINKS, "definition", "notation", "inScheme", "topConceptOf", "hasTopConcept"}
_DERIVED = {"broaderTransitive", "narrowerTransitive", "semanticRelation"}
"""What follows from other statements: nothing is lost with it."""
_OF_CONCEPTS = {SKOS + name for name in (*_LABELS, *_LINKS, "topConceptOf")}


def read_turtle(file: str, data: bytes) -> Records:
    """The concepts of a Turtle or N-Triples file."""
    return _read(file, data, "turtle")


def read_rdf_xml(file: str, data: bytes) -> Records:
    """The concepts of an RDF/XML file without a document type."""
    return _read(file, data, "rdf")


def read_json_ld(file: str, data: bytes) -> Records:
    """The concepts of a JSON-LD file whose context stands in the file."""
    return _read(file, data, "jsonld")


def _read(file: str, data: bytes, form: Form) -> Records:
    vocabulary = _Vocabulary(file, read_graph(file, data, form), lines_of(data))
    iris = vocabulary.concepts()
    if not iris:
        place = Place(file, 1)
        return Records(rejected=(Finding("import-no-records", "error", place, {"file": file, "kind": "SKOS"}),))
    found = [vocabulary.concept(iri) for iri in iris]
    nameless = [each for each in found if not each.labels]
    kept = [each for each in found if each.labels]
    rounds = list(vocabulary.without_circles(kept))
    kept = [vocabulary.straight(each) for each in kept]
    rejected = (*(_nameless(each) for each in nameless), *rounds)
    return Records(concepts=tuple(kept), rejected=rejected, notes=tuple(vocabulary.told(kept)))


def _nameless(concept: ConceptRecord) -> Finding:
    return Finding("import-concept-no-label", "error", concept.place, {"iri": concept.iri, "file": concept.place.file})


class _Vocabulary:
    """The statements of a vocabulary by subject, and what had to be said about them."""

    def __init__(self, file: str, said: Sequence[Said], lines: Mapping[str, int]) -> None:
        self.file, self.lines = file, lines
        self.about: dict[str, list[Said]] = defaultdict(list)
        for each in said:
            self.about[each.about].append(each)
        self.parents: dict[str, list[str]] = defaultdict(list)
        self.near: dict[str, list[str]] = defaultdict(list)
        self.bent: set[tuple[str, str]] = set()
        self.lost: list[Finding] = []
        self._link(said)

    def _link(self, said: Iterable[Said]) -> None:
        """Links in both directions, each once."""
        for each in said:
            name = each.predicate.removeprefix(SKOS)
            if each.language is not None or not each.predicate.startswith(SKOS):
                continue
            if name.startswith("broader") and name not in _DERIVED:
                _add(self.parents[each.about], each.object)
            elif name == "narrower":
                _add(self.parents[each.object], each.about)
            elif name == "related":
                _add(self.near[each.about], each.object)

    def concepts(self) -> list[str]:
        """IRIs of concepts in the file's order: those that say so, and those that are labelled or linked like one."""
        found = []
        for about, said in self.about.items():
            kinds = {each.object for each in said if each.predicate == RDF + "type"}
            if SKOS + "Concept" in kinds or (not kinds and any(each.predicate in _OF_CONCEPTS for each in said)):
                found.append(about)
        self.iris = set(found)
        return found

    def concept(self, iri: str) -> ConceptRecord:
        """One concept with all that the project has a place for."""
        texts: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for each in self.about[iri]:
            self._take(each, texts)
        labels = texts["labels"] or texts["other"]
        first, more = _one_per_language(labels)
        broader = [parent for parent in self.parents.get(iri, ()) if self._there(iri, parent)]
        related = [other for other in self.near.get(iri, ()) if self._there(iri, other)]
        return ConceptRecord(
            self.place(iri, first), iri, first, _pairs([*texts["synonyms"], *more]), _pairs(texts["spellings"]),
            _pairs(texts["definitions"]), _pairs(texts["notes"]), tuple(broader), tuple(related),
            tuple(text for text, _ in _pairs(texts["notations"])),
        )  # fmt: skip

    def _take(self, said: Said, texts: dict[str, list[tuple[str, str]]]) -> None:
        for space, extended in ((SKOS, False), (XL, True)):
            name = said.predicate.removeprefix(space)
            if name == said.predicate:
                continue
            values = self._literal_forms(said.object) if extended else self._texts(said)
            kind = _LABELS.get(name) or (
                "definitions" if name == "definition" else "notes" if name in _NOTES else
                "notations" if name == "notation" else ""
            )  # fmt: skip
            if kind:
                texts[kind] += values
        if said.predicate == RDFS + "label":
            texts["other"] += self._texts(said)
        if said.predicate == RDFS + "comment":
            texts["notes"] += self._texts(said)

    def _texts(self, said: Said) -> list[tuple[str, str]]:
        """The literal, or what a node says as its value: definitions and notes are things in some vocabularies."""
        if said.language is not None:
            return [(" ".join(said.object.split()), _language(said.language))]
        return [
            (" ".join(each.object.split()), _language(each.language))
            for each in self.about.get(said.object, ())
            if each.predicate in (RDF + "value", RDFS + "label", XL + "literalForm") and each.language is not None
        ]

    def _literal_forms(self, node: str) -> list[tuple[str, str]]:
        return [
            (" ".join(each.object.split()), _language(each.language or ""))
            for each in self.about.get(node, ())
            if each.predicate == XL + "literalForm"
        ]

    def _there(self, iri: str, other: str) -> bool:
        if other in self.iris:
            return other != iri or self._itself(iri)
        label = _shown(self._labels(iri)) or iri
        params = {"label": label, "target": other}
        self.lost.append(Finding("import-concept-link-lost", "warning", self.place(iri), params))
        return False

    def _itself(self, iri: str) -> bool:
        """A concept under itself is the shortest circle; it is told with the others."""
        self.bent.add((iri, iri))
        return False

    def without_circles(self, concepts: Sequence[ConceptRecord]) -> Iterator[Finding]:
        """A finding for each circle of broader concepts; its links are taken out of them."""
        up = {each.iri: each.broader for each in concepts}
        names = {each.iri: _shown(each.labels) for each in concepts}
        for ring in [*([iri] for iri, _ in sorted(self.bent)), *circles(up)]:
            members = set(ring)
            self.bent |= {(iri, parent) for iri in ring for parent in up.get(iri, ()) if parent in members}
            path = " → ".join(names.get(iri, iri) for iri in (*ring[:8], ring[0]))
            params = {"label": names.get(ring[0], ring[0]), "path": path, "file": self.file}
            yield Finding("import-concept-cycle", "error", self.place(ring[0]), params)

    def straight(self, concept: ConceptRecord) -> ConceptRecord:
        """The concept without links that go round in a circle."""
        kept = tuple(parent for parent in concept.broader if (concept.iri, parent) not in self.bent)
        return replace(concept, broader=kept) if kept != concept.broader else concept

    def told(self, concepts: Sequence[ConceptRecord]) -> Iterator[Finding]:
        """What holds for the vocabulary as a whole."""
        yield from self.lost
        foreign = [each for each in concepts if not any(language in ("id", "") for _, language in each.labels)]
        if foreign:
            yield self._of_all("import-concept-no-indonesian", foreign, "warning")
        several = [each for each in concepts if len(each.broader) > 1]
        if several:
            yield self._of_all("import-concept-parents", several)
        if not any(said.predicate in (SKOS + "inScheme", SKOS + "topConceptOf") for said in self._all(concepts)):
            yield Finding("import-concept-no-scheme", "info", Place(self.file))
        left = self._left()
        if left:
            named = ", ".join(f"{name} ({count})" for name, count in left.most_common(12))
            params = {"count": sum(left.values()), "predicates": named}
            yield Finding("import-concept-left", "info", Place(self.file), params)

    def _of_all(self, check: str, concepts: Sequence[ConceptRecord], severity: str = "info") -> Finding:
        params = {"count": len(concepts), "example": _shown(concepts[0].labels)}
        return Finding(check, "warning" if severity == "warning" else "info", concepts[0].place, params)

    def _all(self, concepts: Sequence[ConceptRecord]) -> Iterator[Said]:
        for each in concepts:
            yield from self.about[each.iri]

    def _left(self) -> Counter[str]:
        """Statements that have no place in a project, by predicate: of concepts, and of collections."""
        counted: Counter[str] = Counter()
        for about, said in self.about.items():
            listed = any(each.object.endswith("Collection") for each in said if each.predicate == RDF + "type")
            if about in self.iris or listed:
                counted.update(_short(each.predicate) for each in said if listed or not _taken(each.predicate))
        return counted

    def _labels(self, iri: str) -> list[tuple[str, str]]:
        return [pair for said in self.about[iri] if said.predicate == SKOS + "prefLabel" for pair in self._texts(said)]

    def place(self, iri: str, labels: Sequence[tuple[str, str]] = ()) -> Place:
        """Where a concept stands in the file, as far as that can be seen."""
        line = self.lines.get(iri) or self.lines.get(re.split(r"[#/:]", iri)[-1])
        return Place(self.file, line, None, _shown(labels) or iri)


def _taken(predicate: str) -> bool:
    name = predicate.removeprefix(SKOS).removeprefix(XL)
    return name in _KNOWN | _DERIVED or predicate in (RDF + "type", RDFS + "label", RDFS + "comment")


def _short(predicate: str) -> str:
    return re.split(r"[#/]", predicate)[-1] or predicate


def _language(tag: str | None) -> str:
    """The language without its region; the old code of Indonesian is the new one."""
    bare = (tag or "").casefold().partition("-")[0]
    return "id" if bare == "in" else bare


def _one_per_language(labels: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], list[tuple[str, str]]]:
    """The first label of each language, and the others, which are synonyms then."""
    first: dict[str, str] = {}
    more = []
    for text, language in dict.fromkeys(labels):
        if text and language not in first:
            first[language] = text
        elif text:
            more.append((text, language))
    return tuple((text, language) for language, text in first.items()), more


def _pairs(texts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((text, language) for text, language in texts if text))


def _shown(labels: Sequence[tuple[str, str]]) -> str:
    by = {language: text for text, language in labels}
    return by.get("id") or by.get("") or by.get("en") or next(iter(by.values()), "")


def _add(found: list[str], value: str) -> None:
    if value not in found:
        found.append(value)
