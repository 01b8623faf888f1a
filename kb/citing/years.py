"""Years and pages as citations write them."""

from __future__ import annotations

import re

YEAR = r"(?:1[5-9]\d\d|20\d\d)(?:[a-z](?![a-z]))?"
UNDATED = r"(?:t\.\s?t\.?|t\.\s?th\.?|n\.\s?d\.?|tanpa tahun|in press|dalam proses cetak)"
PAGE_WORD = r"(?:hlm|hal|halaman|h|p|pp|pages?|pg)\.?"
PAGES = r"(?:\d{1,4}|[ivxlc]{1,6}\b)(?:\s?[-–—]\s?\d+)?(?:\s?(?:,|dan|&)\s?\d+(?:\s?[-–—]\s?\d+)?)*"
LOCATOR = rf"(?:\s?[:;,.]?\s?{PAGE_WORD}\s?(?P<page>{PAGES})|\s?:\s?(?P<colon>{PAGES})|;\s?(?P<semicolon>\d{{1,3}})(?!\d)|,\s?(?P<bare>\d{{1,3}}(?:[-–]\d{{1,3}})?)(?![\d\w]))"

YEAR_AT = re.compile(rf"(?P<year>{YEAR}|{UNDATED})(?![\w])(?P<locator>{LOCATOR})?", re.IGNORECASE)
PAGE_ONLY = re.compile(rf"\s*{PAGE_WORD}\s?(?P<page>{PAGES})\s*", re.IGNORECASE)


def locator_of(match: re.Match[str]) -> str | None:
    """The page that a match of `LOCATOR` gives."""
    found = match["page"] or match["colon"] or match["semicolon"] or match["bare"]
    return re.sub(r"\s*[-–—]\s*", "–", found.strip()) if found else None


def normal_year(year: str) -> str | None:
    """The year as data: None for "t.t." and its like."""
    return year if year[:1].isdigit() else None


def whole_year(year: str | None) -> int | None:
    """The number of a year without its letter."""
    return int(year[:4]) if year and year[:4].isdigit() else None
