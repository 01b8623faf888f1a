"""The words of a Turtle document with their places, so that one statement can be changed and the rest stays as typed.

Strict: what is not a word of Turtle 1.1 stops the reading. Whether the words make sense is the parser's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kb.errors import SaveError

Kind = Literal["iri", "string", "name", "blank", "language", "number", "word", "mark"]

_BASE_CHARS = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_CHARS = _BASE_CHARS + "_0-9\u00b7\u0300-\u036f\u203f-\u2040-"
_UNICODE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESCAPE = rf"""\\[tbnrf"'\\]|{_UNICODE}"""
_LOCAL_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]"
_PREFIX = rf"(?:[{_BASE_CHARS}](?:[{_CHARS}.]*[{_CHARS}])?)?:"
_LOCAL = (
    rf"(?:(?:[{_BASE_CHARS}_:0-9]|{_LOCAL_ESCAPE})"
    rf"(?:(?:[{_CHARS}.:]|{_LOCAL_ESCAPE})*(?:[{_CHARS}:]|{_LOCAL_ESCAPE}))?)?"
)
_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<iri><(?:[^\x00-\x20<>"{{}}|^`\\]|{_UNICODE})*+>)
  | (?P<string>\"{{3}}(?:[^"\\]|{_ESCAPE}|"(?!""))*+\"{{3}} | '{{3}}(?:[^'\\]|{_ESCAPE}|'(?!''))*+'{{3}}
      | "(?!"")(?:[^"\\\r\n]|{_ESCAPE})*+" | '(?!'')(?:[^'\\\r\n]|{_ESCAPE})*+' | ""(?!") | ''(?!'))
  | (?P<blank>_:[{_BASE_CHARS}_0-9](?:[{_CHARS}.]*[{_CHARS}])?)
  | (?P<name>{_PREFIX}{_LOCAL})
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>[+-]?(?:(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+))
  | (?P<word>[A-Za-z]+)
  | (?P<mark>\^\^|[.;,\[\]()])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `text` stands at `start` in the document."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its `#`, without the line end."""

    text: str
    start: int


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words from `start` to `end`, without space and comments; SaveError at what is none."""
    for kind, match in _matches(text, start, len(text) if end is None else end):
        if kind != "space":
            yield Token(kind, match.group(), match.start())  # type: ignore[arg-type]


def comments(text: str, start: int, end: int) -> list[Comment]:
    """The comments between two places that lie outside words."""
    found = (match for kind, match in _matches(text, start, end) if kind == "space")
    return [Comment(match.group(), match.start()) for match in found if match.group().startswith("#")]


def _matches(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    at = start
    while at < end:
        match = _TOKEN.match(text, at, end)
        if match is None or match.lastgroup is None:
            raise SaveError("turtle-unreadable", line=text.count("\n", 0, at) + 1, words=text[at : at + 40].strip())
        yield match.lastgroup, match
        at = match.end()


def unescape_iri(text: str) -> str:
    """An IRI without its brackets, with `\\u0041` resolved."""
    return re.sub(_UNICODE, lambda match: chr(int(match.group()[2:], 16)), text[1:-1])


def unescape_local(text: str) -> str:
    """The local part of a prefixed name as it stands in the IRI."""
    return re.sub(r"\\(.)", r"\1", text)
