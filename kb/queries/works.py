"""Works of the bibliography, as far as they are known."""

from __future__ import annotations

from collections import defaultdict

from kb.model.work import Author, Work
from kb.queries.lists import list_items
from kb.queries.question import Row, ask
from kb.store.library import Library


def works(library: Library) -> dict[str, Work]:
    """Works by IRI."""
    return library.remember("works", lambda: _gather(library))


def works_by_key(library: Library) -> dict[str, Work]:
    """Works by citekey, in the file's order."""
    known = {work.citekey: work for work in works(library).values()}
    return {entry.key: known[entry.key] for entry in library.bibliography.entries if entry.key in known}


def _gather(library: Library) -> dict[str, Work]:
    authors = {row["author"]: _author(row) for row in ask(library, "authors")}
    lists = {row["work"]: list_items(library, row["list"]) for row in ask(library, "author_lists")}
    unverified: dict[str | None, list[str]] = defaultdict(list)
    for row in ask(library, "unverified"):
        unverified[row["work"]].append(row["field"] or "")
    return {
        row["work"] or "": Work(
            citekey=row["citekey"] or "",
            kind=(row["kind"] or "").rpartition("/")[2].rpartition("#")[2],
            authors=tuple(authors[iri] for iri in lists.get(row["work"], ()) if iri in authors),
            year=row["year"],
            title=row["title"],
            container=row["container"],
            publisher=row["publisher"],
            unverified=tuple(sorted(unverified[row["work"]])),
        )
        for row in ask(library, "works")
    }


def _author(row: Row) -> Author:
    return Author(row["name"] or "", row["family"], row["given"])
