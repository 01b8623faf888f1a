"""Where the key, the fields and their values stand in one entry of a `.bib`, character for character.

A second, more patient reading than the parser's: editing needs the places, and entries that the parser gives up on
(a doubled or forgotten comma, a forgotten last brace, `@book{` inside an abstract) are read with their faults named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kb.patterns import pattern

_HEAD = pattern(r"@?[ \t]*([\w-]+)\s*([{(])")
_BLANK = pattern(r"\s*")
_KEY = pattern(r"[^\s,={}()\"#%][^\s,={}\"#%]*(?:[ \t]+[^\s,={}\"#%]+)*")
_NAME = pattern(r"[^\W\d][\w.:+/*-]*(?:[ \t]+[\w.:-]+){0,3}(?=\s*=)")
_EQUALS = pattern(r"\s*=\s*")
_BARE = pattern(r"[^\s,{}\"#=%()]+")
_COMMAS = pattern(r",(?:\s*,)*")
_COMMENT = pattern(r"%[^\n]*")
_NEXT_FIELD = pattern(r"[^\W\d][\w:.-]*[ \t]*=")
ENTRY_START = pattern(r"^[ \t]*@[ \t]*[\w-]+\s*[{(]", re.MULTILINE)
_QUOTES = pattern(r'(?<!\\)[{}"]')
_BRACES = {False: pattern(r"(?<!\\)[{}]"), True: pattern(r"[{}]")}


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """A field: its name, and where the name, the value and (with its comma) the field end."""

    name: str
    start: int
    value_start: int
    value_end: int
    end: int
    comma: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place: `wanted` are the marks that would have been right there."""

    check: str
    at: int
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """An entry from `start` to `end`; `body_end` is where its closing brace stands (`end` where it has none)."""

    type: str
    key: str
    key_start: int
    key_end: int
    start: int
    end: int
    body_end: int
    fields: tuple[FieldSpan, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether its closing brace is there."""
        return self.body_end < self.end


def entry_layout(text: str, start: int, limit: int | None = None) -> Layout | Fault:
    """The layout of the entry that begins at `start`, or the fault at which reading it had to stop.

    A backslash before a brace hides it, as in text; where that leaves the entry open, every brace counts, as in BibTeX.
    """
    end = len(text) if limit is None else limit
    end = min(end, len(text))  # whoever looks further ahead may look beyond the last line
    first = _Walk(text, start, end, every_brace=False).entry()
    if isinstance(first, Layout) and first.closed:
        return first
    second = _Walk(text, start, end, every_brace=True).entry()
    return second if isinstance(second, Layout) and (second.closed or isinstance(first, Fault)) else first


@dataclass
class _Walk:
    text: str
    start: int
    limit: int
    every_brace: bool
    faults: list[Fault] = field(default_factory=list)
    fields: list[FieldSpan] = field(default_factory=list)

    def entry(self) -> Layout | Fault:
        head = _HEAD.match(self.text, self.start, self.limit)
        if head is None:
            return Fault("unreadable-entry", self.start, "@")
        closing = "}" if head.group(2) == "{" else ")"
        key, key_start, at = self.key(head.end(), closing)
        while True:
            at = self.gap(at)
            if at >= self.limit or ENTRY_START.match(self.text, at, self.limit):
                return self.unclosed(head, key, key_start, at, closing)
            if self.text[at] == closing:
                span = (key_start, key_start + len(key))
                found, faults = tuple(self.fields), tuple(self.faults)
                return Layout(head.group(1).casefold(), key, *span, self.start, at + 1, at, found, faults)
            step = self.field(at, closing)
            if isinstance(step, Fault):
                return step
            at = step

    def unclosed(self, head: re.Match[str], key: str, key_start: int, at: int, closing: str) -> Layout | Fault:
        """Only the last brace is missing where all values before it are whole; without any value nothing is sure."""
        if not self.fields:
            return Fault("unreadable-entry", min(at, self.limit), closing)
        end = self.fields[-1].end
        self.faults.append(Fault("unclosed-entry", end, closing))
        span = (key_start, key_start + len(key))
        found, faults = tuple(self.fields), tuple(self.faults)
        return Layout(head.group(1).casefold(), key, *span, self.start, end, end, found, faults)

    def key(self, at: int, closing: str) -> tuple[str, int, int]:
        """The key, where it stands and where the fields begin; an empty one where the first word is a field's name."""
        at = self.blank(at)
        match = _KEY.match(self.text, at, self.limit)
        if match is None or _EQUALS.match(self.text, match.end()):
            words = match.group().split() if match else []
            if match and len(words) == 2 and not self.text[match.start() : match.end()].count("\n"):
                self.faults.append(Fault("missing-comma", at + len(words[0]), ","))
                return words[0], at, at + len(words[0])
            return "", at, at + self.text.startswith(",", at)
        key = match.group().rstrip()
        if closing == ")" and key.endswith(")"):
            key = key[:-1]
        after = self.blank(at + len(key))
        if self.text[after : after + 1] == ",":
            after += 1
        elif after < self.limit and self.text[after] != closing:
            self.faults.append(Fault("missing-comma", at + len(key), ","))
        return key, at, after

    def gap(self, at: int) -> int:
        """Past blanks, surplus commas and lines that are commented out, each of which is named."""
        while True:
            at = self.blank(at)
            commas = _COMMAS.match(self.text, at, self.limit)
            if commas is not None:  # one fault for a run of them: a line of half a million is named once
                self.faults.append(Fault("extra-comma", at))
                at = commas.end()
                continue
            comment = _COMMENT.match(self.text, at, self.limit)
            if comment is None:
                return at
            if "=" in comment.group():
                self.faults.append(Fault("field-commented-out", at))
            at = comment.end()

    def field(self, at: int, closing: str) -> int | Fault:
        name = _NAME.match(self.text, at, self.limit)
        if name is None:
            return Fault("unreadable-entry", at, f"{closing} =")
        equals = _EQUALS.match(self.text, name.end(), self.limit)
        assert equals is not None
        value_end = self.value(equals.end())
        if isinstance(value_end, Fault):
            return value_end
        after = self.blank(value_end)
        comma = self.text.startswith(",", after) and after < self.limit
        if not comma and after < self.limit and _NEXT_FIELD.match(self.text, after, self.limit):
            self.faults.append(Fault("missing-comma", value_end, ","))
        end = after + 1 if comma else value_end
        self.fields.append(FieldSpan(name.group(), at, equals.end(), value_end, end, comma))
        return end

    def value(self, at: int) -> int | Fault:
        """The end of `{…} # "…" # word`."""
        while True:
            end = self.piece(at)
            if isinstance(end, Fault):
                return end
            joined = self.blank(end)
            if not self.text.startswith("#", joined) or joined >= self.limit:
                return end
            at = self.blank(joined + 1)

    def piece(self, at: int) -> int | Fault:
        opening = self.text[at : at + 1] if at < self.limit else ""
        if opening == "{":
            return self.braced(at)
        if opening == '"':
            return self.quoted(at)
        bare = _BARE.match(self.text, at, self.limit)
        if bare is None:
            return at if opening in (",", "}") else Fault("unreadable-entry", at, '{ "')
        return bare.end()

    def braced(self, at: int) -> int | Fault:
        depth = 0
        for mark in _BRACES[self.every_brace].finditer(self.text, at, self.limit):
            depth += 1 if mark.group() == "{" else -1
            if depth == 0:
                return mark.end()
        return Fault("unreadable-entry", at, "}")

    def quoted(self, at: int) -> int | Fault:
        """To the next quotation mark outside braces."""
        depth = 0
        for mark in _QUOTES.finditer(self.text, at + 1, self.limit):
            if mark.group() == '"' and depth == 0:
                return mark.end()
            depth += {"{": 1, "}": -1}.get(mark.group(), 0)
            if depth < 0:
                break
        return Fault("unreadable-entry", at, '"')

    def blank(self, at: int) -> int:
        match = _BLANK.match(self.text, at, self.limit)
        return match.end() if match else at
