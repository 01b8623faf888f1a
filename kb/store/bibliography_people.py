"""The people of a name field: cut at `and`, most of them read by their plain form at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kb.store.bibliography_names import OTHERS, Name, Note, Read, read_name
from kb.store.bibliography_organisations import before_others, begins_as_organisation, is_others
from kb.store.bibliography_titles import BARE_DEGREES, may_be_initials

_AND = re.compile(r"[{}]|(?<!\S)and(?=[\s{]|\Z)", re.IGNORECASE)
_PLAIN_AND = re.compile(r"(?<!\S)[aA][nN][dD](?!\S)")
_PLAIN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?), ([A-Z](?:[^\W\d_]{2,}|\.)(?: (?:[^\W\d_]{4,}|[A-Z]\.))*)\Z")
"""Most names: one family name, a comma, given names or initials."""


@lru_cache(maxsize=50_000)
def read_people(value: str) -> tuple[tuple[Name, ...], tuple[Note, ...]]:
    """The people of one field as written in the file, and what has to be said about them."""
    parts = _separated(value)
    written = [name.strip() for name in parts if name.strip()]
    commas = len(written) > 1 and all("," in name or name.startswith("{") or is_others(name) for name in written)
    people: list[Name] = []
    notes: list[Note] = []
    if len(written) < len(parts):
        notes.append(("empty-name", " ".join(value.split())))
    for name in written:
        plain = _PLAIN.match(name)
        if plain is not None and not may_be_more(plain[2]):
            people.append(Name(plain[1], plain[2]))
            continue
        for found, said in _read(name, commas):
            people.append(_without_marks(found))
            notes.extend(said)
    return tuple(people), tuple(notes)


def _without_marks(name: Name) -> Name:
    """The name without a dash or full stop that only fills a field: journals' systems ask for a family name where there is none."""
    family, given = (words if any(map(str.isalpha, words)) else "" for words in (name.family, name.given))
    if not name.family or (family and given) or not (family or given):
        return name
    return replace(name, family="", given="", literal=family or given)


def _separated(value: str) -> list[str]:
    """The raw names of a field, separated at `and` outside braces; an empty one where `and` joins nothing."""
    if "{" not in value:
        return _PLAIN_AND.split(value)
    names, depth, start = [], 0, 0
    for match in _AND.finditer(value):
        token = match.group()
        if token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
        elif depth <= 0:
            names.append(value[start : match.start()])
            start = match.end()
    names.append(value[start:])
    return names


def _read(raw: str, commas: bool) -> Iterator[Read]:
    """One raw name; two where "dkk." was typed behind it."""
    if is_others(raw):
        typed = raw.casefold() not in ("others", "{others}")
        yield OTHERS, (("dkk-in-names", raw),) if typed else ()
        return
    first = before_others(raw)
    if first is not None:
        name, notes = read_name(first, commas)
        yield name, notes
        yield OTHERS, (("dkk-in-names", raw),)
        return
    yield read_name(raw, commas)


def may_be_more(given: str) -> bool:
    """Whether what stands behind the comma may be a degree, an organisation or a suffix instead of given names."""
    if given[1:2] == "." and len(given) < 9:
        return may_be_initials(given)
    return given in BARE_DEGREES or given in ("Jr", "Sr", "III") or begins_as_organisation(given)
