"""Names in a cell as BibTeX writes them: told apart where commas and joining words leave no doubt, else kept whole."""

from __future__ import annotations

import re

from kb.reading.records.names import joined, whole
from kb.reading.records.study_reference import OTHERS
from kb.store.bibliography_organisations import is_organisation
from kb.store.bibliography_titles import is_degree

_BETWEEN = re.compile(r"\s*(?:&|\s(?:dan|and|serta)\s)\s*", re.IGNORECASE)
_FAMILY_FIRST = re.compile(r"^([^\W\d][^,.]+)\s((?:[A-Z]\.[ -]?)+)$")
"""Scopus parts names by semicolons and puts the family's first: "Sari D.P."."""

_INITIALS = re.compile(r"(?:[A-Z](?:[a-z]?\.|\b)[\s-]*){1,5}")


def authors_of(text: str) -> tuple[str, bool]:
    """The names as BibTeX writes them, and whether they could be told apart; names that could not are kept as one."""
    bare = " ".join(re.sub(r"[(\[]?\b(?:19|20)\d{2}[a-z]?\b[)\]]?", " ", text).split()).strip(" ,;")
    bare = bare if re.search(r"(?:\b[^\W\d]{1,4}|\.[^\W\d]+)\.$", bare) else bare.rstrip(".")
    others = bool(OTHERS.search(bare))
    bare = OTHERS.sub("", bare).strip(" ,;&")
    lines = [line for line in text.split("\n") if line.strip()]
    if not bare:
        return "", True
    if is_organisation(bare):
        return whole(bare), True
    parts = bare.split(";") if ";" in bare else lines if len(lines) > 1 and not others and "," not in bare else [bare]
    names: list[str] = []
    sure = True
    for part in parts:
        found = _names(part.strip(" ,"), alone=len(parts) == 1)
        sure = sure and found is not None
        if found is not None and ";" in bare:
            found = [_FAMILY_FIRST.sub(r"\1, \2", name) for name in found]
        names += found if found is not None else [whole(part.strip())]
    return joined((*names, "others") if others else names), sure


def _names(text: str, alone: bool) -> list[str] | None:
    """The names of a text without semicolons, None where commas can be read in more than one way."""
    groups = [part.strip(" ,") for part in _BETWEEN.split(text) if part.strip(" ,")]
    found: list[str] = []
    single = [piece.strip() for group in groups for piece in group.split(",") if piece.strip()]
    if len(groups) > 1 and re.search(r",\s*(?:dan|and|serta|&)\s", text) and all(_one_word(each) for each in single):
        return single
    for group in groups:
        pieces = _with_degrees([piece.strip() for piece in group.split(",") if piece.strip()])
        taken = _by_commas(pieces, alone and len(groups) == 1)
        if taken is None:
            return None
        found += taken
    return found


def _one_word(piece: str) -> bool:
    return " " not in piece and not _INITIALS.fullmatch(piece)


def _with_degrees(pieces: list[str]) -> list[str]:
    """Degrees put back behind the name that they follow."""
    found: list[str] = []
    for piece in pieces:
        degree = is_degree(piece) and not (len(found) == 1 and " " not in found[0])
        if found and degree:
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found


def _by_commas(pieces: list[str], alone: bool) -> list[str] | None:
    if len(pieces) == 1:
        return [_one(pieces[0])]
    if len(pieces) % 2 == 0 and all(_INITIALS.fullmatch(piece) for piece in pieces[1::2]):
        return [f"{family}, {given}" for family, given in zip(pieces[::2], pieces[1::2], strict=True)]
    if all(" " in piece for piece in pieces):
        return [_one(piece) for piece in pieces]
    if len(pieces) == 2 and " " not in pieces[0]:
        return [f"{pieces[0]}, {pieces[1]}"] if alone or " " in pieces[1] else None
    return None


def _one(name: str) -> str:
    return whole(name) if is_organisation(name) or re.search(r"\s(?:and|with)\s", name) else name
