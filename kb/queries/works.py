"""Works of the bibliography, as far as they are known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kb.model.work import Author, Work
from kb.queries.identifications import confirmed
from kb.queries.lists import list_items
from kb.queries.question import Row, ask
from kb.store.bibliography_names import OTHERS
from kb.store.library import Library

_LETTERS = 26


def works(library: Library) -> dict[str, Work]:
    """Works by IRI; an IRI that the notes hold to be another's work leads to that one."""
    return library.recall("works", lambda: _as_confirmed(library))


def entered_works(library: Library) -> dict[str, Work]:
    """Works by citekey as each is entered, whichever else it is held to be, in the file's order."""
    entered = library.recall("entered-works", lambda: _gather(library))
    known = {work.citekey: work for work in entered.values()}
    return {entry.key: known[entry.key] for entry in library.bibliography.entries if entry.key in known}


def works_by_key(library: Library) -> dict[str, Work]:
    """Works by citekey, in the file's order, each once."""
    known = {work.citekey: work for work in works(library).values()}
    return {entry.key: known[entry.key] for entry in library.bibliography.entries if entry.key in known}


def _as_confirmed(library: Library) -> dict[str, Work]:
    found, known = library.recall("entered-works", lambda: _gather(library)), confirmed(library)
    return {iri: found.get(known.of(iri), work) for iri, work in found.items()}


def _gather(library: Library) -> dict[str, Work]:
    authors = {row["author"]: _author(row) for row in ask(library, "authors")}
    lists = {row["work"]: list_items(library, row["list"]) for row in ask(library, "author_lists")}
    others = {entry.key for entry in library.bibliography.entries if OTHERS in entry.names.get("author", ())}
    unverified: dict[str | None, list[str]] = defaultdict(list)
    for row in ask(library, "unverified"):
        unverified[row["work"]].append(row["field"] or "")
    found = {
        row["work"] or "": Work(
            citekey=row["citekey"] or "",
            kind=(row["kind"] or "").rpartition("/")[2].rpartition("#")[2],
            authors=tuple(authors[iri] for iri in lists.get(row["work"], ()) if iri in authors),
            year=row["year"],
            title=row["title"],
            container=row["container"],
            publisher=row["publisher"],
            unverified=tuple(sorted(unverified[row["work"]])),
            others=row["citekey"] in others,
        )
        for row in ask(library, "works")
    }
    return _lettered(found)


def _lettered(found: dict[str, Work]) -> dict[str, Work]:
    """The works, those of the same authors and year with letters in the order of their titles, as reference lists have them."""
    groups: dict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for iri, work in found.items():
        if work.authors and work.year and not work.others:
            groups[tuple(author.name.casefold() for author in work.authors), work.year].append(iri)
    letters = {
        iri: chr(ord("a") + place)
        for same in groups.values()
        if 1 < len(same) <= _LETTERS
        for place, iri in enumerate(sorted(same, key=lambda iri: ((found[iri].title or "").casefold(), iri)))
    }
    return found | {iri: replace(found[iri], letter=letter) for iri, letter in letters.items()}


def _author(row: Row) -> Author:
    return Author(row["name"] or "", row["family"], row["given"])
