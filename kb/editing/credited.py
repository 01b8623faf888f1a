"""The people and organisations that a text credits: those the notes know, or new ones."""

from __future__ import annotations

from kb.citing.words import is_body
from kb.editing.changed_notes import ChangedNotes
from kb.editing.turtle_text import literal, resource
from kb.model.person import Person
from kb.queries.people import noted_people, persons
from kb.queries.works import works_by_key
from kb.store.library import Library
from kb.vocabulary import FOAF, SKOS, work_iri


def known_person(library: Library, name: str) -> Person | None:
    """The person with this id, name or spelling, letter case aside; None where nobody or more than one bears it."""
    wanted = " ".join(name.casefold().split())
    bearers = [
        person
        for person in persons(library)
        if wanted
        in {
            person.id.casefold(),
            *(i.casefold() for i in person.same),
            *(" ".join(n.casefold().split()) for n in (person.name, *person.spellings)),
        }
    ]
    exact = [person for person in bearers if person.id == name or person.name == name]
    found = exact or bearers
    return found[0] if len(found) == 1 else None


def person_iri(notes: ChangedNotes, name: str, work: str = "") -> str:
    """The IRI of the person meant by an id or name; one that no note knows is written down.

    `work` is a work that is certainly theirs: an author of that name there lends given and family name.
    """
    known = known_person(notes.library, name)
    if known is not None:
        return notes.iri(known.id)
    if name in notes.people:
        return notes.people[name]
    family, given = _parts(notes.library, name, work)
    iri = notes.iri(notes.free("tokoh", family or name))
    said: dict[str, str | None] = {FOAF + "name": literal(name, None)}
    if family and given:
        said |= {FOAF + "givenName": literal(given, None), FOAF + "familyName": literal(family, None)}
    if work and _is_author(notes.library, name, work):
        said[FOAF + "made"] = resource(work_iri(notes.library.base, work))
    notes.add(iri, FOAF + ("Organization" if family is None else "Person"), said, "people")
    notes.people[name] = iri
    return iri


def note_spelling(notes: ChangedNotes, iri: str, name: str) -> None:
    """Keep a spelling met in a text with the person whom it names, so that it is found again."""
    known = noted_people(notes.library).get(iri)
    if known is None or not name or name in (known.name, *known.spellings):
        return
    spellings = notes.spellings.setdefault(iri, list(known.spellings))
    if name not in spellings:
        spellings.append(name)
        notes.change(iri, {SKOS + "hiddenLabel": " , ".join(literal(each, None) for each in spellings)})


def _is_author(library: Library, name: str, citekey: str) -> bool:
    work = works_by_key(library).get(citekey)
    family = (_parts(library, name, "")[0] or name).casefold()
    return work is not None and any((author.family or author.name).casefold() == family for author in work.authors)


def _parts(library: Library, name: str, citekey: str) -> tuple[str | None, str | None]:
    """Family and given name; no family name for a body."""
    work = works_by_key(library).get(citekey)
    for author in work.authors if work else ():
        if author.name == name or f"{author.given} {author.family}" == name:
            return author.family, author.given
    words = name.split()
    if words and (is_body(words[0]) or (len(words) == 1 and len(name) > 1 and name.isupper())):
        return None, None
    if "," in name:
        family, _, given = name.partition(",")
        return family.strip(), given.strip()
    return words[-1] if words else name, " ".join(words[:-1]) or None
