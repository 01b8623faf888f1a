"""Ids for new things: short, typed, made of the person's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LONGEST = 40


def free_id(prefix: str, words: str, taken: Callable[[str], bool]) -> str:
    """`prefix` + words in ASCII, with a number behind it where that is taken already."""
    stem = slug(words)
    wanted = f"{prefix}-{stem}" if stem else f"{prefix}-1"
    number = 2
    found = wanted
    while taken(found):
        found = f"{prefix}-{stem}-{number}" if stem else f"{prefix}-{number}"
        number += 1
    return found


def slug(words: str) -> str:
    """Letters and digits in lower case, joined by hyphens, cut after a whole word; empty for other scripts."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(found) <= _LONGEST:
        return found
    cut = found[: _LONGEST + 1].rpartition("-")[0]
    return cut or found[:_LONGEST]
