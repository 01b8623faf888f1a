"""Text that every document format can hold."""

from __future__ import annotations

import re

MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was that no document can hold: a hole that is seen, not a silent loss."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TO_CLEAN = re.compile("[\x00-\x08\x0b-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PERHAPS_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_OBEYED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_OBEYED_BUT_COLOURS = re.compile(r"(?!\x1b\[[0-9;]*m)[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*%?")
_FORMULA = re.compile("[ \xa0]*[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")


def clean(text: str) -> str:
    """The text with every kind of line end as `\\n` and characters that XML forbids as `MARK`."""
    if not _TO_CLEAN.search(text):
        return text
    return _ILLEGAL.sub(MARK, _LINE_ENDS.sub("\n", text))


def printable(text: str, colours: bool = False) -> str:
    """The text with every character that a terminal would obey as `MARK`; tabs, line ends and `colours` stay."""
    if not _PERHAPS_OBEYED.search(text):  # the quick look: a long answer has none
        return text
    return (_OBEYED_BUT_COLOURS if colours else _OBEYED).sub(MARK, text)


def storable(text: str) -> str:
    """The text with every control character as `MARK`, tabs and line ends apart: a file may be shown in a terminal."""
    return _CONTROL.sub(MARK, text)


def formula_safe(text: str) -> str:
    """A clean text that no spreadsheet runs: an apostrophe before what would be a formula; numbers are left alone."""
    text = clean(text)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
