"""Where each statement of a Turtle document begins and ends, what it speaks of, and which prefixes hold there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pyoxigraph import RdfFormat, parse

from kb.errors import SaveError
from kb.store.notes_bounds import refusal
from kb.store.turtle_tokens import Token, tokens, unescape_iri, unescape_local

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OPENING = {"]": "[", ")": "("}
_SYNTAX_BASE = "urn:x-kajian:base#"


@dataclass(frozen=True, slots=True)
class Statement:
    """One directive or one subject's block: from its first character to the one after its full stop.

    `about`: the subject's IRI, `_:x` for a labelled blank node, empty for an unlabelled one; for directives the
    prefix with its colon, or `@base`. `prefixes` and `base` are those in force where it begins.
    """

    kind: Literal["prefix", "base", "triples"]
    about: str
    start: int
    end: int
    prefixes: Mapping[str, str]
    base: str


@dataclass(frozen=True, slots=True)
class Document:
    """A Turtle file as text with its statements; `prefixes` and `base` are those in force at its end."""

    text: str
    statements: tuple[Statement, ...]
    prefixes: Mapping[str, str]
    base: str

    @property
    def newline(self) -> str:
        """The line end that the file uses."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def blocks(self, subject: str) -> list[Statement]:
        """The blocks of one subject."""
        return [s for s in self.statements if s.kind == "triples" and s.about == subject]

    def part(self, statement: Statement) -> str:
        """A statement as it was typed."""
        return self.text[statement.start : statement.end]


def require_turtle(file: str, data: bytes) -> None:
    """SaveError where the bytes are not a Turtle document, or one that the next opening would refuse."""
    if refusal(data):
        raise SaveError("save-unreadable", file=file, line="?", why=refusal(data))
    try:
        for _ in parse(data.removeprefix(b"\xef\xbb\xbf"), format=RdfFormat.TURTLE, base_iri=_SYNTAX_BASE):
            pass
    except SyntaxError as broken:
        raise SaveError("save-unreadable", file=file, line=broken.lineno or "?", why=broken.msg or broken) from broken


def read_document(data: bytes, base: str) -> Document:
    """The statements of a Turtle file; relative IRIs are resolved against `base`. Every byte is kept in the text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as broken:
        line = data.count(b"\n", 0, broken.start) + 1
        raise SaveError("turtle-unreadable", line=line, words="UTF-8") from broken
    found: list[Statement] = []
    prefixes: dict[str, str] = {}
    for words in _sentences(text):
        statement = _statement(words, prefixes, base)
        found.append(statement)
        if statement.kind == "prefix":
            prefixes = prefixes | {statement.about: _resolved(words[2], base)}
        elif statement.kind == "base":
            base = _resolved(words[1], base)
    return Document(text, tuple(found), prefixes, base)


def blank_labels(document: Document, statement: Statement) -> set[str]:
    """Labels of blank nodes that a statement uses; such a node can be spoken of elsewhere too."""
    found = tokens(document.text, statement.start, statement.end)
    return {token.text for token in found if token.kind == "blank"}


def _sentences(text: str) -> Iterator[list[Token]]:
    words: list[Token] = []
    depth: list[str] = []
    for token in tokens(text, 1 if text.startswith("\ufeff") else 0):
        words.append(token)
        if token.kind == "mark" and token.text in "[(":
            depth.append(token.text)
        elif token.kind == "mark" and token.text in "])" and (not depth or depth.pop() != _OPENING[token.text]):
            raise _unreadable(text, token)
        if not depth and (token.text == "." or _ends_sparql_directive(words)):
            yield words
            words = []
    if words:
        raise _unreadable(text, words[0])


def _ends_sparql_directive(words: list[Token]) -> bool:
    if words[0].kind != "word":
        return False
    return len(words) == {"prefix": 3, "base": 2}.get(words[0].text.casefold(), 0)


def _statement(words: list[Token], prefixes: Mapping[str, str], base: str) -> Statement:
    first, start, end = words[0], words[0].start, words[-1].end
    directive = first.text.casefold().removeprefix("@")
    if first.kind in ("word", "language") and directive == "prefix" and len(words) >= 3:
        return Statement("prefix", words[1].text, start, end, prefixes, base)
    if first.kind in ("word", "language") and directive == "base" and len(words) >= 2:
        return Statement("base", "@base", start, end, prefixes, base)
    return Statement("triples", _subject(first, prefixes, base), start, end, prefixes, base)


def _subject(token: Token, prefixes: Mapping[str, str], base: str) -> str:
    if token.kind == "iri":
        return _resolved(token, base)
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        return prefixes.get(prefix + ":", "") + unescape_local(local)
    return token.text if token.kind == "blank" else ""


def _resolved(token: Token, base: str) -> str:
    iri = unescape_iri(token.text)
    if _ABSOLUTE.match(iri):
        return iri
    # the parser's own rules for relative IRIs, not those of a second library
    document = f"{token.text} <urn:x:p> <urn:x:o> ."
    try:
        return str(next(iter(parse(document, format=RdfFormat.TURTLE, base_iri=base))).subject)[1:-1]
    except (SyntaxError, ValueError) as broken:
        raise SaveError("turtle-unreadable", line="?", words=token.text) from broken


def _unreadable(text: str, token: Token) -> SaveError:
    words = text[token.start : token.start + 40].strip()
    return SaveError("turtle-unreadable", line=text.count("\n", 0, token.start) + 1, words=words)
