"""What stands on the concept map: an overview, one concept, or everything."""

from __future__ import annotations

from collections.abc import Iterable

from kb.citing.chains import TERMS, cite_work, parenthetical
from kb.locale import translator
from kb.model.concept import Concept, Typology
from kb.model.concept_map import ConceptMap, Edge, Kind, Node
from kb.model.definition import Definition
from kb.model.essentials import essential
from kb.model.study import Study
from kb.model.text import without_emphasis
from kb.queries.concepts import concepts, relations
from kb.queries.definitions import definitions
from kb.queries.studies import frame_of, studies
from kb.store.library import Library
from kb.vocabulary import short_id


def overview(library: Library, language: str = "id") -> ConceptMap:
    """This study, the main concepts and those their relations lead to, typologies, aspects and prior studies."""
    draw = _Drawing(library, language)
    main = [concept for concept in draw.concepts.values() if concept.main] or _most_used(draw.concepts.values())
    related = {end for relation in relations(library) for end in (relation.subject, relation.object)}
    for concept in draw.concepts.values():
        if concept in main or concept.id in related:
            draw.concept(concept)
    for concept in main:
        for typology in concept.typologies:
            draw.typology(typology, members=draw.is_frame(typology))
    draw.studies()
    draw.relations()
    draw.hierarchy()
    return essential(draw.finished(translator(language)("Peta konsep"), "overview", None))


def mindmap(library: Library, concept_id: str, depth: int = 1, language: str = "id") -> ConceptMap:
    """One concept with its definitions, typologies, studies and neighbours up to `depth` steps away (1 to 3)."""
    draw = _Drawing(library, language)
    centre = draw.concepts[concept_id]
    near = _within(draw.concepts, concept_id, depth)
    draw.concept(centre)
    for typology in centre.typologies:
        draw.typology(typology, members=True)
    for definition in definitions(library):
        if definition.concept == concept_id:
            draw.definition(definition)
    for identifier in near:
        if identifier in draw.concepts:
            draw.concept(draw.concepts[identifier])
    draw.studies(only_of=concept_id)
    draw.relations()
    draw.hierarchy()
    return draw.finished(centre.labels.get(language, centre.label), "mindmap", concept_id)


def explore(library: Library, language: str = "id") -> ConceptMap:
    """Everything: concepts, typologies with members, definitions with their authors, studies."""
    draw = _Drawing(library, language)
    draw.every_concept(main=True)
    for concept in draw.concepts.values():
        for typology in concept.typologies:
            draw.typology(typology, members=True)
    draw.every_concept()  # after the typologies, so that their members are drawn as such
    for definition in definitions(library):
        draw.definition(definition, with_people=True)
    draw.studies()
    draw.relations()
    draw.hierarchy()
    return draw.finished(translator(language)("Semua istilah"), "explore", None)


def _most_used(known: Iterable[Concept]) -> list[Concept]:
    """Where the notes call no concept a main one: the eight that most definitions and studies speak of."""
    uses = {concept.id: len(concept.definitions) + len(concept.studies) for concept in known}
    return sorted((c for c in known if uses[c.id]), key=lambda concept: -uses[concept.id])[:8]


def _within(known: dict[str, Concept], start: str, depth: int) -> list[str]:
    """Ids of concepts up to `depth` relations or hierarchy steps away, nearest first."""
    found, edge = [start], [start]
    for _step in range(depth):
        following: list[str] = []
        for identifier in edge:
            for other in _neighbours(known, identifier):
                if other not in found:
                    found.append(other)
                    following.append(other)
        edge = following
    return found[1:]


def _neighbours(known: dict[str, Concept], identifier: str) -> Iterable[str]:
    concept = known.get(identifier)
    if concept is None:
        return ()
    stated = [r.object for r in concept.relations] + [r.subject for r in concept.incoming]
    members = {member for typology in concept.typologies for member in typology.members}
    linked = (*concept.broader, *concept.narrower)
    return dict.fromkeys(other for other in (*stated, *linked) if other not in members)


class _Drawing:
    """Nodes and edges as they are drawn, each once."""

    def __init__(self, library: Library, language: str) -> None:
        self.library, self.language, self._ = library, language, translator(language)
        self.concepts = {concept.id: concept for concept in concepts(library).values()}
        frame = frame_of(library)
        self.frame = short_id(library.base, frame) if frame else None
        aspects = [t.members for c in self.concepts.values() for t in c.typologies if t.id == self.frame]
        self.aspects = set(aspects[0]) if aspects else set()
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def node(self, identifier: str, kind: Kind, label: str, detail: str = "", *, main: bool = False) -> None:
        self.nodes.setdefault(
            identifier, Node(identifier, kind, without_emphasis(label), without_emphasis(detail), main)
        )

    def edge(self, source: str, target: str, label: str, *, stated: bool = False, dashed: bool = False) -> None:
        self.edges.setdefault((source, target, label), Edge(source, target, label, stated, dashed))

    def is_frame(self, typology: Typology) -> bool:
        return typology.id == self.frame

    def concept(self, concept: Concept) -> None:
        kind: Kind = "aspect" if concept.id in self.aspects else "concept"
        self.node(concept.id, kind, self.label(concept), self.detail(concept), main=concept.main)

    def every_concept(self, *, main: bool = False) -> None:
        for concept in self.concepts.values():
            if concept.main or not main:
                self.concept(concept)

    def label(self, concept: Concept) -> str:
        return concept.labels.get(self.language, concept.label)

    def detail(self, concept: Concept) -> str:
        found = next((d.text for d in definitions(self.library) if d.concept == concept.id), "")
        return " ".join(found.split())

    def typology(self, typology: Typology, *, members: bool) -> None:
        self.node(typology.id, "typology", typology.labels.get(self.language, typology.label))
        self.edge(typology.owner, typology.id, self._("memiliki"))
        if not members:
            return
        for member, label in zip(typology.members, typology.member_labels, strict=True):
            concept = self.concepts.get(member)
            kind: Kind = "aspect" if member in self.aspects else "member"
            shown, detail = (self.label(concept), self.detail(concept)) if concept else (label, "")
            self.node(member, kind, shown, detail)
            self.edge(typology.id, member, self._("terdiri atas"))

    def definition(self, definition: Definition, *, with_people: bool = False) -> None:
        if definition.concept not in self.nodes:
            return
        cited = parenthetical(definition.attribution, TERMS[self.language]) if definition.attribution else ""
        words = " ".join(definition.text.split())
        self.node(definition.id, "definition", cited.strip("()") or self._("tanpa sumber"), words)
        self.edge(definition.concept, definition.id, self._("didefinisikan sebagai"))
        if with_people and definition.attribution:
            origin = definition.attribution.originator
            for person in origin.people:
                self.node(person, "person", origin.name)
                self.edge(definition.id, person, self._("menurut"))

    def studies(self, only_of: str | None = None) -> None:
        for study in studies(self.library):
            values = [v for group in study.facets.values() for v in group if v.state == "stated" and v.value]
            touched = {v.value or "" for v in values}
            if only_of and not touched & self._family(only_of):
                continue
            kind: Kind = "focal" if study.focal else "study"
            self.node(
                study.id,
                kind,
                self.study_label(study),
                (study.work.title if study.work else None) or "",
                main=study.focal,
            )
            for value in values:
                if value.value in self.nodes:
                    interpreted = value.basis == "interpreted"
                    verb = self._("bersesuaian dengan") if interpreted else self._("mengkaji")
                    self.edge(study.id, value.value, verb, dashed=interpreted)

    def _family(self, concept_id: str) -> set[str]:
        concept = self.concepts[concept_id]
        return {concept_id, *(m for typology in concept.typologies for m in typology.members)}

    def study_label(self, study: Study) -> str:
        if study.focal or not study.work:
            return self._("Penelitian ini") if study.focal else study.label
        return cite_work(study.work, TERMS[self.language])

    def relations(self) -> None:
        for relation in relations(self.library):
            if relation.subject in self.nodes and relation.object in self.nodes:
                self.edge(relation.subject, relation.object, relation.verb_labels.get(self.language, ""), stated=True)

    def hierarchy(self) -> None:
        drawn = {(edge.source, edge.target) for edge in self.edges.values()}
        drawn |= {(target, source) for source, target in drawn}
        for concept in self.concepts.values():
            for broader in concept.broader:
                pair = (concept.id, broader)
                if concept.id in self.nodes and broader in self.nodes and pair not in drawn:
                    self.edge(*pair, self._("jenis dari"))

    def finished(self, title: str, view: str, centre: str | None) -> ConceptMap:
        linked = {end for edge in self.edges.values() for end in (edge.source, edge.target)}
        nodes = tuple(n for n in self.nodes.values() if n.id in linked or n.main or n.id == centre)
        return ConceptMap(title, view, nodes, tuple(self.edges.values()), centre, self.language)  # type: ignore[arg-type]
