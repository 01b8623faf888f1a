"""Citations by number in square brackets: [1], [2, p. 5], [3]-[5]."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.citing.mention import Mention
from kb.citing.years import PAGE_WORD, PAGES

_ONE = rf"\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?(?:\s?,\s?(?:{PAGE_WORD}\s?(?:{PAGES}))|\s?,\s?\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?)*"
NUMBER = re.compile(rf"(?<![\w\]\)=+*/(\[])(?<![=+*/(]\s)\[(?P<inside>{_ONE})\](?![\w(]|\s?[:=])")
_RANGE = re.compile(r"\]\s?[-–—]\s?\[")
_PAGE = re.compile(rf",\s?{PAGE_WORD}\s?(?P<page>{PAGES})", re.IGNORECASE)
_PIECE = re.compile(r"(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?")
_MOST = 40


def counts(texts: Iterable[str]) -> int:
    """How many different numbers stand in square brackets."""
    seen: set[str] = set()
    for text in texts:
        seen.update(match["inside"] for match in NUMBER.finditer(text))
    return len(seen)


def numbers(text: str) -> list[Mention]:
    """Numbered citations of a text, each number one."""
    found: list[Mention] = []
    matches = list(NUMBER.finditer(text))
    at = 0
    while at < len(matches):
        match = matches[at]
        following = matches[at + 1] if at + 1 < len(matches) else None
        if following and _RANGE.fullmatch(text[match.end() - 1 : following.start() + 1]):
            first, last = match["inside"], following["inside"]
            if first.isdigit() and last.isdigit():
                found += _spread(int(first), int(last), match.start(), following.end())
                at += 2
                continue
        found += _in_one(match)
        at += 1
    return found


def _in_one(match: re.Match[str]) -> list[Mention]:
    page = _PAGE.search(match["inside"])
    inside = _PAGE.sub("", match["inside"])
    if any(int(first) == 0 for first, _ in _PIECE.findall(inside)):
        return []  # an interval, "[0, 1]"
    found: list[Mention] = []
    for first, last in _PIECE.findall(inside):
        found += _spread(int(first), int(last or first), match.start(), match.end(), page["page"] if page else None)
    return found


def _spread(first: int, last: int, start: int, end: int, page: str | None = None) -> list[Mention]:
    if first == 0 or last < first or last - first > _MOST:
        return []
    return [
        Mention(start, end, "key", (), None, page, keys=(str(number),), subject="number")
        for number in range(first, last + 1)
    ]
