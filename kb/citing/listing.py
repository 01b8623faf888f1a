"""What may be cited: entries of a `.bib` and lines of a typed list, in one form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.citing.laws import law_in
from kb.citing.people import Parts, folded, parts_of
from kb.citing.words import is_body
from kb.citing.years import whole_year

if TYPE_CHECKING:
    from kb.store.bibliography_read import Entry

_BODY_FIELDS = ("institution", "organization", "publisher", "school")
_DOMAIN = re.compile(r"[\w-]{3,}(?:\.[a-z]{2,6}){1,3}")
"""A site that stands as its own author."""


@dataclass(frozen=True, slots=True)
class Author:
    """An author of a listed work: `parts` of a person, or a body by its whole name."""

    name: str
    parts: Parts
    body: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A work of the bibliography; `letter` sets works of one author and year apart, `number` is its own in the list."""

    key: str
    authors: tuple[Author, ...]
    year: str | None
    title: str
    file: str
    line: int
    typed: bool = False
    letter: str = ""
    number: str = ""
    law: tuple[str, str, str] | None = None
    bodies: tuple[str, ...] = ()
    text: str = ""
    others: bool = False
    kind: str = ""
    address: str = ""

    @property
    def short(self) -> str:
        """How a citation would name it."""
        names = [author.name if author.body else " ".join(author.parts.family).title() for author in self.authors]
        who = self.key if not names else names[0] if len(names) == 1 else f"{names[0]} dkk."
        if len(names) == 2:
            who = f"{names[0]} dan {names[1]}"
        return f"{who} ({self.year}{self.letter})" if self.year else who


def from_entry(entry: Entry, file: str) -> Listed:
    """An entry of a `.bib`."""
    people = entry.names.get("author") or entry.names.get("editor") or ()
    authors = [
        Author(name.full, Parts(_words(f"{name.particle} {name.family}"), _words(name.given), folded(name.full)))
        if name.family
        else body_author(name.literal)
        if " " in name.literal
        else Author(name.literal, parts_of(name.literal))
        for name in people
        if folded(name.literal) != "others"
    ]
    if not authors and entry.fields.get("organization"):
        authors = [body_author(entry.fields["organization"])]
    title = entry.fields.get("title", "")
    year = entry.fields.get("year") or entry.fields.get("date", "")[:4]
    number = entry.fields.get("number", "")
    return Listed(
        key=entry.key,
        authors=tuple(authors),
        year=year.strip() if whole_year(year.strip()) else None,
        title=" ".join(title.split()),
        file=file,
        line=entry.line,
        law=law_in(title)
        or (law_in(f"Undang-Undang Nomor {number} Tahun {year}") if entry.type == "legislation" else None),
        bodies=tuple(entry.fields[name] for name in _BODY_FIELDS if entry.fields.get(name)),
        text=" ".join(entry.raw.split())[:200],
        others=any(folded(name.literal) == "others" for name in people),
        kind=entry.type,
        address=entry.fields.get("url", "") + entry.fields.get("doi", ""),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in folded(text).replace(".", " ").split() if word)


def author_of(written: str) -> Author:
    """An author of a typed list."""
    first = written.split()[0] if written.split() else ""
    if (is_body(first) and " " in written) or _DOMAIN.fullmatch(written):
        return body_author(written)
    return Author(written, parts_of(written))


def body_author(name: str) -> Author:
    """A body as an author: its name stays whole."""
    return Author(name, Parts(tuple(folded(name).split()), (), folded(name)), True)


def lettered(works: Sequence[Listed]) -> tuple[Listed, ...]:
    """The works, those of one author and year set apart by letters in the order of their titles, as styles do."""
    from dataclasses import replace

    groups: dict[tuple[str, str], list[Listed]] = {}
    for work in works:
        if work.authors and work.year and len(work.year) == 4:
            names = " ".join(author.parts.whole for author in work.authors)
            groups.setdefault((names, work.year), []).append(work)
    letters: dict[str, str] = {}
    for same in groups.values():
        if len(same) > 1:
            for number, work in enumerate(sorted(same, key=lambda each: folded(each.title))):
                letters[work.key] = chr(ord("a") + number) if number < 26 else ""
    return tuple(replace(work, letter=letters.get(work.key, "")) for work in works)


def without(works: Sequence[Listed], keys: Collection[str]) -> tuple[Listed, ...]:
    """The works but those; a letter that only set a work apart from one of them goes with it."""
    return lettered([work for work in works if work.key not in keys]) if keys else tuple(works)


def merged(entries: Iterable[Listed], typed: Iterable[Listed]) -> tuple[Listed, ...]:
    """Entries, and of a typed list beside them what they do not hold."""
    known = tuple(entries)
    held = {(_lead(work), work.year) for work in known}
    laws = {work.law for work in known if work.law}
    extra = [
        work for work in typed if (_lead(work), work.year) not in held and (work.law is None or work.law not in laws)
    ]
    return lettered((*known, *extra))


def _lead(work: Listed) -> str:
    if not work.authors:
        return folded(work.title)
    return " ".join(work.authors[0].parts.family)
