"""Ids for new things: short, typed, made of the person's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LONGEST = 40


def free_id(prefix: str, words: str, taken: Callable[[str], bool], tried: dict[str, int] | None = None) -> str:
    """`prefix` + words in ASCII, with a number behind it where that is taken already.

    `tried` remembers for the next call how far the numbers of a name were looked through: twenty thousand things of
    one name would take the square of that.
    """
    stem = slug(words)
    wanted = f"{prefix}-{stem}" if stem else f"{prefix}-1"
    number = tried.get(wanted, 1) if tried else 1
    while taken(found := _numbered(prefix, stem, number)):
        number += 1
    if tried is not None:
        tried[wanted] = number
    return found


def _numbered(prefix: str, stem: str, number: int) -> str:
    if not stem:
        return f"{prefix}-{number}"
    return f"{prefix}-{stem}" if number == 1 else f"{prefix}-{stem}-{number}"


def slug(words: str) -> str:
    """Letters and digits in lower case, joined by hyphens, cut after a whole word; empty for other scripts."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(found) <= _LONGEST:
        return found
    cut = found[: _LONGEST + 1].rpartition("-")[0]
    return cut or found[:_LONGEST]
