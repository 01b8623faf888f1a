"""Names compared: folded, taken apart, and whether two may be the same person or body."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from kb.citing.words import DEGREE, DOTTED_DEGREES, FUNCTION, TITLES

Likeness = Literal["same", "near", "other"]
_SPLIT = re.compile(r"[\s.,]+")
_COUNTRY = re.compile(r"[\s,]+(?:republik\s+indonesia|ri|r\.i\.|indonesia)$", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Small letters without accents, apostrophes and doubled space."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[’'`‘]", "", bare).split())


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart; `family` is what a citation prints, `given` what may stand before it."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    whole: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words in natural order."""
        return (*self.given, *self.family)


@lru_cache(maxsize=20_000)
def parts_of(written: str) -> Parts:
    """A name as a text writes it, "Djamarah, S. B." or "S. B. Djamarah"; its last word is taken for the family's."""
    bare = _without_titles(written)
    first, comma, rest = bare.partition(",")
    if comma and rest.strip():
        return Parts(_words(first), _words(rest), folded(bare.replace(",", " ")))
    words = _words(bare)
    last = next((at for at in range(len(words) - 1, 0, -1) if len(words[at]) > 1), 0)  # "Salim H.S." is called Salim
    return Parts(words[last : last + 1], (*words[:last], *words[last + 1 :]), folded(bare))


def _without_titles(written: str) -> str:
    """Titles stand before a name, degrees after a comma; the initials after a comma stay."""
    words = written.split()
    while len(words) > 1 and TITLES.fullmatch(words[0]) and words[0].endswith("."):
        words = words[1:]
    kept = [word for word in words if not _is_degree(word.rstrip(","))]
    return " ".join(kept).strip(" ,") or written


def _is_degree(word: str) -> bool:
    return "." in word and DEGREE.fullmatch(word) is not None and word.replace(".", "").lower() in DOTTED_DEGREES


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _SPLIT.split(folded(text)) if word)


def near_words(one: str, other: str) -> bool:
    """Whether two words differ as a slip of the pen does."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 4 or one[0] != other[0]:
        return False
    return int(Levenshtein.distance(one, other, score_cutoff=2)) <= (2 if shorter >= 8 else 1)


def agrees(one: str, other: str) -> Likeness:
    """Two given names: an initial agrees with its name."""
    if one == other or (one.startswith(other) and len(other) == 1) or (other.startswith(one) and len(one) == 1):
        return "same"
    return "near" if near_words(one, other) else "other"


def likeness(written: Parts, listed: Parts) -> Likeness:
    """Whether a name as written may be the listed person."""
    if written.whole == listed.whole or sorted(written.words) == sorted(listed.words):
        return "same"
    family = _families(written, listed)
    if family == "other":
        return _by_given_names(written, listed)
    given = _givens(written, listed, family)
    if given == "other":
        return "other"
    return "same" if (family, given) == ("same", "same") else "near"


def _families(written: Parts, listed: Parts) -> Likeness:
    size = len(listed.family)
    tail = written.words[-size:] if "," not in written.whole else written.family
    if tail == listed.family or written.family == listed.family or written.family == listed.family[-1:]:
        return "same"
    one, other = " ".join(tail), " ".join(listed.family)
    if near_words(one, other) or near_words("".join(written.family), "".join(listed.family)):
        return "near"
    if written.given and listed.given and one and other and one[0] == other[0] and len(one) >= 5:
        close = int(Levenshtein.distance(one, other, score_cutoff=2)) <= 2
        if close and agrees(written.given[0], listed.given[0]) != "other" and len(written.given[0]) > 1:
            return "near"
    return "other"


def _givens(written: Parts, listed: Parts, family: Likeness) -> Likeness:
    size = len(listed.family) if written.words[-len(listed.family) :] == listed.family else len(written.family)
    mine = written.words[:-size] if size else written.given
    if not mine or not listed.given:
        return "same"
    found = [max((agrees(word, other) for other in listed.given), key=_rank) for word in mine]
    if all(each == "same" for each in found):
        return "same"
    if any(each != "other" for each in found):
        return "near"
    return "other"


def _rank(each: Likeness) -> int:
    return ("other", "near", "same").index(each)


def _by_given_names(written: Parts, listed: Parts) -> Likeness:
    """Called by a given name: "Harimurti" for Harimurti Subanar, "Luluk Dwi" for Luluk Dwi Kumalasari."""
    words = written.words
    if words and len(words[0]) > 3 and words == listed.words[: len(words)] and listed.given:
        return "near"
    return "other"


def is_body_name(written: str) -> bool:
    """Whether a name is an abbreviation: only capitals, perhaps with "RI" behind it."""
    return all(word.isupper() for word in written.replace(".", "").split()) and len(written) >= 2


@lru_cache(maxsize=5_000)
def body_likeness(written: str, listed: str) -> Likeness:
    """Whether a body as written is the listed one, by its name or its abbreviation."""
    one, other = _COUNTRY.sub("", folded(written)), _COUNTRY.sub("", folded(listed))
    if one == other:
        return "same"
    bare = one.replace(".", "").replace(" ", "") if is_body_name(written) else one.replace(" ", "")
    if len(bare) >= 2 and bare in abbreviations(listed):
        return "same"
    if " " not in one and 4 <= len(one) <= 20 and _syllables(one, _content_words(other)):
        return "same"
    if " " not in listed.strip() and "." in listed and len(one) >= 3 and one == folded(listed.split(".")[0]):
        return "same"  # a site by its name: "Kemkes" is "kemkes.go.id"
    if len(one) >= 10 and int(Levenshtein.distance(one, other, score_cutoff=3)) <= max(1, len(one) // 12):
        return "near"
    return "other"


def _content_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[a-z0-9]+", text) if word not in FUNCTION)


@lru_cache(maxsize=5_000)
def abbreviations(name: str) -> frozenset[str]:
    """First letters of a body's name, with and without the country's."""
    words = _content_words(folded(name))
    short = _content_words(_COUNTRY.sub("", folded(name)))
    inside = re.findall(r"\(([A-Z]{2,10})\)", name)
    made = {"".join(word[0] for word in each) for each in (words, short) if len(each) > 1}
    return frozenset({*made, *(each.lower() for each in inside), *(f"{each}ri" for each in made)})


def _syllables(short: str, words: tuple[str, ...]) -> bool:
    """ "kemendikbud" out of "kementerian pendidikan kebudayaan": pieces of its words, one after the other."""
    if not 2 <= len(words) <= 8 or short[0] != words[0][0]:
        return False

    def fits(at: int, number: int, used: int) -> bool:
        if at == len(short):
            return used >= 2
        if number == len(words):
            return False
        word = words[number]
        for size in range(min(len(word), len(short) - at), 0, -1):
            piece = short[at : at + size]
            begins = word.startswith(piece) and (size > 1 or number)
            if (begins or (size > 2 and number and piece in word)) and fits(at + size, number + 1, used + 1):
                return True
        return number > 0 and fits(at, number + 1, used)

    return fits(0, 0, 0)


@lru_cache(maxsize=1 << 16)
def may_be(word: str, wanted: str) -> bool:
    """Whether a word of an author can be what a citation calls it: cheap enough to ask of every author."""
    return (
        word[0] == wanted[0]
        and abs(len(word) - len(wanted)) <= 2
        and (near_words(word, wanted) or _loosely(word, wanted))
    )


def _loosely(word: str, wanted: str) -> bool:
    return len(wanted) >= 5 and int(Levenshtein.distance(word, wanted, score_cutoff=2)) <= 2
