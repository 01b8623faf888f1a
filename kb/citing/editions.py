"""Editions: their number where it is one, and how Indonesian lists word it."""

from __future__ import annotations

import re

_ORDINALS = (
    "pertama first 1st", "kedua second 2nd", "ketiga third 3rd", "keempat fourth 4th", "kelima fifth 5th",
    "keenam sixth 6th", "ketujuh seventh 7th", "kedelapan eighth 8th", "kesembilan ninth 9th", "kesepuluh tenth 10th",
)  # fmt: skip
_NUMBER = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words.split()}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_AROUND = re.compile(r"\b(?:edisi|edition|edn|ed)\b\.?|\bke-?(?=\s*\d)", re.IGNORECASE)
_REVISED = re.compile(r"(?:edisi\s+)?(?:revisi|revised|rev)\.?(?:\s+(?:edition|ed)\.?)?", re.IGNORECASE)


def edition(written: str, language: str) -> str:
    """ "5", "Kelima", "5th ed." as "Edisi ke-5" in Indonesian and "5" in English; other words stay as they are.

    The Indonesian words are handed over whole: styles only know endings behind a number ("5th"), and print a text that
    is no number as it stands.
    """
    written = " ".join(written.split())
    bare = _AROUND.sub("", written).strip(" .-")
    number = _number(bare)
    if number is not None:
        return str(number) if language == "en" else f"Edisi ke-{number}"
    if _REVISED.fullmatch(written):
        return "Rev. ed." if language == "en" else "Edisi revisi"
    return written


def _number(word: str) -> int | None:
    word = word.casefold()
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)?", word)
    return int(digits[1]) if digits else _NUMBER.get(word) or _ROMAN.get(word)
