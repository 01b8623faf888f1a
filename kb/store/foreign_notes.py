"""The notes of another project under the names of this one, each subject beside what is said of it here.

Names under the other project's base move under this one's. Subjects that programs number (passages, pointers, facet
statements …) get another number where this project uses the name for something else; people's own names never do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kb.findings import Finding, Place
from kb.store.foreign_subject import ForeignSubject, compared, own_triples, reached_triples
from kb.store.graph_compare import meaning
from kb.store.library import Library
from kb.store.project_zip import ForeignProject
from kb.store.turtle_write import Term, render_subject
from kb.vocabulary import KAJIAN, RDF, SKOS, citekey_of, short_id, source_iri, work_iri

_FOCAL = KAJIAN + "focalStudy"
NUMBERED = ("p-", "ptr-", "fs-", "sama-", "beda-", "rel-", "akui-", "id-", "telusur-")


@dataclass
class ForeignNotes:
    """Reads all notes at once; `works`: citekeys there, in lower case -> citekeys here."""

    library: Library
    project: ForeignProject
    works: Mapping[str, str]
    renamed: dict[str, str] = field(default_factory=dict)
    broken: list[Finding] = field(default_factory=list)

    left: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.about: dict[object, list[Quad]] = defaultdict(list)
        self.places: dict[str, Place] = {}
        for name, data in self.project.notes.items():
            self._read(name, data)
        focal = [q.object for quads in self.about.values() for q in quads if q.predicate.value == _FOCAL]
        self.focal = next((iri.value for iri in focal if isinstance(iri, NamedNode)), "")
        self._rename_drafts()
        self._place_focal()
        while self._rename_numbered():
            pass

    def _place_focal(self) -> None:
        """The other project's own study becomes this one's where that is still empty; else it stays outside.

        It is nobody's prior study, and its methods must not be told as this student's.
        """
        here = self.library.store.quads_for_pattern(None, NamedNode(_FOCAL), None, None)
        mine = next((q.object.value for q in here if isinstance(q.object, NamedNode)), "")
        if not self.focal or not mine or self.project.base == self.library.base:
            return
        stated = self.library.store.quads_for_pattern(None, NamedNode(KAJIAN + "ofStudy"), NamedNode(mine), None)
        if next(iter(stated), None) is None and mine.startswith(self.library.base):
            self.renamed[self.focal.removeprefix(self.project.base)] = mine.removeprefix(self.library.base)
        elif meaning(own_triples(self.library, self.moved(self.focal))) != meaning(self.block(self.focal)):
            self._leave_focal()

    def _leave_focal(self) -> None:
        """Leave out the study, what is said of it, and passages that only those point to."""
        says = (KAJIAN + "ofStudy", KAJIAN + "compares", KAJIAN + "comparedWith")
        node = NamedNode(self.focal)
        self.left = {self.focal}
        for iri in self.places:
            if any(q.predicate.value in says and q.object == node for q in self.about[NamedNode(iri)]):
                self.left.add(iri)
        pointing: dict[str, set[str]] = defaultdict(set)
        for iri in self.places:
            for quad in reached_triples(self.about, NamedNode(iri)):
                if isinstance(quad.object, NamedNode) and quad.object.value in self.places:
                    pointing[quad.object.value].add(iri)
        for iri in self.places:
            local = iri.removeprefix(self.project.base)
            if local.startswith(("p-", "ptr-")) and pointing[iri] and pointing[iri] <= self.left:
                self.left.add(iri)

    def _read(self, name: str, data: bytes) -> None:
        try:
            quads = list(parse(data.removeprefix(b"\xef\xbb\xbf"), format=RdfFormat.TURTLE, base_iri=self.project.base,
                               rename_blank_nodes=True))  # fmt: skip
        except SyntaxError as broken:
            why = f"{broken.lineno or '?'}: {broken.msg or broken}"
            place = Place(name, broken.lineno)
            self.broken.append(Finding("import-notes-broken", "error", place, {"name": name, "why": why}))
            return
        lines = _lines(data.decode("utf-8", "replace"))
        for quad in quads:
            self.about[quad.subject].append(quad)
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in self.places:
                local = quad.subject.value.removeprefix(self.project.base)
                self.places[quad.subject.value] = Place(name, lines.get(local), None, local)

    def _rename_drafts(self) -> None:
        """A draft of the same name with another text is another draft; its passages must not be sought in this one."""
        for name, data in self.project.drafts.items():
            stem = re.sub(r"\.[^./]*\Z", "", name.rpartition("/")[2])
            mine = self.library.sources.get(stem)
            if mine is not None and mine.data != data:
                local = source_iri("", stem)
                self.renamed[local] = self._free(local)

    def _rename_numbered(self) -> bool:
        """One round of new names; True where something got one, since whoever speaks of it then says something else."""
        if self.project.base == self.library.base:
            return False
        before = dict(self.renamed)
        for iri in self.places:
            local = iri.removeprefix(self.project.base)
            if not iri.startswith(self.project.base) or not local.startswith(NUMBERED):
                continue
            here = own_triples(self.library, self.moved(iri))
            if here and meaning(here) != meaning(self.block(iri)):
                self.renamed[local] = self._free(local, iri)
        return self.renamed != before

    def _free(self, local: str, iri: str = "") -> str:
        """A name that nothing bears, or under which an earlier import put the very same."""
        taken = set(self.renamed.values()) - {self.renamed.get(local, "")}
        for number in range(2, 10_000):
            found = f"{local}-{number}"
            if found in taken or self.project.base + found in self.places:
                continue
            here = own_triples(self.library, self.library.base + found)
            if not here or (iri and meaning(here) == meaning(self.block(iri, found))):
                return found
        raise AssertionError(local)

    def moved(self, iri: str) -> str:
        """An IRI of the other project as it is called here."""
        key = citekey_of(self.project.base, iri)
        if key is not None:
            return work_iri(self.library.base, self.works.get(key.casefold(), key))
        if not iri.startswith(self.project.base):
            return iri
        local = iri[len(self.project.base) :]
        return self.library.base + self.renamed.get(local, local)

    def block(self, iri: str, name: str = "") -> list[Quad]:
        """All that is said of a subject, in this project's names; `name`: what it would be called."""
        target = NamedNode(self.library.base + name if name else self.moved(iri))
        return [
            Quad(target if quad.subject == NamedNode(iri) else quad.subject, quad.predicate, self._term(quad.object))
            for quad in reached_triples(self.about, NamedNode(iri))
        ]

    def _term(self, term: Term) -> Term:
        return NamedNode(self.moved(term.value)) if isinstance(term, NamedNode) else term

    def subjects(self) -> list[ForeignSubject]:
        """Every subject, in the order of the files."""
        return [self._subject(iri, place) for iri, place in self.places.items() if iri not in self.left]

    def _subject(self, iri: str, place: Place) -> ForeignSubject:
        quads = self.block(iri)
        name = self.moved(iri)
        own = [quad for quad in quads if quad.subject == NamedNode(name)]
        types = frozenset(
            q.object.value for q in own if q.predicate.value == RDF + "type" and isinstance(q.object, NamedNode)
        )
        about = next((q.object.value for q in own if q.predicate.value == KAJIAN + "ofStudy" and isinstance(q.object, NamedNode)), "")  # fmt: skip
        found = ForeignSubject(
            name, short_id(self.library.base, name), types, place, _title(own), render_subject(name, quads, {}, "\n"),
            "new", about=about.removeprefix(self.library.base),
        )  # fmt: skip
        here = own_triples(self.library, name)
        return compared(found, here, quads) if here else found

    def priors(self) -> list[str]:
        """The prior studies of the other project's reviews, in their order, by their names here."""
        found: list[str] = []
        heads = [
            q.object for quads in self.about.values() for q in quads if q.predicate.value == KAJIAN + "priorStudies"
        ]
        for head in heads:
            seen: set[object] = set()
            while isinstance(head, BlankNode) and head not in seen:
                seen.add(head)
                said = {quad.predicate.value: quad.object for quad in self.about[head]}
                first, head = said.get(RDF + "first"), said.get(RDF + "rest", NamedNode(RDF + "nil"))
                if isinstance(first, NamedNode):
                    found.append(self.moved(first.value))
        return list(dict.fromkeys(found))


def objects_here(library: Library, iri: str, predicate: str) -> list[str]:
    """Objects of a subject's predicate in this project, as Turtle."""
    quads = library.store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None, None)
    return list(dict.fromkeys(str(quad.object) for quad in quads))


def _lines(text: str) -> dict[str, int]:
    """The line on which each local name stands in the first column."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r"(?:\w*:([\w.~%-]+)|<[^>]*?([^#/<>]+)>)(?=\s|\Z)", line)
        if match:
            found.setdefault(match[1] or match[2], number)
    return found


def _title(quads: Iterable[Quad]) -> str:
    wanted = (SKOS + "prefLabel", "http://xmlns.com/foaf/0.1/name", RDF + "value")
    texts = [(wanted.index(q.predicate.value), q.object.language != "id", q.object.value)
             for q in quads if q.predicate.value in wanted and isinstance(q.object, Literal)]  # fmt: skip
    return " ".join(min(texts)[2].split())[:120] if texts else ""
