"""Checks of works that were read through others ("… dalam Y")."""

from __future__ import annotations

from collections.abc import Iterable

from kb.audit.chapter import Chapter, finding
from kb.audit.citations import named
from kb.citing.people import folded, likeness, parts_of
from kb.citing.years import whole_year
from kb.findings import Finding, Phrase, Severity
from kb.model.citation import Host, Resolved

_TELLING = 10
"""A share says nothing of fewer citations than these."""
_MUCH = 0.3


def _through(chapter: Chapter) -> list[tuple[Resolved, Host]]:
    return [(each, each.citation.via) for each in chapter.citations if each.citation.via]


def name_of(host: Host) -> str:
    """A host by its names, or its key."""
    if not host.authors:
        return host.keys[0] if host.keys else host.as_written
    return " dan ".join(host.authors[:2]) + (" dkk." if host.et_al else "")


def _by_host(found: Iterable[tuple[Resolved, Host]]) -> dict[tuple[str, str | None], list[Resolved]]:
    groups: dict[tuple[str, str | None], list[Resolved]] = {}
    for each, host in found:
        groups.setdefault((name_of(host), host.year), []).append(each)
    return groups


def host_without_year(chapter: Chapter) -> Iterable[Finding]:
    """Each host that is named without a year, once."""
    undated = (
        (each, host)
        for each, host in _through(chapter)
        if host.year is None and not host.keys and each.citation.form != "footnote"
    )
    for (name, _), group in _by_host(undated).items():
        keys = group[0].host.keys if group[0].host else ()
        year = chapter.by_key[keys[0]].year if len(keys) == 1 else None
        yield finding(
            "host-without-year",
            "warning",
            chapter.places(group),
            keys,
            host=name,
            count=len(group),
            year=year or Phrase("[tahun]"),
        )


def host_not_listed(chapter: Chapter) -> Iterable[Finding]:
    """Each host that the bibliography lacks, once: it is the book that was really read."""
    if not chapter.works:
        return
    missing = ((each, host) for each, host in _through(chapter) if each.host and not each.host.keys)
    for (name, year), group in _by_host(missing).items():
        written = f"{name} ({year})" if year else name
        yield finding("host-not-listed", "error", chapter.places(group), host=written, count=len(group))


def host_older(chapter: Chapter) -> Iterable[Finding]:
    """A source that appeared before what it is said to quote."""
    for each, host in _through(chapter):
        held = chapter.by_key[each.host.keys[0]] if each.host and len(each.host.keys) == 1 else None
        year = whole_year(host.year) or (whole_year(held.year) if held else None)
        own = whole_year(each.citation.year)
        if year and own and own > year:
            keys = each.host.keys if each.host else ()
            cited = named(each.citation)
            yield finding(
                "host-older-than-original",
                "warning",
                chapter.places([each]),
                keys,
                cited=cited,
                host=name_of(host),
                year=year,
            )


def two_hosts(chapter: Chapter) -> Iterable[Finding]:
    """One work read through two sources, or once through a source and once as if in the original."""
    for group in _one_work(chapter):
        hosts = {_held(chapter, each): name_of(each.citation.via) for each in group if each.citation.via}
        direct = [each for each in group if each.citation.via is None]
        if len(hosts) < 2 and not (hosts and direct):
            continue
        ways = [Phrase("dalam {host}", {"host": name}) for name in hosts.values()]
        ways += [Phrase("langsung")] if direct else []
        shown = _one_of_each(chapter, group)
        keys = [key for each in group for key in each.citekeys]
        first = next(each for each in group if each.citation.via)
        yield finding(
            "two-hosts", "warning", chapter.places(shown), keys, cited=named(first.citation), ways=tuple(ways)
        )


def _one_of_each(chapter: Chapter, group: list[Resolved]) -> list[Resolved]:
    shown: dict[str, Resolved] = {}
    for each in group:
        shown.setdefault(_held(chapter, each) if each.citation.via else "", each)
    return list(shown.values())


def _held(chapter: Chapter, each: Resolved) -> str:
    """What makes two hosts one: the work, where its name is right or the notes know the spelling; else the name."""
    host, match = each.citation.via, each.host
    if host is None:
        return ""
    name = folded(name_of(host))
    if match is None or len(match.keys) != 1:
        return name
    person = chapter.spelled.get(name)
    known = person is not None and match.keys[0] in (*person.works, person.means)
    return match.keys[0] if known or not match.near_name else name


def _one_work(chapter: Chapter) -> list[list[Resolved]]:
    """Dated citations whose year is one and whose first name is the same or nearly so."""
    groups: dict[tuple[str, str], list[list[Resolved]]] = {}
    for each in chapter.citations:
        citation = each.citation
        if not citation.year or not citation.authors or citation.subject != "work":
            continue
        parts = parts_of(citation.authors[0])
        near = groups.setdefault((citation.year, parts.family[0][:1] if parts.family else ""), [])
        for group in near:
            if likeness(parts, parts_of(group[0].citation.authors[0])) != "other":
                group.append(each)
                break
        else:
            near.append([each])
    return [group for near in groups.values() for group in near if any(each.citation.via for each in group)]


def secondary_share(chapter: Chapter) -> Iterable[Finding]:
    """How much of the chapter was read through others."""
    total, found = len(chapter.citations), _through(chapter)
    limit = chapter.limits.secondary_share
    share = len(found) / total if total else 0.0
    if not found or (limit is None and (total < _TELLING or share < _MUCH)) or (limit is not None and share <= limit):
        return
    severity: Severity = "info" if limit is None else "warning"
    allowed: object = ""
    if limit is not None:
        allowed = Phrase(" (batas format kampus {percent} %)", {"percent": round(limit * 100)})
    yield finding(
        "secondary-share", severity, chapter.places([found[0][0]]),
        count=len(found), total=total, percent=round(share * 100), limit=allowed,
    )  # fmt: skip
