"""The student's own study: its year, main concepts and aspects, when a project starts and whenever they change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.editing.changed_notes import ChangedNotes
from kb.editing.faults import Faults, require, word_faults
from kb.editing.studies import written_study
from kb.editing.study_statements import write_statements
from kb.editing.turtle_text import literal, resource
from kb.editing.written_study import WrittenValue
from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.queries.labels import every_name
from kb.queries.naming import find
from kb.queries.question import ask
from kb.queries.studies import focal_study
from kb.review.frame import frame
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Saved
from kb.vocabulary import DCT, FACET, KAJIAN, SKOS

MOST_CONCEPTS = 4
_SCHEME = "skema-konsep"


@dataclass(frozen=True, slots=True)
class OwnStudy:
    """What a student knows on the first day; concepts and aspects are ids, or labels that no note knows yet."""

    concepts: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    year: str = ""


def own_study(library: Library) -> OwnStudy:
    """The student's own study as a form shows it."""
    focal, framed = focal_study(library), frame(library)
    dates = [
        row["date"] or "" for row in ask(library, "own_study") if focal and row["study"] == library.base + focal.id
    ]
    main = tuple(concept.id for concept in concepts(library).values() if concept.main)
    return OwnStudy(main, framed.members if framed else (), min(dates, default=""))


def own_study_faults(study: OwnStudy) -> Faults:
    """Too many main concepts, a year that is none, letters that no file can hold."""
    found = word_faults({"concepts": " ".join(study.concepts), "aspects": " ".join(study.aspects)})
    if len(set(study.concepts)) > MOST_CONCEPTS:
        found["concepts"] = InputError("start-too-many", most=MOST_CONCEPTS)
    if study.year.strip() and not (study.year.strip().isdecimal() and len(study.year.strip()) == 4):
        found["year"] = InputError("entry-year", year=study.year.strip())
    return found


def save_own_study(library: Library, study: OwnStudy, by: By = "app") -> Saved:
    """Write what differs: concepts that are new, the frame of aspects, what the own study says of itself."""
    require(own_study_faults(study))
    notes, held = ChangedNotes(library), own_study(library)
    focal = focal_study(library)
    if focal is None:
        raise InputError("unknown-id", name="penelitian ini", nearest="–")
    iri = notes.iri(focal.id)
    if study.year.strip() != held.year:
        notes.change(iri, {DCT + "date": literal(study.year.strip(), None) if study.year.strip() else None})
    made: dict[str, str] = {}
    main = [_concept(notes, word, made) for word in dict.fromkeys(study.concepts) if word.strip()]
    members = [_concept(notes, word, made) for word in dict.fromkeys(study.aspects) if word.strip()]
    _main_concepts(notes, main)
    if tuple(map(notes.short, members)) != held.aspects:
        _frame(notes, iri, main, members)
    _says(notes, focal.id, "topic", held.concepts, main, made)
    _says(notes, focal.id, "aspect", held.aspects, members, made)
    return notes.save(by, f"{focal.id}: {', '.join(map(notes.short, main)) or '–'}")


def _concept(notes: ChangedNotes, word: str, made: dict[str, str]) -> str:
    """The IRI of a concept meant by an id or a name; one that no note knows is written down, and is in `made`."""
    known = {concept.id: every_name(notes.library, iri) for iri, concept in concepts(notes.library).items()}
    try:
        return notes.iri(find(word, known, "unknown-concept"))
    except InputError:
        label = " ".join(word.split())
    iri = next((iri for iri, said in made.items() if said.casefold() == label.casefold()), None)
    if iri is None:
        iri = notes.iri(notes.free("konsep", label))
        _scheme(notes)
        said = {SKOS + "inScheme": resource(notes.iri(_SCHEME)), SKOS + "prefLabel": literal(label)}
        notes.add(iri, SKOS + "Concept", said, "concepts", like=[notes.iri(c) for c in known])
        made[iri] = label
    return iri


def _scheme(notes: ChangedNotes) -> None:
    if not notes.knows(notes.iri(_SCHEME)):
        said = {SKOS + "prefLabel": f"{literal('Konsep')} , {literal('Concepts', 'en')}"}
        notes.add(notes.iri(_SCHEME), SKOS + "ConceptScheme", said, "concepts")


def _main_concepts(notes: ChangedNotes, main: list[str]) -> None:
    held = [iri for iri, concept in concepts(notes.library).items() if concept.main]
    if main == held:
        return
    for iri in held:
        if iri not in main:
            notes.change(iri, {SKOS + "topConceptOf": None})
    for iri in main:
        if iri not in held:
            notes.change(iri, {SKOS + "topConceptOf": resource(notes.iri(_SCHEME))})
    _scheme(notes)
    notes.change(notes.iri(_SCHEME), {SKOS + "hasTopConcept": _listed(main)})


def _frame(notes: ChangedNotes, study: str, main: list[str], members: list[str]) -> None:
    """The typology whose members are the aspects; taken from the study where there are none any more."""
    known = frame(notes.library)
    if not members:
        notes.change(study, {KAJIAN + "frame": None})
        return
    inside = {
        SKOS + "memberList": f"( {' '.join(map(resource, members))} )",
        SKOS + "member": _listed(members),
    }
    if known is not None:
        notes.change(notes.iri(known.id), inside)
        return
    iri = notes.iri(notes.free("tip", "aspek"))
    owner = main[0] if main else members[0]
    notes.add(
        iri,
        KAJIAN + "Typology",
        {
            SKOS + "prefLabel": f"{literal('aspek')} , {literal('aspects', 'en')}",
            KAJIAN + "typologyOf": resource(owner),
            KAJIAN + "typologyKind": resource(FACET + "kind-aspect"),
            **inside,
        },
        "concepts",
    )
    notes.change(study, {KAJIAN + "frame": resource(iri)})


def _says(
    notes: ChangedNotes, study: str, facet: str, before: Iterable[str], wanted: list[str], made: Mapping[str, str]
) -> None:
    """What the own study states of a facet: values that the start gave and takes back, none that were typed elsewhere."""
    held = written_study(notes.library, study).values.get(facet, ())
    ids = [notes.short(iri) for iri in wanted]
    gone = {each for each in before if each not in ids}
    kept = tuple(value for value in held if value.value not in gone or value.state != "stated")
    there = {value.value for value in kept if value.state == "stated"}
    new = tuple(WrittenValue(notes.short(iri), made.get(iri, "")) for iri in wanted if notes.short(iri) not in there)
    if (*kept, *new) != held:
        write_statements(notes, notes.iri(study), facet, held, (*kept, *new))


def _listed(iris: Iterable[str]) -> str | None:
    return " , ".join(map(resource, iris)) or None
