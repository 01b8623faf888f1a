"""Citekeys of entries: their own, or a working one where they have none or share it with an earlier entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


class Keys:
    """Gives each entry a key of its own; letters' case sets no two keys apart, as BibTeX has it."""

    def __init__(self, written: Iterable[str]) -> None:
        self.written = {key.casefold() for key in written}
        self.first: dict[str, int] = {}
        self.given: set[str] = set()
        self.next: dict[str, int] = {}  # where the search went on last: a file of one key alone takes no longer

    def key(self, written: str, line: int, author: str, year: str, title: str) -> str:
        """The working key of the entry at `line`; the same file gives the same keys every time."""
        folded = written.casefold()
        if written and folded not in self.given:
            self.given.add(folded)
            self.first[folded] = line
            return written
        return self.free(written or _made(author, year, title))

    def free(self, wanted: str) -> str:
        number = self.next.get(wanted, 1)
        key = wanted if number == 1 else f"{wanted}-{number}"
        while key.casefold() in self.given or key.casefold() in self.written:
            number += 1
            key = f"{wanted}-{number}"
        self.next[wanted] = number
        self.given.add(key.casefold())
        return key


def _made(author: str, year: str, title: str) -> str:
    """A key like those that programs make: family name, year, first word of the title."""
    digits = re.search(r"\d{4}", year)
    words = [_plain(word) for word in title.split()]
    first = next((word for word in words if len(word) > 3), "") if words else ""
    return (_plain(author.split()[-1]) if author.split() else "") + (
        digits.group() if digits else ""
    ) + first or "tanpakunci"


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word.casefold()))[:30]
