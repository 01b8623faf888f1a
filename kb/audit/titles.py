"""Titles compared as a reader would: case, punctuation and a left-out subtitle do not count."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio

from kb.citing.people import folded


def plain_title(text: str) -> str:
    """A title's words in small letters."""
    return " ".join(re.findall(r"[a-z0-9]+", folded(text)))


def title_differs(written: str, listed: str) -> bool:
    """Whether a title as written is not the listed one."""
    mine, theirs = plain_title(written), plain_title(listed)
    if not mine or not theirs or mine == theirs:
        return False
    main = plain_title(re.split(r"[:?]|\s[–-]\s", listed)[0])
    return mine != main and main not in mine


def near_title(written: str, listed: str) -> float:
    """How near two titles are, from 0 to 100."""
    return float(ratio(plain_title(written), plain_title(listed)))
