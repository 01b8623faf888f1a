"""Words of a person's own that are nearly a known value: asked about, never exchanged silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_LETTERS_FOR_A_SLIP = 6
"""One slip of the pen for every so many letters; a shorter word has one too."""


def look_alike(word: str, named: Mapping[str, str | Iterable[str]]) -> str | None:
    """The id of the value whose label or synonym the word nearly is; None where it is none or many differ too much.

    Names that differ in a number never are alike: "kelas X" and "kelas XI", "SMA 1" and "SMA 2".
    """
    from rapidfuzz.distance import DamerauLevenshtein

    wanted = _plain(word)
    if not wanted:
        return None
    best: tuple[int, str] | None = None
    for known, names in named.items():
        for name in (names,) if isinstance(names, str) else names:
            plain = _plain(name)
            most = max(1, min(len(wanted), len(plain)) // _LETTERS_FOR_A_SLIP)
            distance = DamerauLevenshtein.distance(wanted, plain, score_cutoff=most)
            close = distance <= most and (distance == 0 or min(len(wanted), len(plain)) > 3)
            if close and _numbers(word) == _numbers(name) and (best is None or distance < best[0]):
                best = (distance, known)
    return best[1] if best else None


def _plain(text: str) -> str:
    """Letters and digits in lower case, old spellings of one sound brought together."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"[^\W_]+", "".join(c for c in letters if not unicodedata.combining(c)))
    return " ".join(words).replace("kw", "ku").replace("v", "f").replace("q", "k")


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+|\b[ivx]+\b", text.casefold())
