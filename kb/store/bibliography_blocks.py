"""The blocks of a `.bib` as the parser finds them, with the ones it gives up on read a second time.

The only file that knows bibtexparser: it cuts the file up. Each block ends here as an entry, a macro, a comment, text,
or as `broken` with the fault that stopped its reading.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import lru_cache

from bibtexparser.model import Block as ParserBlock
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    Preamble,
    String,
)
from bibtexparser.splitter import Splitter

from kb.patterns import pattern
from kb.store.bibliography_block import Block
from kb.store.bibliography_layout import ENTRY_START, Fault, FieldSpan, Layout, entry_layout
from kb.store.bibliography_memory import remembered

# Broken blocks become findings; the parser's own log lines would only double them on standard error.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)


_HEAD_IN_TEXT = pattern(
    r"@\s*[\w-]+\s*[{(]|^[ \t]*(?:article|book|booklet|inbook|incollection|inproceedings|manual|mastersthesis|misc|"
    r"online|phdthesis|proceedings|report|techreport|thesis|unpublished)[ \t]*\{",
    re.MULTILINE | re.IGNORECASE,
)
_COMMENTED_LINES = pattern(r"[^\n]*(?:\n[ \t]*%[^\n]*)*")
_NAME = pattern(r"[^\W\d][\w.:+/*-]*\Z")
_FIELD_INSIDE = pattern(
    r"[,}\n]\s*(?:[^\W\d][\w-]*\s*=\s*[{\"]|(?:author|title|year|date|journal|booktitle|publisher|volume|number|pages|"
    r"url|doi|note|editor|address|month)\s*=\s*\d)",
    re.IGNORECASE,
)
_ENTRY_INSIDE = pattern(r"@\w+\s*\{")
_STAND_IN = "\uf8ff"
_SECOND_READINGS = 8
"""How many times its own length of a file is read again at most, so that a hostile file ends in time too."""


def bibliography_blocks(text: str) -> tuple[Block, ...]:
    """All blocks in the file's order; the text's line ends must be even (see `even_lines`)."""
    return remembered(text, cut_anew)


def cut_anew(text: str) -> tuple[Block, ...]:
    """The same without what is remembered of earlier texts."""
    return tuple(_Cutter(text).blocks())


def even_lines(text: str) -> str:
    """The text with `\\n` as its only line end and every character still at its place."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def field_inside(value: str) -> bool:
    """Whether another field seems to stand in this value: the mark of a brace forgotten further up."""
    return "=" in value and _FIELD_INSIDE.search(value) is not None and not _ENTRY_INSIDE.search(value)


class _Cutter:
    def __init__(self, text: str) -> None:
        self.text = text
        self.patience = _SECOND_READINGS * len(text) + 10_000
        countable = _countable(text)
        self.stands_in = countable != text
        self.found = list(_located(countable))

    def blocks(self) -> Iterator[Block]:
        at = 0
        for place, (parsed, start) in enumerate(self.found):
            line = (parsed.start_line or 0) + 1
            if start >= at:
                new = list(self.read(parsed, start, line, place))
            elif isinstance(parsed, ImplicitComment) and start + len(parsed.raw or "") > at:
                line += self.text.count("\n", start, at)
                new = list(self.between(at, start + len(parsed.raw or ""), line))
            else:  # stands inside a block that was read a second time
                continue
            at = max([at, *(block.end for block in new)])
            yield from new

    def read(self, parsed: ParserBlock, start: int, line: int, place: int) -> Iterator[Block]:
        end = start + len(parsed.raw or "")
        inner = (
            parsed.ignore_error_block if isinstance(parsed, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) else parsed
        )
        if isinstance(inner, Entry):
            yield self.entry(inner, start, end, line)
        elif isinstance(inner, String):
            yield Block("macro", start, end, line, key=inner.key.strip(), fields=[(inner.key, str(inner.value), line)])
        elif isinstance(inner, Preamble):
            yield Block("preamble", start, end, line)
        elif isinstance(inner, ExplicitComment):
            yield Block("comment", start, end, line)
        elif isinstance(inner, ImplicitComment):
            yield from self.between(start, end, line)
        else:
            yield self.again(start, line, place)

    def entry(self, parsed: Entry, start: int, end: int, line: int) -> Block:
        if self.commented_out(start, end):
            return Block("commented-out", start, end, line, parsed.entry_type, parsed.key)
        fields = [(each.key, each.value, (each.start_line or 0) + 1) for each in parsed.fields]
        if self.stands_in:
            fields = [(name, value.replace(_STAND_IN, "\\"), at) for name, value, at in fields]
        raw = parsed.raw or ""
        if ('"' in raw or raw.count("=") > len(fields) or not _plain(tuple([each[0] for each in fields]))) and any(
            _doubtful(name, value) for name, value, _ in fields
        ):
            following = ENTRY_START.search(self.text, start + 1)
            layout = entry_layout(self.text, start, max(end, following.start()) if following else None)
            if isinstance(layout, Layout) and layout.end >= end and self.sound(layout):
                return self.laid_out(layout, line)
        return Block("entry", start, end, line, parsed.entry_type.casefold(), parsed.key.strip(), fields)

    def laid_out(self, layout: Layout, line: int, *faults: Fault) -> Block:
        """The block of a second reading."""
        fields = [
            (
                each.name,
                self.text[each.value_start : each.value_end],
                line + self.text.count("\n", layout.start, each.start),
            )
            for each in layout.fields
        ]
        return Block(
            "entry", layout.start, layout.end, line, layout.type, layout.key, fields, (*layout.faults, *faults)
        )

    def again(self, start: int, line: int, place: int) -> Block:
        """A block that the parser gave up on: up to the next entry first, then past what only looks like one."""
        following = ENTRY_START.search(self.text, start + 1)
        limit = following.start() if following else len(self.text)
        if self.commented_out(start, start):
            return Block(
                "commented-out", start, self.after_comment(start), line, *_head(self.text[start : start + 200])
            )
        near = entry_layout(self.text, start, limit)
        if isinstance(near, Layout) and self.sound(near):
            return self.laid_out(near, line)
        far = self.past(start, following, place)
        if far is not None and following is not None:
            return self.laid_out(far, line, Fault("entry-inside-field", following.start()))
        if isinstance(near, Layout):
            near = next(Fault("unreadable-entry", each.value_start, "}") for each in near.fields if self.swallows(each))
        return Block("broken", start, limit, line, *_head(self.text[start : start + 200]), faults=(near,))

    def past(self, start: int, following: re.Match[str] | None, place: int) -> Layout | None:
        """The entry read over the start of another one inside its values, where that leaves no block cut in two."""
        if following is None or self.patience <= 0:
            return None
        far = entry_layout(self.text, start, start + self.patience)
        self.patience -= (far.end if isinstance(far, Layout) else len(self.text)) - start
        if not isinstance(far, Layout) or not self.sound(far) or not far.closed:
            return None
        for parsed, begin in self.found[place + 1 :]:
            if begin >= far.end:
                break
            if begin + len(parsed.raw or "") > far.end and not isinstance(parsed, ImplicitComment):
                return None
        return far

    def sound(self, layout: Layout) -> bool:
        return not any(self.swallows(each) for each in layout.fields)

    def swallows(self, span: FieldSpan) -> bool:
        return field_inside(self.text[span.value_start : span.value_end])

    def between(self, start: int, end: int, line: int) -> Iterator[Block]:
        """Text between two entries; entries that the parser does not take for one stand in it too."""
        at = start
        for head in _HEAD_IN_TEXT.finditer(self.text, start, end):
            begin = head.start() + len(head.group()) - len(head.group().lstrip())
            if begin < at or self.commented_out(begin, begin):
                continue
            here = line + self.text.count("\n", start, begin)
            yield from self.prose(at, begin, line + self.text.count("\n", start, at))
            layout = entry_layout(self.text, begin, end)
            marked = self.text[begin] == "@"
            if isinstance(layout, Layout) and self.sound(layout) and (marked or layout.fields):
                yield self.laid_out(layout, here, *(() if marked else (Fault("missing-at-sign", begin, "@"),)))
                at = layout.end
            elif isinstance(layout, Fault) and marked:
                following = _HEAD_IN_TEXT.search(self.text, begin + 1, end)
                at = following.start() if following else end
                yield Block("broken", begin, at, here, *_head(self.text[begin : begin + 200]), faults=(layout,))
            else:
                at = begin
        yield from self.prose(at, end, line + self.text.count("\n", start, at))

    def prose(self, start: int, end: int, line: int) -> Iterator[Block]:
        words = self.text[start:end]
        if words.strip():
            line += words[: len(words) - len(words.lstrip())].count("\n")
            said = any(each.strip() and not each.lstrip().startswith("%") for each in words.split("\n"))
            yield Block("text" if said else "comment", start, end, line)

    def commented_out(self, start: int, end: int) -> bool:
        """Whether a percent sign stands before the block and each of its lines."""
        if start == 0 or self.text[start - 1] == "\n":
            return False
        if not self.text[self.text.rfind("\n", 0, start) + 1 : start].lstrip().startswith("%"):
            return False
        rest = self.text[start:end].rstrip().split("\n")[1:]
        return all(not each.strip() or each.lstrip().startswith("%") for each in rest)

    def after_comment(self, at: int) -> int:
        """The end of the last of the lines from here on that begin with a percent sign."""
        lines = _COMMENTED_LINES.match(self.text, at)
        return lines.end() if lines else at


def _countable(text: str) -> str:
    """The parser counts no line that ends in a backslash, and all lines behind it are wrong: another letter stands there."""
    return text.replace("\\\n", f"{_STAND_IN}\n") if _STAND_IN not in text else text


def _located(text: str) -> Iterator[tuple[ParserBlock, int]]:
    """The parser's blocks with the place at which each begins."""
    at = line = 0
    for block in Splitter(text).split().blocks:
        raw = block.raw or ""
        while line < (block.start_line or 0):
            step = text.find("\n", at)
            if step < 0:
                break
            at, line = step + 1, line + 1
        start = text.find(raw, at)
        if start < 0:
            continue
        yield block, start
        if isinstance(block, Entry | String | Preamble | ExplicitComment | ImplicitComment):
            at, line = start + len(raw), line + raw.count("\n")
        else:
            at = start + 1


def _doubtful(name: str, value: str) -> bool:
    """Whether the parser may have read this field wrongly.

    It takes quotation marks inside braces for the value's end, a field without a comma before it for a part of the
    value, and a line that was commented out for a field.
    """
    if not _plain((name,)):
        return True
    if value.startswith('"'):
        return "{" in value or value.count('"') > 2
    return "=" in value and (not value.startswith("{") or field_inside(value))


@lru_cache(maxsize=5_000)
def _plain(names: tuple[str, ...]) -> bool:
    """Whether all of these are names of fields: a file has few sets of them."""
    return all(_NAME.match(name) for name in names)


def _head(text: str) -> tuple[str, str]:
    """Type and key of an entry that cannot be read, as far as they can be seen."""
    head = re.match(r"\s*@?\s*([\w-]*)\s*[{(]?\s*([^\s,={}\"]*)", text)
    return (head.group(1).casefold(), head.group(2)) if head else ("", "")
