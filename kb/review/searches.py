"""Searches in words: where, with what, when and how many, without a claim that nothing else exists."""

from __future__ import annotations

import re

from kb.model.search_log import SearchLog
from kb.review.numerals import cardinal, series

_MONTHS = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
           "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip


def search_sentence(log: SearchLog, language: str) -> str:
    """One search: only what the notes say of it; counts that are unknown are left out."""
    where, words = series(list(log.databases), language), series([f"“{term}”" for term in log.terms], language)
    when, limits = date_words(log.date or "", language), (log.limits or {}).get(language, "")
    if language == "id":
        text = f"Penelusuran pada {where}{f' ({when})' if when else ''} dengan kata kunci {words}"
        text += f", dengan batas {limits.rstrip('.')}," if limits else ""
        return f"{text} {_counts_id(log)}."
    text = f"A search of {where}{f' ({when})' if when else ''} for {words}"
    text += f", limited to works {limits.rstrip('.')}," if limits else ""
    return f"{text} {_counts_en(log)}."


def _counts_id(log: SearchLog) -> str:
    steps = []
    if log.read is not None:
        steps.append(f"judul dan abstrak {_many(log.read, 'id')} di antaranya dibaca")
    if log.kept is not None:
        steps.append(f"{_many(log.kept, 'id')} ditelaah sebagai penelitian terdahulu")
    if log.found is None:
        return f"dilakukan; {', dan '.join(steps)}" if steps else "dilakukan untuk tinjauan ini"
    found = f"menghasilkan {_many(log.found, 'id')} karya"
    return f"{found}; {' dan '.join(steps)}" if steps else found


def _counts_en(log: SearchLog) -> str:
    steps = []
    if log.read is not None:
        steps.append(f"title and abstract of {_many(log.read, 'en')} of them were read")
    if log.kept is not None:
        steps.append(f"{_many(log.kept, 'en')} {'was' if log.kept == 1 else 'were'} reviewed as previous studies")
    if log.found is None:
        return f"was made; {' and '.join(steps)}" if steps else "was made for this review"
    found = f"gave {_many(log.found, 'en')} work{'' if log.found == 1 else 's'}"
    return f"{found}; {' and '.join(steps)}" if steps else found


def _many(number: int, language: str) -> str:
    if number > 10:
        return f"{number:,}".replace(",", "." if language == "id" else ",")
    return cardinal(number, language)


def date_words(date: str, language: str) -> str:
    """ "12 Maret 2024", "Maret 2024" or "2024"; a date in no known form stays as it is."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", date)
    if not match:
        return date
    year, month, day = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    words = f"{_MONTHS[language][int(month) - 1]} {year}"
    return f"{int(day)} {words}" if day else words
