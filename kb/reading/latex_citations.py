"""Citing commands of natbib and biblatex: keys, pages, and where a command ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.reading.latex_source import LEFT_OUT, Source

_COMMAND = re.compile(
    r"(?:[cC]ite(?:p|t|alp|alt|author|year|yearpar|title|url|date|text)?|[pP]arencites?|[tT]extcites?|[aA]utocites?"
    r"|[fF]ootcites?|[fF]ootcitetexts?|[sS]martcites?|supercites?|[fF]ullcite|[fF]ootfullcite|[cC]ites|citeA|citeNP?"
    r"|shortcite|[nN]otecite|[pP]notecite|nptextcite|apacite|citeasnoun|possessivecite|onlinecite|longcite)\*?$"
)
NARRATIVE = re.compile(
    r"(?:[cC]ite(?:t|alt|author)|[tT]extcites?|citeA|citeN|citeasnoun|possessivecite|nptextcite)\*?$"
)
_PAGE = re.compile(r"(?:hlm|hal|halaman|h|p|pp|page|pages|bab|chap|chapter)?\.?[ ~]*(\d[\w–-]*)")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citing command: its keys with their pages, and the offset after it."""

    command: str
    keys: tuple[str, ...]
    locators: tuple[str | None, ...]
    end: int


def is_citing(command: str) -> bool:
    """Whether a command's name is one that cites."""
    return _COMMAND.match(command) is not None


def cited(source: Source, command: str, at: int) -> Cited | None:
    """The citation of a command whose name ends at `at`; None where no keys follow."""
    keys: list[str] = []
    locators: list[str | None] = []
    many = command.rstrip("*").endswith("s") and command.rstrip("*") != "citealias"
    while True:
        options, opening = _options(source, at)
        if opening is None:
            break
        closing = source.closing[opening]
        found = [key.strip() for key in source.text[opening + 1 : closing].replace(LEFT_OUT, "").split(",")]
        found = [key for key in found if key]
        keys += found
        page = _page(options)
        locators += [page if number == len(found) - 1 else None for number in range(len(found))]
        at = closing + 1
        if not many:
            break
    return Cited(command, tuple(keys), tuple(locators), at) if keys else None


def _options(source: Source, at: int) -> tuple[list[str], int | None]:
    options: list[str] = []
    while True:
        while at < len(source.text) and source.text[at] in " \t\n\x01":
            at += 1
        character = source.text[at : at + 1]
        if character == "[" and at in source.square and len(options) < 2:
            options.append(source.text[at + 1 : source.square[at]])
            at = source.square[at] + 1
        elif character == "(" and ")" in source.text[at : at + 100]:
            at = source.text.index(")", at) + 1
        else:
            return options, at if character == "{" and at in source.closing else None


def _page(options: list[str]) -> str | None:
    match = _PAGE.match(options[-1].strip()) if options else None
    return match[1] if match else None


def expanded(body: str, arguments: list[str]) -> str:
    """A macro's body with its arguments in their places."""
    for number, argument in enumerate(arguments, 1):
        body = body.replace(f"#{number}", argument)
    return body


_IN_BODY = re.compile(r"\\([a-zA-Z]+\*?)")


def macro_citation(body: str, arguments: list[str], end: int) -> Cited | None:
    """The citation that a macro of the draft makes, if it makes one."""
    if len(body) > 500:
        return None
    inner = Source(expanded(body, arguments))
    for match in _IN_BODY.finditer(inner.text):
        if is_citing(match[1]) and (found := cited(inner, match[1], match.end())):
            return Cited(match[1], found.keys, found.locators, end)
    return None
