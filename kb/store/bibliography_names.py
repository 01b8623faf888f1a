"""Names of people and organisations in a bibliography: split where the format says how, kept whole where it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kb.store.bibliography_latex import text_of
from kb.store.bibliography_organisations import (
    is_law,
    is_organisation,
)
from kb.store.bibliography_titles import (
    is_degree,
    is_title_before,
    may_be_initials,
    without_degrees_after,
    without_titles_before,
)

Note = tuple[str, str]
"""A check and the words it speaks of."""

Read = tuple["Name", tuple[Note, ...]]

_SPECIAL = re.compile(r"[\\{}~$&;/\d]|\bdan\b|\bdengan\b|--")
_BETWEEN = re.compile(r"\s(?:dan|\\?&|dengan|with)\s|;\s")
_LOWER = "van von vom zu zur zum de del della der den des di da dal do dos das du la le ten ter te af av al el y e"
_PARTICLES = frozenset(_LOWER.split())
_PATRONYMIC = frozenset({"bin", "binti", "bt", "bt.", "ibn", "ibnu"})
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV", re.IGNORECASE)
_INITIALS_AT_END = re.compile(r"(?:[A-Z]\.){1,4}[A-Z]?|[A-Z]{1,2}")
"""In "Rosa A. S." nobody can tell which word is the family's."""
_NOBODY = frozenset({"-", "–", "—", "?", "n.n.", "nn", "tanpa nama", "t.n."})


@dataclass(frozen=True, slots=True)
class Name:
    """A person by parts, or a `literal`: an organisation, a single name, a name that is kept whole.

    `titles` are academic degrees and forms of address that were set apart; the literal "others" means "dkk.".
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    titles: str = ""

    @property
    def full(self) -> str:
        """The name in natural order."""
        if self.literal:
            return self.literal
        return " ".join(part for part in (self.given, self.particle, self.family, self.suffix) if part)

    @property
    def short(self) -> str:
        """What a citation prints."""
        return self.literal or " ".join(part for part in (self.particle, self.family) if part)


OTHERS = Name(literal="others")


@lru_cache(maxsize=50_000)
def read_name(raw: str, commas: bool = False) -> Read:
    """One raw name and what is to be said about it; `commas` tells that all names of its field are "Family, Given"."""
    raw = " ".join(raw.split()) if "  " in raw else raw
    if raw.startswith("{") and _closes_at_end(raw) and raw[1:2] != "\\":
        return Name(literal=text_of(raw).strip()), ()
    if _SPECIAL.search(raw):
        whole = _kept_whole(raw)
        if whole is not None:
            return whole
    if is_law(raw):
        return _literal(raw, "law-as-author")
    if is_organisation(raw) and not _inverted(raw):
        return _literal(raw, "unbraced-organisation")
    name, titles, notes = _by_commas(raw, commas)
    name = _decoded(name)
    if titles:
        name = replace(name, titles=text_of(titles))
        notes = (("name-with-degree", f"{name.full} ({name.titles})"), *notes)
    return name, notes


def is_nobody(name: Name) -> bool:
    """Whether a name only says that there is none."""
    return name.literal.casefold() in _NOBODY


def _literal(raw: str, check: str) -> Read:
    text = text_of(raw).strip()
    return Name(literal=text), ((check, text),)


def _kept_whole(raw: str) -> Read | None:
    """A name with something in it that no single person's name has, None where it is only spelled in LaTeX."""
    bare = re.sub(r"\{[^{}]*\}", "", raw)
    between = _BETWEEN.search(bare)
    if is_organisation(raw) or is_law(raw):
        return None
    if between:
        return _literal(raw, "separator-between-people")
    if re.search(r"\d", bare) and not re.search(r"\\", raw):
        return _literal(raw, "number-in-name")
    return None


def _inverted(raw: str) -> bool:
    """Whether a comma makes a person of it: "Press, William H."."""
    family, comma, given = raw.partition(",")
    return bool(comma) and " " not in family.strip() and not is_organisation(given.strip())


def _by_commas(raw: str, commas: bool) -> tuple[Name, str, tuple[Note, ...]]:
    """The name by the parts between its commas, once degrees are taken out of them."""
    parts = _parts(raw)
    kept: list[str] = []
    before: list[str] = []
    after: list[str] = []
    for place, part in enumerate(parts):
        if place and (is_degree(part) or is_title_before(part) or _degree_for_sure(part, parts, place)):
            after.append(part)
        else:
            kept.append(part)
    for place, part in enumerate(kept):
        part, titles = without_titles_before(part, haji=bool(after))
        part, degrees = without_degrees_after(part) if "." in part else (part, "")
        before += [titles] if titles else []
        after[:0] = [degrees] if degrees else []
        kept[place] = part
    titles = ", ".join(part for part in (" ".join(before), *after) if part)
    people = [part for part in kept if part] or [raw]
    if len(people) == 2 and not kept[-1] and not commas:
        # "Supriadi, Rini Kartika, and Lina Sinatra": nobody ends a single "Family, Given" with a comma
        name, notes = _several(people)
    else:
        name, notes = _person(people, commas)
    return name, titles, notes


def _degree_for_sure(part: str, parts: list[str], place: int) -> bool:
    """Whether "S.T." is a degree: behind a name of several words, or beside one that cannot be initials."""
    if not may_be_initials(part):
        return False
    others = [other for other in (*parts[1:place], *parts[place + 1 :]) if other]
    beside = any(is_degree(other) for other in others) or without_titles_before(parts[0], False)[1] != ""
    return beside or len(parts[0].split()) > 1 or place > 1


def _person(parts: list[str], commas: bool) -> Read:
    if len(parts) == 1:
        return _in_natural_order(parts[0])
    if len(parts) == 2:
        if _SUFFIX.fullmatch(parts[1]):
            name, notes = _in_natural_order(parts[0])
            return (replace(name, suffix=parts[1]) if name.family else name), notes
        return _inverted_name(parts, "", commas)
    if len(parts) == 3 and (_SUFFIX.fullmatch(parts[1]) or _SUFFIX.fullmatch(parts[2])):
        suffix = parts.pop(1 if _SUFFIX.fullmatch(parts[1]) else 2)
        return _inverted_name(parts, suffix, True)
    return _several(parts)


def _several(parts: list[str]) -> Read:
    whole = ", ".join(parts)
    return Name(literal=whole), (("comma-between-people", whole),)


def _inverted_name(parts: list[str], suffix: str, commas: bool) -> Read:
    words = _words(parts[0])
    if (
        len(words) > 1
        and _INITIALS_AT_END.fullmatch(words[0])
        and not all(map(_INITIALS_AT_END.fullmatch, _words(parts[1])))
    ):
        return _several(parts)  # "N. Anggara, E. Retno": two people in natural order
    if (
        not commas
        and len(words) > 1
        and len(_words(parts[1])) > 1
        and words[0].casefold() not in _PARTICLES
        and "." not in parts[1]
    ):
        return _several(parts)
    particle, family = _particle(words)
    doubtful = may_be_initials(parts[1])
    return Name(family, parts[1], particle, suffix), (("initials-or-degree", ", ".join(parts)),) if doubtful else ()


def _in_natural_order(text: str) -> Read:
    words = _words(text)
    suffix = ""
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    if len(words) < 2:
        return Name(literal=text), ()
    if _INITIALS_AT_END.fullmatch(words[-1]) and not all(map(_INITIALS_AT_END.fullmatch, words)):
        return Name(literal=text), (("initials-at-end", text),)
    if any(word.casefold() in _PATRONYMIC for word in words[1:-1]):
        return Name(literal=text), (("patronymic-name", text),)
    start = len(words) - 1
    if not all(word[:1].islower() for word in words):
        start = next((place for place, word in enumerate(words[1:-1], 1) if _is_particle(word)), start)
    particle, family = _particle(words[start:])
    return Name(family, " ".join(words[:start]), particle, suffix), ()


def _is_particle(word: str) -> bool:
    return word in _PARTICLES or word.startswith(("d'", "al-"))


def _particle(words: list[str]) -> tuple[str, str]:
    """Lower-case words before the family name: van, von, de."""
    end = 0
    while end < len(words) - 1 and words[end] in _PARTICLES:
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])


def _decoded(name: Name) -> Name:
    return Name(
        *(text_of(part).strip() for part in (name.family, name.given, name.particle, name.suffix, name.literal))
    )


def _parts(raw: str) -> list[str]:
    return [part.strip() for part in (_split(raw, ",") if "{" in raw else raw.split(","))]


def _words(text: str) -> list[str]:
    return (
        [word for word in _split(text.replace("~", " "), " ") if word]
        if "{" in text
        else text.replace("~", " ").split()
    )


def _split(text: str, at: str) -> list[str]:
    """The text split at a character outside braces."""
    pieces, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if character == at and depth == 0:
            pieces.append(text[start:place])
            start = place + 1
    return [*pieces, text[start:]]


def _closes_at_end(raw: str) -> bool:
    """Whether the brace that opens the name closes only at its end."""
    depth = 0
    for place, character in enumerate(raw):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return place == len(raw) - 1
    return False
