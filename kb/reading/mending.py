"""Blocks that only their neighbours explain: broken paragraphs, headings with a plain number, captions without one."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.model.draft import Block, Jump, Span
from kb.reading.kinds import is_title, loose_caption

_OPEN_END = re.compile(r"[\w,\-–)/]$")
_PLAIN_NUMBER = re.compile(r"(?:\d{1,2}|[A-Za-z]|[ivx]{2,5})[.)]")
_LONG_LINE, _LONG_ITEM = 60, 120
"""From so many characters on a line is running text that a page's end may have cut."""

_NOT_BROKEN_AFTER = ("heading", "table", "caption", "code", "footnote")


def mended(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with those put right."""
    return tuple(_captions(_headings(_whole(blocks))))


def _whole(blocks: list[Block]) -> list[Block]:
    """Paragraphs that a page's end cut, joined again."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _goes_on(groups[-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [_joined(group) if len(group) > 1 else group[0] for group in groups]


def _goes_on(before: list[Block], after: Block) -> bool:
    first, last = before[0], before[-1]
    if first.kind in _NOT_BROKEN_AFTER or after.kind != "paragraph" or first.file != after.file:
        return False
    if not after.text[:1].islower() or not _OPEN_END.search(last.text):
        return False
    size = sum(len(block.text) for block in before[:4])
    return size >= (_LONG_ITEM if first.kind == "list-item" else _LONG_LINE)


def _joined(parts: list[Block]) -> Block:
    columns: list[Jump] = []
    spans: list[Span] = []
    at = 0
    for part in parts:
        jumps = part.columns or ((0, part.line, part.column),)
        if jumps[0][0]:
            jumps = ((0, part.line, part.column), *jumps)
        columns += [(offset + at, line, column) for offset, line, column in jumps]
        spans += [replace_span(span, at) for span in part.spans]
        at += len(part.text) + 1
    text = " ".join(part.text for part in parts)
    return replace(parts[0], text=text, spans=tuple(spans), columns=tuple(columns))


def replace_span(span: Span, shift: int) -> Span:
    """The span moved by `shift` code points."""
    return replace(span, start=span.start + shift, end=span.end + shift)


def _headings(blocks: list[Block]) -> list[Block]:
    """A numbered title that stands alone before running text is a heading, not a list of one."""
    found: list[Block] = []
    level = 1
    last = 0
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.kind == "heading":
            level, last = block.level, 0
        elif block.kind == "list-item" and _titles_a_part(block, before, after, last):
            bare = block.label.rstrip(".)")
            last = int(bare) if bare.isdigit() else 0
            block = replace(block, kind="heading", level=level + 1)
        found.append(block)
    return found


def _titles_a_part(block: Block, before: Block | None, after: Block | None, last: int) -> bool:
    """`last` is the number of the plain numbered title before it under the same heading."""
    if block.automatic or not _PLAIN_NUMBER.fullmatch(block.label) or not is_title(block.text):
        return False
    if before is not None and before.text.rstrip().endswith(":"):
        return False
    if before is not None and before.kind == "list-item" and not (last and block.label[:-1] == str(last + 1)):
        return False
    return after is not None and after.kind in ("paragraph", "heading", "quote", "table", "caption")


def _captions(blocks: list[Block]) -> list[Block]:
    """A line "Tabel …" without a number is a caption where a table stands beside it, "Gambar …" where it stands alone."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind == "paragraph" and loose_caption(block.text) and _has_something(blocks, number):
            block = replace(block, kind="caption")
        found.append(block)
    return found


def _has_something(blocks: list[Block], number: int) -> bool:
    if not blocks[number].text.lstrip("*_ ").lower().startswith(("tabel", "table")):
        return len(blocks[number].text) < 100
    beside = blocks[max(0, number - 1) : number] + blocks[number + 1 : number + 2]
    return any(block.kind == "table" for block in beside)
