"""Dates of a bibliography as CSL has them: years, months by name in both languages, ranges, days of access."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_MONTHS = (
    "jan januari january", "feb februari february peb pebruari", "mar maret march", "apr april", "mei may",
    "jun juni june", "jul juli july", "agu agt ags agustus aug august", "sep sept september",
    "okt oktober oct october", "nov november nopember", "des desember dec december",
)  # fmt: skip
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_UNDATED = re.compile(r"t\.?\s?t\.?(?:h\.?)?|n\.?\s?d\.?|s\.?\s?a\.?|tanpa tahun|no date|[-–?]+", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.Z+-]*)?[?~%]?")
_WRITTEN = re.compile(r"(?:[A-Za-z]+,\s*)?(\d{1,2})\s+([A-Za-z]+)\.?,?\s+(\d{4})")
_AMERICAN = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_YEARS = re.compile(r"(\d{4})\s*(?:-{1,3}|[–—/])\s*(\d{4})")
_ACCESS = re.compile(
    r"(?:last\s+)?(?:accessed|access(?:ed)?\s+date|retrieved|visited|diakses|akses|diunduh|diambil)\W*(?:on|at|pada|tanggal|tgl)?\W*"
    r"(?:tanggal\W*)?(.{6,30})",
    re.IGNORECASE,
)


_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?")
"""A day as repositories put it into `year`, to the second."""


def issued(fields: Mapping[str, str]) -> dict[str, Any] | None:
    """When a work appeared; None where nothing says so, the words themselves where they are no year ("in press")."""
    date = fields.get("date", "").strip()
    if date and (parts := _range(date)):
        return {"date-parts": parts}
    year = fields.get("year", "").strip() or date
    if not year or _UNDATED.fullmatch(year):
        return None
    if (stamp := _STAMP.fullmatch(year)) and (day := day_of(stamp[1])) and "date-parts" in day:
        return day
    years = _YEARS.fullmatch(year)
    if years:
        return {"date-parts": [[int(years[1])], [int(years[2])]]}
    if not re.fullmatch(r"\d{4}", year):
        return {"literal": year}
    return {"date-parts": _with_month(int(year), fields.get("month", ""), fields.get("day", ""))}


def day_of(text: str) -> dict[str, Any] | None:
    """One day in any usual spelling; the words themselves where it is not clear which is the month."""
    text = text.strip(" .;()[]")
    if not text:
        return None
    if match := _ISO.fullmatch(text):
        parts = [int(part) for part in match.groups() if part]
        return {"date-parts": [parts]} if _is_date(parts) else {"literal": text}
    if match := _WRITTEN.match(text):
        day, month, year = match[1], match[2], match[3]
    elif match := _AMERICAN.match(text):
        month, day, year = match[1], match[2], match[3]
    else:
        return {"literal": text}
    number = _month(month)
    return {"date-parts": [[int(year), number, int(day)]]} if number else {"literal": text}


def accessed(fields: Mapping[str, str]) -> dict[str, Any] | None:
    """When a page was looked at: its own field, or the words "diakses 12 Maret 2021" in a note."""
    if fields.get("urldate"):
        return day_of(fields["urldate"])
    for name in ("note", "howpublished"):
        found = _ACCESS.search(fields.get(name, ""))
        day = day_of(found[1]) if found else None
        if day and "date-parts" in day:
            return day
    return None


def _range(date: str) -> list[list[int]]:
    """ "2019", "2019-05", "2019-05-12/2019-06-01"; nothing where a part is no date."""
    parts: list[list[int]] = []
    for end in date.split("/"):
        match = _ISO.fullmatch(end.strip())
        numbers = [int(part) for part in match.groups() if part] if match else []
        if not _is_date(numbers):
            return parts[:1] if end.strip() in ("", "..") else []
        parts.append(numbers)
    return parts[:2]


def _is_date(numbers: list[int]) -> bool:
    return bool(numbers) and (len(numbers) < 2 or 1 <= numbers[1] <= 12) and (len(numbers) < 3 or 1 <= numbers[2] <= 31)


def _with_month(year: int, month: str, day: str) -> list[list[int]]:
    months = [number for part in re.split(r"\s*(?:-{1,3}|[–—/])\s*", month.strip()) if (number := _month(part))]
    if not months:
        within = re.fullmatch(r"(\d{1,2})\s+([A-Za-z]+)|([A-Za-z]+)\s+(\d{1,2})", month.strip())
        number = _month(within[2] or within[3]) if within else None
        return [[year, number, int(within[1] or within[4])]] if within and number else [[year]]
    if len(months) > 1:
        return [[year, months[0]], [year, months[1]]]
    one = re.fullmatch(r"\d{1,2}", day.strip())
    return [[year, months[0], int(one[0])]] if one else [[year, months[0]]]


def _month(text: str) -> int | None:
    word = text.strip(" .").casefold()
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return _NUMBER.get(word)
