"""Lists of a chapter: items that follow one another, with the sentence that announces them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.audit.chapter import Chapter
from kb.model.draft import Block


@dataclass(frozen=True, slots=True)
class ItemList:
    """`items` are the outermost ones; `lead` is the block before, where it announces the list."""

    items: tuple[tuple[int, Block], ...]
    lead: tuple[int, Block] | None
    after: tuple[tuple[int, Block], ...]


def style_of(label: str) -> str:
    """The look of a label without its number: "1.", "(a)", "i)"."""
    return re.sub(r"[ivx]{2,}|[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d+", "1", label)))


def lists(chapter: Chapter) -> list[ItemList]:
    """All lists of two or more items."""
    found: list[ItemList] = []
    blocks = chapter.blocks
    at = 0
    while at < len(blocks):
        if blocks[at][1].kind != "list-item":
            at += 1
            continue
        end = at
        while end < len(blocks) and blocks[end][1].kind == "list-item":
            end += 1
        lead = blocks[at - 1] if at and blocks[at - 1][1].kind in ("paragraph", "list-item", "quote") else None
        outer = _outermost(blocks[at:end])
        if len(outer) > 1:
            found.append(ItemList(outer, lead, blocks[end : end + 4]))
        at = end
    return found


def _outermost(items: tuple[tuple[int, Block], ...]) -> tuple[tuple[int, Block], ...]:
    first = items[0][1]
    kept = [
        (number, item)
        for number, item in items
        if item.level <= first.level and (style_of(item.label) == style_of(first.label) or not first.label)
    ]
    return tuple(kept)
