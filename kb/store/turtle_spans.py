"""Where each statement of a Turtle document begins and ends, what it speaks of, and which prefixes hold there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pyoxigraph import RdfFormat, Store, parse

from kb.errors import SaveError
from kb.store.alike_text import same_ends
from kb.store.notes_bounds import refusal
from kb.store.text_memory import TextMemory
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


_memory: TextMemory[Document] = TextMemory()


def require_turtle(file: str, data: bytes) -> None:
    """SaveError where the bytes are not a Turtle document, or one that the next opening would refuse."""
    if refusal(data):
        raise SaveError("save-unreadable", file=file, line="?", why=refusal(data))
    try:
        # into a store at once: between two triples of `parse` another thread may compute, with twenty pages for seconds
        Store().load(data.removeprefix(b"\xef\xbb\xbf"), RdfFormat.TURTLE, base_iri=_SYNTAX_BASE)
    except SyntaxError as broken:
        raise SaveError("save-unreadable", file=file, line=broken.lineno or "?", why=broken.msg or broken) from broken


def read_document(data: bytes, base: str) -> Document:
    """The statements of a Turtle file; relative IRIs are resolved against `base`. Every byte is kept in the text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as broken:
        line = data.count(b"\n", 0, broken.start) + 1
        raise SaveError("turtle-unreadable", line=line, words="UTF-8") from broken
    return _memory.made(text, base, lambda: document(text, base), lambda _, old: patched(old, text))


def document(text: str, base: str) -> Document:
    """The same without what is remembered of earlier texts."""
    found = tuple(_statements(text, 1 if text.startswith("\ufeff") else 0, {}, base))
    prefixes, base = _after(found[-1], text) if found else ({}, base)
    return Document(text, found, prefixes, base)


def patched(old: Document, text: str) -> Document | None:
    """The document of a text, made of one with the same base: only what lies between their ends is read; None if nothing fits.

    Nothing that a statement means or how it is cut up depends on what follows, and of what precedes only prefixes and base.
    """
    front, tail = same_ends(old.text, text)
    whole = sum(1 for statement in old.statements if statement.end < front)
    if not whole:
        return None
    more = len(text) - len(old.text)
    later = {s.start + more: place for place, s in enumerate(old.statements) if s.start >= len(old.text) - tail}
    found = list(old.statements[:whole])
    for statement in _statements(text, found[-1].end, *_after(found[-1], old.text)):
        same = old.statements[later.get(statement.start, 0)]
        if statement.start in later and (statement.prefixes, statement.base) == (same.prefixes, same.base):
            found += (
                Statement(s.kind, s.about, s.start + more, s.end + more, s.prefixes, s.base)
                for s in old.statements[later[statement.start] :]
            )
            break
        found.append(statement)
    return Document(text, tuple(found), *_after(found[-1], text))


def _statements(text: str, start: int, prefixes: Mapping[str, str], base: str) -> Iterator[Statement]:
    for words in _sentences(text, start):
        statement = _statement(words, prefixes, base)
        yield statement
        prefixes, base = _after(statement, text)


def _after(statement: Statement, text: str) -> tuple[Mapping[str, str], str]:
    """The prefixes and the base in force behind a statement."""
    if statement.kind == "triples":
        return statement.prefixes, statement.base
    words = list(tokens(text, statement.start, statement.end))
    if statement.kind == "base":
        return statement.prefixes, _resolved(words[1], statement.base)
    return {**statement.prefixes, statement.about: _resolved(words[2], statement.base)}, statement.base


def blank_labels(document: Document, statement: Statement) -> set[str]:
    """Labels of blank nodes that a statement uses; such a node can be spoken of elsewhere too."""
    if document.text.find("_:", statement.start, statement.end) < 0:
        return set()
    found = tokens(document.text, statement.start, statement.end)
    return {token.text for token in found if token.kind == "blank"}


def _sentences(text: str, start: int) -> Iterator[list[Token]]:
    words: list[Token] = []
    depth: list[str] = []
    for token in tokens(text, start):
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
