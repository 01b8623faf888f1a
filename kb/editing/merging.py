"""Saying that names or entries are one: a statement in the notes, every entry and every spelling stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from kb.citing.alike_people import CHECK as ALIKE_PEOPLE
from kb.citing.alike_people import alike_people
from kb.citing.alike_works import CHECK as SAME_WORK
from kb.citing.alike_works import alike_works
from kb.citing.evidence_words import evidence_words
from kb.editing.changed_notes import ChangedNotes
from kb.editing.credited import person_iri
from kb.editing.named_things import Named, named, standing
from kb.editing.turtle_text import literal, resource
from kb.errors import InputError
from kb.model.identification import Candidate, Identification
from kb.queries.identifications import identifications
from kb.queries.people import noted_people
from kb.queries.question import ask
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Saved
from kb.vocabulary import FACET, FOAF, KAJIAN, RDF, SKOS, short_id, work_iri

IDENTIFICATION, ADMISSION = KAJIAN + "Identification", KAJIAN + "Admission"


def merge(library: Library, words: Sequence[str], by: By = "edit") -> Saved:
    """Confirm that works, or persons, are one; the first one's name or facts are printed from then on.

    A person or body together with one work: that work is meant where a text names this source. Names of which there are
    no notes become spellings of the person. InputError for names that nobody bears, for fewer than two, and for mixtures
    that mean nothing.
    """
    things = _distinct(library, words)
    works = [thing for thing in things if thing.kind == "work"]
    people = [thing for thing in things if thing.kind == "person"]
    if works and people and (len(works), len(people)) != (1, 1):
        raise InputError("merge-mixed", names=", ".join(words))
    notes = ChangedNotes(library)
    reason = _reason(library, [thing.id for thing in things])
    iris = [thing.iri for thing in works]
    if people:
        iris += _people(notes, people)
    _together_again(notes, iris)
    if len(iris) > 1:
        _identify(notes, iris, "" if works and people else iris[0], reason)
    return notes.save(by, f"{' = '.join(thing.id for thing in things)}")


def _distinct(library: Library, words: Sequence[str]) -> list[Named]:
    found: dict[str, Named] = {}
    for word in words:
        thing = named(library, word)
        found.setdefault(f"{thing.kind} {standing(library, thing)}", thing)
    if len(found) < 2:
        raise InputError("merge-needs-two", names=", ".join(words))
    return list(found.values())


def _people(notes: ChangedNotes, people: Sequence[Named]) -> list[str]:
    """IRIs of those who have notes; the names of the others become spellings of the first, who gets notes if need be."""
    iris = [thing.iri for thing in people if thing.iri]
    written = [thing for thing in people if not thing.iri]
    if not iris or not people[0].iri:
        first = written[0]
        works = first.person.works if first.person else ()
        iris.insert(0, person_iri(notes, first.id, works[0] if works else ""))
    _spell(notes, iris[0], written)
    return iris


def _spell(notes: ChangedNotes, iri: str, people: Sequence[Named]) -> None:
    """Keep the spellings and works of people with the person `iri`."""
    known = noted_people(notes.library).get(iri)
    met = [thing.person for thing in people if thing.person]
    name = known.name if known else next((person.id for person in met), "")
    spellings = [*(known.spellings if known else ()), *(s.text for person in met for s in person.spellings if s.text)]
    works = [*(known.works if known else ()), *(key for person in met for key in person.works)]
    if not met:
        return
    labels = [text for text in dict.fromkeys(spellings) if text != name]
    made = [resource(work_iri(notes.library.base, key)) for key in dict.fromkeys(works)]
    notes.change(iri, {
        SKOS + "hiddenLabel": " , ".join(literal(text, None) for text in labels) or None,
        FOAF + "made": " , ".join(made) or None,
    })  # fmt: skip


def _identify(notes: ChangedNotes, iris: Sequence[str], preferred: str, reason: dict[str, str]) -> None:
    """A certain identification: one that the notes already suppose is made certain, else a new one."""
    library = notes.library
    things = {short_id(library.base, iri) for iri in iris}
    held: Identification | None = next((each for each in identifications(library) if set(each.things) == things), None)
    said: dict[str, str | None] = {
        KAJIAN + "identification": resource(FACET + "certain"),
        KAJIAN + "preferred": resource(preferred) if preferred else None,
    }
    if held is not None:
        notes.change(library.base + held.id, said)
        return
    said |= {
        KAJIAN + "identifies": " , ".join(resource(iri) for iri in iris),
        RDF + "value": " , ".join(literal(text, language) for language, text in reason.items()),
    }
    notes.add(library.base + notes.free("id", "-".join(sorted(things))), IDENTIFICATION, said, "people")


def _together_again(notes: ChangedNotes, iris: Sequence[str]) -> None:
    """Admissions that these are two are taken back."""
    pairs = {frozenset(pair) for pair in combinations(iris, 2)}
    about: dict[str, set[str]] = {}
    for row in ask(notes.library, "admissions"):
        if row["check"] in (ALIKE_PEOPLE, SAME_WORK):
            about.setdefault(row["admission"] or "", set()).add(row["about"] or "")
    for admission, things in about.items():
        if frozenset(things) in pairs:
            notes.remove(admission)


def _reason(library: Library, things: Sequence[str]) -> dict[str, str]:
    """What spoke for it when it was confirmed, in both languages."""
    fitting = [c for c in (*alike_people(library), *alike_works(library)) if len(set(c.things) & set(things)) > 1]
    found: Candidate | None = next(iter(fitting), None)
    if found is None:
        return {"id": "Disamakan oleh peneliti.", "en": "Held to be one by the researcher."}
    return {language: evidence_words(found.evidence, language) for language in ("id", "en")}
