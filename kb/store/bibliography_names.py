"""Names of people and organisations in a bibliography."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.store.bibliography_latex import text_of

_BEFORE = r"(?:Prof|Dr|dr|drg|Drs|Dra|Ir|H|Hj|KH|K\.H|Tn|Ny|Ust|R\.Ng)"
_TITLES_BEFORE = re.compile(rf"^(?:{_BEFORE}\.\s*)+", re.UNICODE)
_TITLES_AFTER = re.compile(
    r"(?:\s*,?\s*\b(?:S\.\s?[A-Z][A-Za-z]*\.?(?:[A-Z][a-z]*\.?)?|M\.\s?[A-Z][A-Za-z]*\.?(?:[A-Z][a-z]*\.?)?"
    r"|A\.Md\.?|Ph\.?\s?D\.?|MBA|M\.?B\.?A\.?|MT\.?|MSc\.?|MM\.?|SE\.?|SH\.?|ST\.?|MSi\.?|MPd\.?|Ed\.D\.?|Lc\.?))+$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person by parts, or a `literal`: an organisation, a single name, a name that is kept whole.

    `titles` are academic degrees and forms of address that were set apart.
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


def split_people(value: str) -> list[str]:
    """The raw names of a field, separated at ` and ` outside braces."""
    names, depth, start = [], 0, 0
    for match in re.finditer(r"[{}]|\s+and\s+", value):
        token = match.group()
        if token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
        elif depth <= 0:
            names.append(value[start : match.start()].strip())
            start = match.end()
    names.append(value[start:].strip())
    return [name for name in names if name]


def read_name(raw: str) -> Name:
    """One raw name: braces keep it whole, degrees are set apart, a single word stays a single name."""
    if raw.startswith("{") and raw.endswith("}"):
        return Name(literal=text_of(raw))
    plain = text_of(raw)
    bare, titles = _without_titles(plain)
    if "," in bare:
        parts = [part.strip() for part in bare.split(",")]
        suffix, given = (parts[1], parts[2]) if len(parts) > 2 else ("", parts[1])
        particle, family = _particle(parts[0].split())
        if not given:
            return Name(literal=parts[0], titles=titles)
        return Name(family, given, particle, suffix, titles=titles)
    words = bare.split()
    if len(words) < 2:
        return Name(literal=bare, titles=titles)
    start = next((i for i, word in enumerate(words[1:-1], 1) if word[:1].islower()), len(words) - 1)
    particle, family = _particle(words[start:])
    return Name(family, " ".join(words[:start]), particle, titles=titles)


def _without_titles(name: str) -> tuple[str, str]:
    before = _TITLES_BEFORE.match(name)
    rest = name[before.end() :] if before else name
    after = _TITLES_AFTER.search(rest)
    bare = rest[: after.start()].rstrip(" ,") if after and after.start() > 0 else rest
    titles = " ".join(
        part.strip(" ,") for part in (before.group() if before else "", after.group() if after else "") if part
    )
    return (bare, titles) if bare else (name, "")


def _particle(words: list[str]) -> tuple[str, str]:
    """Lower-case words before the family name: van, von, de, bin, binti."""
    end = 0
    while end < len(words) - 1 and words[end][:1].islower():
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])
