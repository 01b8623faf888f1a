"""Whom a project meets: noted persons, and names that are only written; nothing is joined here but equal names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kb.citing.namings import Naming, listed_works, namings
from kb.citing.people import Likeness, body_likeness, folded, likeness, parts_of
from kb.model.person import Person, PersonMet, Spelling
from kb.queries.people import persons

if TYPE_CHECKING:
    from kb.store.library import Library


@dataclass(slots=True)
class Group:
    """Namings of one person: a noted one, or one name."""

    id: str
    person: Person | None
    namings: list[Naming] = field(default_factory=list)

    @property
    def body(self) -> bool:
        """Whether it is no human being."""
        return self.person.organisation if self.person else any(naming.body for naming in self.namings)

    @property
    def names(self) -> tuple[str, ...]:
        """Every form written, the one set right first, else the fullest."""
        noted = (self.person.name, *self.person.spellings) if self.person else ()
        written = sorted(
            {n.name for n in self.namings if n.name}, key=lambda name: (-len(name.split()), -len(name), name)
        )
        return tuple(dict.fromkeys((*noted, *written)))


def people_met(library: Library, drafts: bool = True) -> tuple[PersonMet, ...]:
    """Everybody, by family name in order."""
    return library.remember(("people-met", drafts), lambda: tuple(_met(group) for group in groups(library, drafts)))


def groups(library: Library, drafts: bool = True) -> tuple[Group, ...]:
    """The namings of a project by whom they name."""
    return library.remember(("groups", drafts), lambda: _grouped(library, drafts))


def _grouped(library: Library, drafts: bool) -> tuple[Group, ...]:
    found = _Groups(library)
    for naming in namings(library, drafts):
        found.put(naming)
    return tuple(sorted(found.every, key=lambda group: (folded(_sorting(group)), group.id)))


def _sorting(group: Group) -> str:
    name = group.person.name if group.person else group.id
    return name if group.body else " ".join((*parts_of(name).family, name))


class _Groups:
    """Puts each naming to whom it names: by id, by a spelling of one person alone, by its work's author, else by itself."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.every: list[Group] = []
        self.by_person: dict[str, Group] = {}
        self.by_spelling: dict[str, list[Group]] = {}
        self.by_work: dict[str, list[Group]] = {}
        self.by_name: dict[str, Group] = {}
        for person in persons(library):
            group = Group(person.id, person)
            self.every.append(group)
            self.by_person |= {name: group for name in (person.id, *person.same)}
            for spelling in {folded(name) for name in (person.name, *person.spellings)}:
                self.by_spelling.setdefault(spelling, []).append(group)
            for key in person.works:
                self.by_work.setdefault(key, []).append(group)

    def put(self, naming: Naming) -> None:
        """Find or make its group."""
        group = self._known(naming)
        if group is None:
            name = _key(naming)
            group = self.by_name.get(name)
            if group is None:
                group = self.by_name[name] = Group(naming.name, None)
                self.every.append(group)
        group.namings.append(naming)
        if naming.source == "bibliography":
            for key in naming.keys:
                if group not in self.by_work.setdefault(key, []):
                    self.by_work[key].append(group)

    def _known(self, naming: Naming) -> Group | None:
        if naming.person in self.by_person:
            return self.by_person[naming.person or ""]
        spelled = self.by_spelling.get(folded(naming.name), [])
        makers = [group for key in naming.keys for group in self.by_work.get(key, ())]
        both = [group for group in spelled if group in makers]
        if len(both) == 1 or len(spelled) == 1:
            return (both or spelled)[0]
        if naming.source == "bibliography":
            return _only(group for group in makers if group.person and _alike(naming, group) == "same")
        if naming.sure or naming.source == "notes":
            return _only(group for group in makers if _alike(naming, group) == "same")
        return None


def _only(found: Iterable[Group]) -> Group | None:
    distinct = {id(group): group for group in found}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


def _alike(naming: Naming, group: Group) -> Likeness:
    """A family name alone is no other name of one who is called by given names too: there may be two Horejsis."""
    mine = parts_of(naming.name)
    fits: list[Likeness] = [
        body_likeness(naming.name, name) if group.body else likeness(mine, parts_of(name))
        for name in group.names
        if group.body or not mine.given or parts_of(name).given
    ]
    return "same" if "same" in fits else "near" if "near" in fits else "other"


def _key(naming: Naming) -> str:
    """Names are equal in whatever order family and given names stand; of a body letter by letter."""
    return folded(naming.name) if naming.body else " ".join(sorted(parts_of(naming.name).words)) or naming.name


def _met(group: Group) -> PersonMet:
    person = group.person
    works = [key for n in group.namings if n.source == "bibliography" for key in n.keys]
    cited = [n.cited for n in group.namings if n.cited]
    names = group.names
    return PersonMet(
        person.id if person else names[0],
        person.name if person else names[0],
        person is not None,
        group.body,
        tuple(_spelling(name, group.namings) for name in names),
        tuple(dict.fromkeys((*(person.works if person else ()), *works))),
        tuple(dict.fromkeys(cited)),
        person.same if person else (),
        person.means if person else None,
        person.note if person else None,
    )


def _spelling(name: str, every: Sequence[Naming]) -> Spelling:
    found = [naming for naming in every if naming.name == name]
    return Spelling(
        name,
        len(found),
        tuple(sorted({naming.year for naming in found if naming.year})),
        tuple(sorted({naming.host for naming in found if naming.host})),
        tuple(sorted({naming.source for naming in found})),
    )


def titles_of(library: Library, keys: Iterable[str]) -> tuple[str, ...]:
    """Titles of works, folded, to be compared."""
    listed = listed_works(library)
    return tuple(folded(listed[key].title) for key in keys if key in listed and listed[key].title)
