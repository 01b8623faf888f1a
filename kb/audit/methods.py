"""Words of method, and results that deny each other."""

from __future__ import annotations

import re

from kb.audit.sentences import sentences, words_of
from kb.citing.words import FUNCTION

_METHODS = {
    "kuantitatif": re.compile(r"\b(?:kuantitatif|quantitative)\b", re.I),
    "kualitatif": re.compile(r"\b(?:kualitatif|qualitative|fenomenologi|etnografi)\b", re.I),
    "campuran": re.compile(r"\b(?:metode campuran|mixed[- ]methods?|kombinasi kualitatif)\b", re.I),
    "pengembangan": re.compile(r"\b(?:penelitian (?:dan )?pengembangan|r\s?&\s?d|research and development)\b", re.I),
}
_NEGATION = re.compile(r"\b(?:belum|tidak|bukan|kurang|gagal|not|never)\b", re.I)
_SUCCESS = re.compile(
    r"\b(?:sudah|telah berjalan|berperan (?:aktif|penting)|peran penting|berjalan (?:dengan )?baik|berhasil|efektif|optimal"
    r"|mengoptimalkan|terlaksana|terpenuhi|important role|successful\w*|effective)\b",
    re.I,
)
_HEDGE = re.compile(r"\b(?:namun|tetapi|meskipun|walaupun|akan tetapi|however|although)\b", re.I)


def methods(text: str) -> frozenset[str]:
    """Approaches that a text names; two of them exclude each other."""
    found = {name for name, pattern in _METHODS.items() if pattern.search(text)}
    return frozenset({"campuran"} if {"kuantitatif", "kualitatif"} <= found else found)


def contradiction(table: str, prose: str) -> tuple[str, str] | None:
    """A sentence of a table and one of the prose of which one denies what the other affirms of the same thing."""
    for start, end in sentences(table):
        told = table[start:end]
        if _denies(told, prose) or _denies(prose, told):
            return told.strip(), prose.strip()
    return None


def _denies(denial: str, affirmation: str) -> bool:
    no = _NEGATION.search(denial)
    yes = _SUCCESS.search(affirmation)
    if (
        not no
        or not yes
        or _NEGATION.search(affirmation)
        or _HEDGE.search(affirmation)
        or _HEDGE.search(denial[: no.start()])
    ):
        return False
    spoken_of = _content(denial[: no.start()])[-6:]
    return len(set(spoken_of) & set(_content(affirmation))) >= 2


def _content(text: str) -> list[str]:
    return [word for word in words_of(text) if len(word) > 3 and word not in FUNCTION]
