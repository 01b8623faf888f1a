"""A study as notes: its block, its facet statements and the sentences that compare it, in the form of the example's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kb.editing.cell_values import Said
from kb.editing.identifiers import slug
from kb.editing.turtle_text import literal, resource
from kb.model.study import FacetValue, Study
from kb.queries.facets import facets
from kb.queries.labels import names
from kb.queries.studies import studies
from kb.review.written import fingerprint
from kb.store.library import Library
from kb.store.turtle_append import NewBlock
from kb.vocabulary import FACET, KAJIAN, RDF, SKOS, work_iri

_BASES = {"stated": "by-source", "interpreted": "by-reader"}
_KINDS = {"similarities": ("Similarity", "sama"), "differences": ("Difference", "beda")}


@dataclass(slots=True)
class Sentence:
    """A similarity or difference as written, with the facets it speaks of."""

    kind: str
    text: str
    facets: tuple[str, ...] = ()


@dataclass(slots=True)
class StudyNotes:
    """What is to be written of one study; `work` is its citekey, empty for the student's own."""

    id: str
    label: str
    label_en: str
    work: str = ""
    said: list[Said] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    new: bool = True

    @property
    def stem(self) -> str:
        """The id without its kind."""
        return self.id.removeprefix("studi-")


def study_id(family: str, year: str, taken: Iterable[str]) -> str:
    """A short id that can be typed: the family name, with the year and a number where another study has it."""
    held = set(taken)
    stem = slug(family)[:30].rstrip("-") or "anonim"
    wanted = [f"studi-{stem}", f"studi-{stem}-{year}" if year else "", *(f"studi-{stem}-{n}" for n in range(2, 1000))]
    return next(name for name in wanted if name and name not in held)


def blocks(library: Library, notes: StudyNotes, focal: Study | None) -> Iterator[NewBlock]:
    """All blocks of the study: itself where it is new, its statements by facet, its sentences about `focal` too."""
    if notes.new:
        yield NewBlock(library.base + notes.id, _study(library, notes))
    labels = {facet.name: (iri, facet.labels["id"]) for iri, facet in facets(library).items()}
    order = {name: place for place, name in enumerate(labels)}
    taken = _taken(library, notes.id)
    before = None
    for said in sorted(notes.said, key=lambda each: order.get(each.facet, 99)):
        iri, label = labels[said.facet]
        name = _free(f"fs-{notes.stem}-{said.facet}", taken)
        subject = resource(library.base + name)
        statement = f"{subject} {_statement(library, notes.id, iri, said)}"
        yield NewBlock(library.base + name, statement, label if notes.new and before != iri else "")
        before = iri
    if focal is not None:
        yield from _sentences(library, notes, focal, taken)


def _sentences(library: Library, notes: StudyNotes, focal: Study, taken: set[str]) -> Iterator[NewBlock]:
    mine = as_study(library, notes)
    for number, sentence in enumerate(notes.sentences):
        kind, prefix = _KINDS[sentence.kind]
        name = _free(f"{prefix}-{notes.stem}", taken)
        basis = basis_of(focal, mine, sentence.facets)
        turtle = comparison_turtle(library, kind, focal.id, notes.id, sentence, basis)
        yield NewBlock(
            library.base + name,
            f"{resource(library.base + name)} {turtle}",
            "perbandingan" if notes.new and not number else "",
        )


def basis_of(focal: Study, prior: Study, spoken: tuple[str, ...]) -> str:
    """What the facets of a sentence say now, as its mark; empty where one of the two says nothing of them yet."""
    filled = spoken and all(side.facets.get(facet) for side in (focal, prior) for facet in spoken)
    return fingerprint([focal, prior], spoken) if filled else ""


def comparison_turtle(library: Library, kind: str, focal: str, prior: str, sentence: Sentence, basis: str) -> str:
    """What a sentence's block says; `basis` is the fingerprint of the facets as they are now."""
    by_name = {facet.name: iri for iri, facet in facets(library).items()}
    spoken = " , ".join(resource(by_name[name]) for name in sentence.facets if name in by_name)
    lines = [
        f"a {resource(KAJIAN + kind)}",
        f"{resource(KAJIAN + 'compares')} {resource(library.base + focal)}",
        f"{resource(KAJIAN + 'comparedWith')} {resource(library.base + prior)}",
        f"{resource(RDF + 'value')} {literal(sentence.text)}",
    ]
    lines += [f"{resource(KAJIAN + 'facet')} {spoken}"] if spoken else []
    lines += [f"{resource(KAJIAN + 'basedOn')} {literal(basis, None)}"] if basis and spoken else []
    return " ; ".join(lines) + " ."


def _study(library: Library, notes: StudyNotes) -> str:
    label = f"{literal(notes.label)} , {literal(notes.label_en, 'en')}"
    lines = [f"a {resource(KAJIAN + 'Study')}", f"{resource(SKOS + 'prefLabel')} {label}"]
    if notes.work:
        lines.append(f"{resource(KAJIAN + 'reportedIn')} {resource(work_iri(library.base, notes.work))}")
    if notes.notes:
        lines.append(f"{resource(SKOS + 'editorialNote')} {literal(chr(10).join(notes.notes))}")
    return f"{resource(library.base + notes.id)} " + " ; ".join(lines) + " ."


def _statement(library: Library, study: str, facet: str, said: Said) -> str:
    lines = [
        f"a {resource(KAJIAN + 'FacetStatement')}",
        f"{resource(KAJIAN + 'ofStudy')} {resource(library.base + study)}",
        f"{resource(KAJIAN + 'facet')} {resource(facet)}",
        f"{resource(KAJIAN + 'state')} {resource(FACET + said.state)}",
        f"{resource(KAJIAN + 'basis')} {resource(FACET + _BASES[said.basis])}",
    ]
    if said.value:
        lines.append(f"{resource(KAJIAN + 'facetValue')} {resource(value_iri(library, said.value))}")
    if said.words:
        lines.append(f"{resource(RDF + 'value')} {literal(' '.join(said.words.split()))}")
    return " ; ".join(lines) + " ."


def value_iri(library: Library, identifier: str) -> str:
    """The IRI of a value: the project's own, else a shipped one."""
    own = library.base + identifier
    return own if own in names(library) else FACET + identifier


def as_study(library: Library, notes: StudyNotes) -> Study:
    """The study as it will be read again, as far as comparing it needs."""
    there = next((each for each in studies(library) if each.id == notes.id), None)
    held: dict[str, tuple[FacetValue, ...]] = dict(there.facets) if there else {}
    for number, said in enumerate(notes.said):
        value = FacetValue(str(number), said.facet, said.value, said.words or None, said.state, said.basis, None, {})
        held[said.facet] = (*held.get(said.facet, ()), value)
    return Study(notes.id, notes.label, None, False, held)


def _taken(library: Library, study: str) -> set[str]:
    there = next((each for each in studies(library) if each.id == study), None)
    if there is None:
        return set()
    sentences = (*there.similarities, *there.differences)
    return {v.id for values in there.facets.values() for v in values} | {s.id or "" for s in sentences}


def _free(stem: str, taken: set[str]) -> str:
    name = next(each for number in range(1, 10_000) if (each := f"{stem}-{number}") not in taken)
    taken.add(name)
    return name


def labels_for(authors: Sequence[str], year: str) -> tuple[str, str]:
    """What a study is called in Indonesian and English: "Ruaida Murni (2016)"."""
    if not authors:
        return f"({year or 't.t.'})", f"({year or 'n.d.'})"
    several = len(authors) > 2 or authors[-1] == "others"
    pairs = (("dan", "dkk.", "t.t."), ("and", "et al.", "n.d."))
    found = []
    for conjunction, others, undated in pairs:
        who = f"{authors[0]} {others}" if several else f" {conjunction} ".join(authors)
        found.append(f"{who} ({year or undated})")
    return found[0], found[1]
