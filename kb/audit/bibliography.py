"""Checks of the bibliography itself, as far as a chapter's reader sees it."""

from __future__ import annotations

from collections.abc import Iterable

from kb.audit.chapter import Chapter, finding
from kb.audit.titles import plain_title
from kb.citing.listing import Author, Listed
from kb.citing.words import is_body
from kb.citing.years import whole_year
from kb.findings import Finding

_OLDEST = 1000


def entry_people(chapter: Chapter) -> Iterable[Finding]:
    """A body or a title that was entered as a person."""
    for work in chapter.works:
        if work.typed:
            continue
        for author in work.authors:
            if _is_no_person(author, work):
                yield finding(
                    "entry-people",
                    "warning",
                    (chapter.entry_place(work.key),),
                    (work.key,),
                    name=author.name,
                    key=work.key,
                )


def _is_no_person(author: Author, work: Listed) -> bool:
    if author.body:  # a body with a comma that no second brace keeps together was cut in two by some programs
        return "," in author.name and f"{{{{{author.name[:12]}" not in work.text
    if not author.parts.given:
        return False
    words = author.parts.family + author.parts.given
    if is_body(author.parts.family[0]) or is_body(author.parts.given[0]):
        return True
    return len(words) >= 5 and plain_title(author.name) in plain_title(work.title)


def entry_year(chapter: Chapter) -> Iterable[Finding]:
    """A year that cannot be."""
    for work in chapter.works:
        year = whole_year(work.year)
        if year is not None and not _OLDEST <= year <= chapter.this_year + 1:
            yield finding(
                "entry-year", "warning", (chapter.entry_place(work.key),), (work.key,), year=work.year, work=work.short
            )


def entry_duplicate(chapter: Chapter) -> Iterable[Finding]:
    """One work under two keys."""
    seen: dict[tuple[str, str], Listed] = {}
    for work in chapter.works:
        title = plain_title(work.title)
        if len(title) < 15 or work.law:
            continue
        lead = " ".join(work.authors[0].parts.family) if work.authors else ""
        first = seen.setdefault((title, lead), work)
        if first is not work and (first.year == work.year or not first.year or not work.year):
            places = (chapter.entry_place(work.key), chapter.entry_place(first.key))
            yield finding(
                "entry-duplicate",
                "warning",
                places,
                (first.key, work.key),
                one=first.key,
                other=work.key,
                title=work.title[:120],
            )
