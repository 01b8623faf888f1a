"""Who says what about which concept, and which study uses it: scholars, concepts and studies on one map."""

from __future__ import annotations

from collections.abc import Iterator

from kb.citing.chains import TERMS, cite_work, parenthetical
from kb.locale import translator
from kb.model.concept import Concept
from kb.model.concept_map import ConceptMap, Edge, Kind, Node
from kb.model.definition import Attribution, Hop
from kb.model.text import without_emphasis
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.queries.people import persons
from kb.queries.studies import studies
from kb.store.library import Library


def people_map(library: Library, language: str = "id") -> ConceptMap:
    """Scholars with the concepts they define or divide, and studies with those they take up.

    What is said of a member of a typology counts for the concept that has it; a scholar who is the author of a prior
    study is that study.
    """
    drawing = _Drawing(library, language)
    drawing.definitions()
    drawing.typologies()
    drawing.studies()
    return drawing.finished(translator(language)("Tokoh, konsep, dan penelitian"))


class _Drawing:
    def __init__(self, library: Library, language: str) -> None:
        self.library, self.language, self._ = library, language, translator(language)
        self.terms = TERMS[language]
        self.concepts: dict[str, Concept] = {concept.id: concept for concept in concepts(library).values()}
        self.owners = {m: t.owner for c in self.concepts.values() for t in c.typologies for m in t.members}
        self.names = {person.id: person.name for person in persons(library)}
        self.priors = list(studies(library))
        self.by_work = {study.work.citekey: study.id for study in self.priors if study.work}
        self.people: dict[str, Node] = {}
        self.cited: dict[str, dict[str, None]] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def home(self, concept: str) -> str | None:
        """The concept that something said of `concept` counts for."""
        seen: set[str] = set()
        while concept in self.owners and concept not in seen:
            if concept in self.concepts and self.concepts[concept].main:
                return concept
            seen.add(concept)
            concept = self.owners[concept]
        return concept if concept in self.concepts else None

    def definitions(self) -> None:
        for definition in definitions(self.library):
            home = self.home(definition.concept)
            if definition.attribution and home:
                verb = self._("mendefinisikan") if home == definition.concept else self._("merinci")
                self.said(definition.attribution, home, verb)

    def typologies(self) -> None:
        for concept in self.concepts.values():
            home = self.home(concept.id)
            for typology in concept.typologies:
                for attribution in typology.attributed_to:
                    if home:
                        self.said(attribution, home, self._("merinci"))

    def said(self, attribution: Attribution, concept: str, verb: str) -> None:
        for source, name in self.speakers(attribution.originator):
            if name:
                self.people.setdefault(source, Node(source, "person", without_emphasis(name)))
                self.cited.setdefault(source, {})[parenthetical(attribution, self.terms).strip("()")] = None
            self.edges.setdefault((source, concept, verb), Edge(source, concept, verb, stated=True))

    def speakers(self, hop: Hop) -> Iterator[tuple[str, str]]:
        """Id and name of each; a study speaks under its own id, without a name."""
        study = self.by_work.get(hop.citekey or "")
        if study:
            yield study, ""
        elif hop.people:
            yield from ((person, self.names.get(person, hop.name)) for person in hop.people)
        else:
            yield f"tokoh:{hop.name}", hop.name

    def studies(self) -> None:
        for study in self.priors:
            for value in (value for group in study.facets.values() for value in group):
                home = self.home(value.value) if value.state == "stated" and value.value else None
                if home:
                    interpreted = value.basis == "interpreted"
                    verb = self._("bersesuaian dengan") if interpreted else self._("mengkaji")
                    self.edges.setdefault((study.id, home, verb), Edge(study.id, home, verb, dashed=interpreted))

    def finished(self, title: str) -> ConceptMap:
        ends = {end for edge in self.edges.values() for end in (edge.source, edge.target)}
        nodes = [
            Node(person.id, "person", person.label, "; ".join(self.cited[person.id])) for person in self.people.values()
        ]
        for concept in self.concepts.values():
            if concept.id in ends:
                label = without_emphasis(concept.labels.get(self.language, concept.label))
                nodes.append(Node(concept.id, "concept", label, main=concept.main))
        for study in self.priors:
            if study.id in ends:
                kind: Kind = "focal" if study.focal else "study"
                label = self._("Penelitian ini") if study.focal else study.label
                if study.work and not study.focal:
                    label = cite_work(study.work, self.terms)
                nodes.append(Node(study.id, kind, label, (study.work.title if study.work else None) or ""))
        return ConceptMap(title, "people", tuple(nodes), tuple(self.edges.values()), None, self.language)
