"""Checks of what a campus asks of the sources as a whole; without limits in its form nothing is said."""

from __future__ import annotations

from collections.abc import Iterable

from kb.audit.chapter import Chapter, finding
from kb.citing.years import whole_year
from kb.findings import Finding


def few_sources(chapter: Chapter) -> Iterable[Finding]:
    """Fewer works than the campus asks for."""
    least = chapter.limits.least_sources
    if least is not None and chapter.works and len(chapter.works) < least:
        place = chapter.entry_place(chapter.works[0].key)
        yield finding("few-sources", "warning", (place,), count=len(chapter.works), least=least)


def old_sources(chapter: Chapter) -> Iterable[Finding]:
    """Too small a share of recent works."""
    recent, share = chapter.limits.recent_years, chapter.limits.recent_share
    dated = [work for work in chapter.works if whole_year(work.year) and work.law is None]
    if recent is None or not dated:
        return
    old = [work for work in dated if (whole_year(work.year) or 0) < chapter.this_year - recent]
    if (len(dated) - len(old)) < share * len(dated):
        places = [chapter.entry_place(work.key) for work in old]
        yield finding(
            "old-sources", "warning", places, [work.key for work in old],
            count=len(old), total=len(dated), years=recent, percent=round(share * 100),
        )  # fmt: skip
