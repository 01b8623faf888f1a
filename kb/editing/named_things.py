"""What a person names when works or people are to be one or two: a citekey, an id, or a name as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.citing.people import folded
from kb.citing.people_met import people_met
from kb.errors import InputError
from kb.model.person import PersonMet
from kb.queries.identifications import same_works
from kb.queries.naming import nearest
from kb.queries.people import noted_people
from kb.store.library import Library
from kb.vocabulary import work_iri


@dataclass(frozen=True, slots=True)
class Named:
    """A work or a person by its own id; `iri` is empty for somebody of whom there are no notes yet."""

    id: str
    kind: Literal["work", "person"]
    iri: str
    person: PersonMet | None = None


def named(library: Library, word: str) -> Named:
    """The work or person that is called so; ids and keys go before names, exact letters before folded ones."""
    keys = {entry.key: entry.key for entry in library.bibliography.entries}
    noted = {person.id: iri for iri, person in noted_people(library).items()}
    met = {person.id: person for person in people_met(library)}
    by_alias = {alias: person for person in met.values() for alias in person.same}
    if word in noted:
        return Named(word, "person", noted[word], met.get(word) or by_alias.get(word))
    if word in keys:
        return Named(word, "work", work_iri(library.base, word))
    for same in (lambda name: name == word, lambda name: folded(name) == folded(word)):
        bearers = [
            p for p in met.values() if any(same(name) for name in (p.id, p.name, *(s.text for s in p.spellings)))
        ]
        best = [p for p in bearers if same(p.name)] or bearers
        if len(best) == 1:
            return Named(best[0].id, "person", noted.get(best[0].id, ""), best[0])
        if len(best) > 1:
            raise InputError("name-of-several", name=word, ids=", ".join(person.id for person in best))
    key = next((key for key in keys if key.casefold() == word.casefold()), None)
    if key:
        return Named(key, "work", work_iri(library.base, key))
    close = nearest(word, [*keys, *met, *(person.name for person in met.values())])
    raise InputError("unknown-id", name=word, nearest=", ".join(close) or "–")


def standing(library: Library, thing: Named) -> str:
    """The id that stands for a thing after what is confirmed."""
    if thing.kind == "work":
        return same_works(library).get(thing.id, thing.id)
    return thing.person.id if thing.person else thing.id


def person_named(library: Library, word: str) -> PersonMet:
    """The person or body that is called so; InputError with the nearest names."""
    thing = named(library, word)
    if thing.person is None:
        close = nearest(word, [person.name for person in people_met(library)])
        raise InputError("unknown-id", name=word, nearest=", ".join(close) or "–")
    return thing.person
