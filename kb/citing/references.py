"""Names with a year behind them, as they stand inside a bracket or after "dalam"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.citing.name_runs import NameRun
from kb.citing.names import after
from kb.citing.vocabulary import Vocabulary
from kb.citing.words import MONTHS
from kb.citing.years import PAGE_WORD, PAGES, YEAR_AT, locator_of, normal_year

_SEPARATOR = re.compile(r"\s*[,:.]?\s*\(?")
_DATE = re.compile(r"\d{1,2}\s+(?P<month>[A-Za-z]+)\s+")
_MORE = re.compile(r"\s*(?:,|&|dan|and|;)\s*")
_PAGE_AFTER = re.compile(rf"\s*[,:]?\s*{PAGE_WORD}\s?(?P<page>{PAGES})(?!\w)", re.IGNORECASE)
_RANGE = re.compile(r"\s?[-–—]\s?(?:\d{2,4}|sekarang)")
_REPRINT = re.compile(r"\s?/\s?(?P<year>\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A year with its page, from `start` to `end`."""

    year: str | None
    locator: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Names with their years; `years` is empty where only a page follows or nothing."""

    names: NameRun
    years: tuple[Dated, ...]
    end: int
    weak: bool = False
    page: str | None = None


def years_at(text: str, start: int, end: int) -> tuple[Dated, ...]:
    """One or more years with their pages that begin at `start`; none where they are a span of time."""
    found: list[Dated] = []
    at = start
    while match := YEAR_AT.match(text, at, end):
        if _RANGE.match(text, match.end("year"), end) and not match["locator"]:
            return ()
        year, stop = match["year"], match.end()
        reprint = _REPRINT.match(text, match.end("year"), end)
        if reprint:
            if int(reprint["year"]) - int(year[:4]) == 1:
                return ()  # a school year
            year, stop = reprint["year"], reprint.end()
        found.append(Dated(normal_year(year), locator_of(match), match.start(), stop))
        more = _MORE.match(text, stop, end)
        if not more:
            break
        at = more.end()
    return tuple(found)


def reference(text: str, start: int, end: int, vocabulary: Vocabulary) -> Reference | None:
    """Names at `start` with what follows them up to `end`."""
    names = after(text, start, vocabulary, end=end)
    small = False
    if names is None or text[start : names.start].strip():
        names, small = _small_name(text, start, end, vocabulary), True
        if names is None:
            return None
    separator = _SEPARATOR.match(text, names.end, end)
    at = separator.end() if separator else names.end
    weak = names.weak or small
    date = _DATE.match(text, at, end)
    if date and date["month"].lower() in MONTHS:
        at, weak = date.end(), True
    years = years_at(text, at, end)
    if years:
        tight = "," in text[names.end : at] or ":" in text[names.end : at] or "." in text[names.end : at]
        loose = not tight and not names.et_al
        return Reference(names, years, years[-1].end, weak or loose)
    page = _PAGE_AFTER.match(text, names.end, end)
    if page:
        return Reference(names, (), page.end(), weak, page["page"].strip())
    return Reference(names, (), names.end, weak)


def _small_name(text: str, start: int, end: int, vocabulary: Vocabulary) -> NameRun | None:
    """ "(tambunan, 2010)": one word that lost its capital."""
    names = after(text, start, vocabulary, small_first=True, end=end)
    if names is None or text[start : names.start].strip() or len(names.authors[0]) < 4:
        return None
    return None if vocabulary.common(names.authors[0]) else names
