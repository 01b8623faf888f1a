"""Checks of citations against the bibliography, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.audit.chapter import Chapter, finding
from kb.audit.study_tables import study_tables
from kb.citing.listing import Listed
from kb.citing.people import folded
from kb.citing.years import UNDATED
from kb.findings import Finding, Phrase, Severity
from kb.model.citation import CitationFound, Resolved

_UNDATED = re.compile(UNDATED, re.IGNORECASE)
_SCRIPTURE = re.compile(r"al-?\s?qur['’]?an|alkitab|injil|taurat|\bweda\b|tripitaka|hadi[st]", re.IGNORECASE)
_ONE_CHAPTER = 20
"""From so many uncited entries on, and only where they are the most, a .bib is taken to serve the whole thesis."""


def no_bibliography(chapter: Chapter) -> Iterable[Finding]:
    """One finding for all that cannot be checked without a list."""
    if chapter.works or not chapter.citations:
        return
    count = len(chapter.citations)
    yield finding("no-bibliography", "warning", chapter.places(chapter.citations[:1]), count=count)


def cited_not_listed(chapter: Chapter) -> Iterable[Finding]:
    """Each work that is cited and not listed, once; laws together."""
    if not chapter.works:
        return
    missing = [each for each in chapter.citations if each.host is None and not each.own.keys and not each.own.mention]
    missing = [each for each in missing if each.citation.subject != "number" or _numbers_listed(chapter)]
    laws = [each for each in missing if each.citation.subject == "law"]
    for group in _grouped(each for each in missing if each.citation.subject != "law"):
        first = group[0].citation
        sure: Severity = "error" if first.year or first.keys else "warning"
        yield finding("cited-not-listed", sure, chapter.places(group), cited=named(first), count=len(group))
    if laws:
        names = "; ".join(dict.fromkeys(each.citation.authors[0] for each in laws))
        yield finding("cited-not-listed", "warning", chapter.places(laws), cited=names, count=len(laws))


def _numbers_listed(chapter: Chapter) -> bool:
    return any(work.typed for work in chapter.works)


def named(citation: CitationFound) -> str:
    """A citation by its authors and year, or as it is written."""
    if citation.subject == "number":
        return f"[{citation.keys[0]}]"
    if not citation.authors:
        return citation.keys[0] if citation.keys else citation.as_written
    who = citation.authors[0] if len(citation.authors) == 1 else " dan ".join(citation.authors[:2])
    who = f"{who} dkk." if citation.et_al else who
    return f"{who} ({citation.year})" if citation.year else who


def _grouped(citations: Iterable[Resolved]) -> list[list[Resolved]]:
    groups: dict[tuple[object, ...], list[Resolved]] = {}
    for each in citations:
        names = tuple(folded(name) for name in each.citation.authors)
        groups.setdefault((names or each.citation.keys, each.citation.year), []).append(each)
    return list(groups.values())


def listed_not_cited(chapter: Chapter) -> Iterable[Finding]:
    """All entries that nothing cites, in one finding."""
    missing = uncited(chapter)
    if not missing:
        return
    whole_thesis = len(missing) >= _ONE_CHAPTER and len(missing) * 2 > len(chapter.works)
    severity: Severity = "info" if whole_thesis else "warning"
    places = [chapter.entry_place(work.key) for work in missing]
    names = "; ".join(work.short for work in missing)
    yield finding("listed-not-cited", severity, places, [work.key for work in missing], count=len(missing), works=names)


def uncited(chapter: Chapter) -> list[Listed]:
    """Works of the list that no citation means."""
    if "*" in chapter.draft.silent_keys or not chapter.citations:
        return []
    if any(each.citation.subject == "number" for each in chapter.citations) and not _numbers_listed(chapter):
        return []
    seen = {key for each in chapter.citations for key in each.citekeys}
    silent = {key.casefold() for key in chapter.draft.silent_keys}
    return [
        work
        for work in chapter.works
        if work.key not in seen
        and work.key.casefold() not in silent
        and not _SCRIPTURE.search(work.title + _names(work))
    ]


def _names(work: Listed) -> str:
    return " ".join(author.name for author in work.authors)


def year_differs(chapter: Chapter) -> Iterable[Finding]:
    """Cited from one year, listed from another."""
    for each, keys, year, who in _unlike(chapter, "other_year"):
        works = [chapter.by_key[key] for key in keys]
        listed = ", ".join(dict.fromkeys(work.year or "t.t." for work in works))
        places = (*chapter.places(each), *(chapter.entry_place(key) for key in keys))
        yield finding("citation-year-differs", "warning", places, keys, cited=who, year=year or "?", listed=listed)


def name_differs(chapter: Chapter) -> Iterable[Finding]:
    """Cited under one name, listed under another that comes near."""
    for each, keys, _, who in _unlike(chapter, "near_name"):
        listed = "; ".join(chapter.by_key[key].short for key in keys)
        places = (*chapter.places(each), *(chapter.entry_place(key) for key in keys))
        yield finding("citation-name-differs", "warning", places, keys, cited=who, listed=listed)


def _unlike(chapter: Chapter, what: str) -> Iterable[tuple[list[Resolved], tuple[str, ...], str | None, str]]:
    """Citations grouped by name and year whose works differ in `what`, hosts among them; rows of study tables aside."""
    groups: dict[tuple[str, str | None], list[Resolved]] = {}
    keys: dict[tuple[str, str | None], tuple[str, ...]] = {}
    rows = {(study.block, study.row) for table in study_tables(chapter) for study in table.studies}
    for each in chapter.citations:
        citation, host = each.citation, each.citation.via
        in_row = citation.cell is not None and (citation.block, citation.cell[0]) in rows
        if getattr(each.own, what) and not each.own.mention and not in_row:
            mark = (named(citation), citation.year)
            groups.setdefault(mark, []).append(each)
            keys[mark] = each.own.keys
        if host and each.host and getattr(each.host, what):
            name = " dan ".join(host.authors[:2])
            mark = (f"{name} ({host.year})" if host.year else name, host.year)
            groups.setdefault(mark, []).append(each)
            keys[mark] = each.host.keys
    for mark, found in groups.items():
        yield found, keys[mark], mark[1], mark[0]


def ambiguous(chapter: Chapter) -> Iterable[Finding]:
    """Citations that may mean several works of the list."""
    groups: dict[tuple[str, ...], list[Resolved]] = {}
    names: dict[tuple[str, ...], str] = {}
    for each in chapter.citations:
        for match, name in ((each.own, named(each.citation)), (each.host, _host_name(each))):
            if match and match.status == "ambiguous" and not match.other_year and not match.mention:
                groups.setdefault(match.keys, []).append(each)
                names.setdefault(match.keys, name)
    for keys, found in groups.items():
        works = "; ".join(f"{chapter.by_key[key].title[:70]} [{key}]" for key in keys)
        places = (*chapter.places(found), *(chapter.entry_place(key) for key in keys))
        yield finding("ambiguous-citation", "warning", places, keys, cited=names[keys], works=works)


def _host_name(each: Resolved) -> str:
    host = each.citation.via
    if host is None or not host.authors:
        return each.citation.as_written
    who = " dan ".join(host.authors[:2])
    return f"{who} ({host.year})" if host.year else who


def without_year(chapter: Chapter) -> Iterable[Finding]:
    """Names that are cited with no year anywhere."""
    undated = [each for each in chapter.citations if _lacks_year(each, chapter)]
    for group in _grouped(undated):
        first = group[0].citation
        cited: object = named(first)
        if first.via and first.via.authors:
            cited = Phrase("{cited} (dalam {host})", {"cited": cited, "host": first.via.authors[0]})
        yield finding("citation-without-year", "warning", chapter.places(group), group[0].own.keys, cited=cited)


def _lacks_year(each: Resolved, chapter: Chapter) -> bool:
    citation = each.citation
    if citation.year or citation.subject != "work" or citation.form in ("footnote", "key", "field") or each.own.mention:
        return False
    if citation.via is None and chapter.by_notes_or_numbers:
        return False
    return not _UNDATED.search(citation.as_written)
