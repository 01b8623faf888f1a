"""Checks of what may be one: entries of one work, spellings of one person; offered with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator

from kb.citing.alike_people import alike_people
from kb.citing.alike_works import alike_works
from kb.citing.evidence_words import evidence_phrases
from kb.findings import Finding, Place
from kb.model.identification import Candidate
from kb.store.library import Library


def same_work(library: Library) -> Iterator[Finding]:
    """Entries that may be one work, not those of which the notes already speak."""
    for each in alike_works(library):
        if each.noted is None:
            places = _places(library, each.things)
            yield Finding(
                "same-work", "warning" if each.certainty == "probable" else "info", places[0],
                {"keys": ", ".join(each.things), "evidence": evidence_phrases(each.evidence), "words": " ".join(each.things)},
                citekeys=each.things, about=each.things, related=tuple(places[1:]),
            )  # fmt: skip


def people_alike(library: Library) -> Iterator[Finding]:
    """Names in bibliography and notes that may be one person's; those of a draft are told by its audit."""
    for each in alike_people(library, drafts=False):
        if each.noted is None:
            keys = _keys(library, each)
            places = _places(library, keys) or [Place()]
            words = " ".join(f'"{thing}"' if " " in thing else thing for thing in each.things)
            yield Finding(
                "alike-people", "warning" if each.certainty == "probable" else "info", places[0],
                {"names": " / ".join(each.names), "evidence": evidence_phrases(each.evidence), "words": words},
                citekeys=keys, about=each.things, related=tuple(places[1:]),
            )  # fmt: skip


def _keys(library: Library, candidate: Candidate) -> tuple[str, ...]:
    from kb.citing.people_met import people_met

    met = {person.id: person.works for person in people_met(library, drafts=False)}
    return tuple(dict.fromkeys(key for thing in candidate.things for key in met.get(thing, ())))


def _places(library: Library, keys: tuple[str, ...]) -> list[Place]:
    file = library.configuration.bibliography
    lines = {entry.key: entry.line for entry in library.bibliography.entries}
    return [Place(file, lines[key], 1, f"@{key}") for key in keys if key in lines]
