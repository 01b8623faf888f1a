"""Saying that names or entries are two: a merge is taken back, a spelling becomes a person of its own."""

from __future__ import annotations

from kb.citing.alike_people import CHECK as ALIKE_PEOPLE
from kb.citing.alike_works import CHECK as SAME_WORK
from kb.citing.people import folded
from kb.editing.changed_notes import ChangedNotes
from kb.editing.credited import person_iri
from kb.editing.merging import ADMISSION
from kb.editing.named_things import Named, named
from kb.editing.turtle_text import literal, resource
from kb.errors import InputError
from kb.model.identification import Identification
from kb.queries.identifications import confirmed, identifications, iri_of
from kb.queries.people import noted_people
from kb.queries.question import ask
from kb.store.history import By
from kb.store.library import Library
from kb.store.places import files_of
from kb.store.save import Saved
from kb.store.turtle_hops import credit_hops
from kb.vocabulary import FOAF, KAJIAN, PROV, RDF, SKOS, short_id


def split(library: Library, word: str, other: str, by: By = "edit") -> Saved:
    """`other` is not `word`: what was confirmed is taken back, and that they are two is kept, so that nobody is asked again.

    `other` is a work or person that is held to be the same, or one of the person's spellings; then it becomes a person of
    its own, and citations that are spelled so are credited to that one.
    """
    first = named(library, word)
    notes = ChangedNotes(library)
    spelled = _spelling(library, first, other)
    if spelled is not None:
        holder, spelling = spelled
        second = _own_person(notes, holder, spelling)
        _admit(notes, first.iri or holder, second, ALIKE_PEOPLE)
        return notes.save(by, f"{first.id} ≠ {spelling}")
    second_thing = named(library, other)
    if (first.kind, first.id) == (second_thing.kind, second_thing.id) or first.kind != second_thing.kind:
        joined = first.kind != second_thing.kind and _take_apart(notes, first.iri, second_thing.iri)
        if not joined:
            raise InputError("split-needs-two", one=word, other=other)
        return notes.save(by, f"{first.id} ≠ {second_thing.id}")
    iris = [thing.iri or person_iri(notes, thing.id, _work(thing)) for thing in (first, second_thing)]
    _take_apart(notes, *iris)
    _admit(notes, iris[0], iris[1], ALIKE_PEOPLE if first.kind == "person" else SAME_WORK)
    return notes.save(by, f"{first.id} ≠ {second_thing.id}")


def _work(thing: Named) -> str:
    return thing.person.works[0] if thing.person and thing.person.works else ""


def _spelling(library: Library, first: Named, other: str) -> tuple[str, str] | None:
    """IRI of the noted person among whose spellings `other` is, and that spelling letter for letter."""
    if first.person is None or other in {short_id(library.base, iri) for iri in noted_people(library)}:
        return None
    ids = (first.id, first.person.id, *first.person.same)
    for iri, person in noted_people(library).items():
        if person.id in ids and folded(person.name) != folded(other):
            for spelling in sorted(person.spellings, key=lambda each: (each != other, each)):
                if folded(spelling) == folded(other):
                    return iri, spelling
    return None


def _own_person(notes: ChangedNotes, holder: str, spelling: str) -> str:
    """A new person of that name; the holder loses the spelling, and citations that are spelled so their credit to him."""
    library = notes.library
    person = noted_people(library)[holder]
    left = [each for each in person.spellings if each != spelling]
    notes.change(holder, {SKOS + "hiddenLabel": " , ".join(literal(each, None) for each in left) or None})
    iri = library.base + notes.free("tokoh", spelling)
    notes.add(
        iri,
        FOAF + ("Organization" if person.organisation else "Person"),
        {FOAF + "name": literal(spelling, None)},
        "people",
    )
    for pointer in sorted({row["pointer"] or "" for row in ask(library, "pointers")}):
        for file in files_of(library, pointer):
            held = notes.files.get(file, library.files[file])
            notes.files[file] = credit_hops(held, pointer, spelling, holder, iri, library.base)
    _credit_statements(notes, spelling, holder, iri)
    return iri


def _credit_statements(notes: ChangedNotes, spelling: str, holder: str, iri: str) -> None:
    """Definitions and typologies whose originator is spelled so credit the new person."""
    from kb.queries.attributions import attributions

    person = short_id(notes.library.base, holder)
    for statement, chains in attributions(notes.library).items():
        origins = [chain.originator for chain in chains]
        if not any(hop.name_as_written == spelling and person in hop.people for hop in origins):
            continue
        others = any(hop.name_as_written != spelling and person in hop.people for hop in origins)
        credited = [row["person"] for row in ask(notes.library, "credited") if row["statement"] == statement]
        if holder in credited:
            kept = [each for each in credited if each and (each != holder or others)]
            notes.change(statement, {PROV + "wasAttributedTo": " , ".join(resource(each) for each in [*kept, iri])})


def _take_apart(notes: ChangedNotes, one: str, other: str) -> bool:
    """Every identification that holds the two together loses the second, or goes where nothing is left to identify."""
    library, done = notes.library, False
    a, b = (short_id(library.base, iri) for iri in (one, other))
    for each in _holding(library, a, b):
        left = (
            [thing for thing in each.things if thing != b] if a in each.things else [t for t in each.things if t != a]
        )
        iri, done = library.base + each.id, True
        if len(left) < 2:
            notes.remove(iri)
            continue
        said = [resource(iri_of(library, thing)) for thing in left]
        gone = each.preferred not in left
        notes.change(iri, {KAJIAN + "identifies": " , ".join(said), **({KAJIAN + "preferred": None} if gone else {})})
    return done


def _holding(library: Library, one: str, other: str) -> list[Identification]:
    """Identifications that hold both; where they are joined over a third, those that hold the second."""
    every = identifications(library)
    both = [each for each in every if {one, other} <= set(each.things)]
    if both:
        return both
    stands = confirmed(library)
    joined = stands.of(iri_of(library, one)) == stands.of(iri_of(library, other))
    return [each for each in every if joined and each.certainty == "certain" and other in each.things]


def _admit(notes: ChangedNotes, one: str, other: str, check: str) -> None:
    """That two are two, so that they are not offered again."""
    notes.add(
        notes.library.base + notes.free("akui", "berbeda"), ADMISSION,
        {
            KAJIAN + "admits": literal(check, None),
            KAJIAN + "about": f"{resource(one)} , {resource(other)}",
            RDF + "value": f'{literal("Diperiksa: keduanya berbeda.")} , {literal("Looked at: they are two.", "en")}',
        },
        "people",
    )  # fmt: skip
