"""Where each block of a `.bib` begins and ends, byte for byte; what lies between is kept as it is.

Strict: a block whose braces do not close before the next one begins is `broken`, and nothing is guessed about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kb.errors import SaveError

Kind = Literal["entry", "string", "preamble", "comment"]

_START = re.compile(r"@[ \t]*(\w+)\s*([{(])")
_NEXT = re.compile(r"^[ \t]*@[ \t]*\w+\s*[{(]", re.MULTILINE)
_MARK = re.compile(r"(?<!\\)[{}()\"]")
_KEY = re.compile(r"\s*([^,\s{}()\"=#%]+)\s*(?=[,})]|\Z)")
_NAME = re.compile(r"\s*([^=\s{}\",]+)\s*=")


@dataclass(frozen=True, slots=True)
class BibliographyBlock:
    """One `@…{…}`: `key` is the citekey or the name of the string, `start` and `end` its place in the text."""

    kind: Kind
    key: str
    start: int
    end: int
    broken: bool = False


def bibliography_text(data: bytes) -> str:
    """The file as text from which `bibliography_bytes` gives the very same bytes back, whatever its encoding."""
    return data.decode("utf-8", "surrogateescape")


def bibliography_bytes(text: str) -> bytes:
    """The bytes of such a text."""
    return text.encode("utf-8", "surrogateescape")


def bibliography_blocks(text: str) -> Iterator[BibliographyBlock]:
    """The blocks in their order; text between two blocks belongs to none of them."""
    at = 0
    while match := _START.search(text, at):
        if _commented_out(text, match.start()):
            at = match.end()
            continue
        inner = match.end()
        following = _NEXT.search(text, inner)
        limit = following.start() if following else len(text)
        end = _closing(text, inner, match.group(2), len(text))
        broken = end is None or end > limit
        end = limit if end is None or broken else end
        kind, key = _named(match.group(1).casefold(), text[inner : end if broken else end - 1])
        yield BibliographyBlock(kind, key, match.start(), end, broken)
        at = end


def require_whole_blocks(file: str, before: bytes, after: bytes) -> None:
    """SaveError where `after` has more blocks that do not close than `before`; those there already are let be."""
    text = bibliography_text(after)
    broken = [block for block in bibliography_blocks(text) if block.broken]
    if not broken:
        return
    if len(broken) > sum(block.broken for block in bibliography_blocks(bibliography_text(before))):
        line = text.count("\n", 0, broken[0].start) + 1
        raise SaveError("save-unreadable", file=file, line=line, why=f"@…{{{broken[0].key}")


def _commented_out(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return "%" in line


def _closing(text: str, at: int, opening: str, limit: int) -> int | None:
    depth, quoted = 0, False
    for match in _MARK.finditer(text, at, limit):
        mark = match.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            if depth == 0:
                return match.end() if opening == "{" else None
            depth -= 1
        elif mark == '"' and depth == 0 and opening == "(":
            quoted = not quoted
        elif mark == ")" and depth == 0 and opening == "(" and not quoted:
            return match.end()
    return None


def _named(word: str, inner: str) -> tuple[Kind, str]:
    if word == "string":
        name = _NAME.match(inner)
        return "string", name.group(1).casefold() if name else ""
    if word in ("preamble", "comment"):
        return ("preamble" if word == "preamble" else "comment"), inner.split(":", 1)[0].strip()[:40]
    key = _KEY.match(inner)
    return "entry", key.group(1) if key else ""
