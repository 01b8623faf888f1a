"""Lists of a chapter: items that follow one another, with the sentence that announces them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.audit.chapter import Chapter
from kb.model.draft import Block


@dataclass(frozen=True, slots=True)
class ItemList:
    """`items` are the outermost ones; `lead` is the block before; `uncertain` is where the list ends."""

    items: tuple[tuple[int, Block], ...]
    lead: tuple[int, Block] | None
    after: tuple[tuple[int, Block], ...]
    uncertain: bool = False


def style_of(label: str) -> str:
    """The look of a label without its number: "1.", "(a)", "i)"."""
    return re.sub(r"[ivx]{2,}|[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d+", "1", label)))


def lists(chapter: Chapter) -> list[ItemList]:
    """All lists of two or more items; one whose items are told at length goes on after their paragraphs."""
    found: list[ItemList] = []
    blocks = chapter.blocks
    at = 0
    while at < len(blocks):
        if blocks[at][1].kind != "list-item":
            at += 1
            continue
        end = _end(blocks, at)
        lead = blocks[at - 1] if at and blocks[at - 1][1].kind in ("paragraph", "list-item", "quote") else None
        outer = list(_outermost(blocks[at:end]))
        while following := _continued(blocks, end, outer[-1][1]):
            start, end = following, _end(blocks, following)
            outer += _outermost(blocks[start:end])
        if len(outer) > 1:
            found.append(ItemList(tuple(outer), lead, blocks[end : end + 4], _may_go_on(blocks, end, outer[-1][1])))
        at = end
    return found


def _end(blocks: tuple[tuple[int, Block], ...], at: int) -> int:
    while at < len(blocks) and blocks[at][1].kind == "list-item":
        at += 1
    return at


def _next_item(blocks: tuple[tuple[int, Block], ...], end: int) -> int | None:
    """The next item after at most three paragraphs."""
    for at in range(end, min(end + 4, len(blocks))):
        if blocks[at][1].kind == "list-item":
            return at
        if blocks[at][1].kind not in ("paragraph", "quote", "footnote"):
            return None
    return None


def _continued(blocks: tuple[tuple[int, Block], ...], end: int, last: Block) -> int | None:
    """Where a list goes on: its next label comes after some paragraphs."""
    at = _next_item(blocks, end)
    if at is None or not last.label or style_of(blocks[at][1].label) != style_of(last.label):
        return None
    return at if value_of(blocks[at][1].label) == value_of(last.label) + 1 > 1 else None


def _may_go_on(blocks: tuple[tuple[int, Block], ...], end: int, last: Block) -> bool:
    """Whether items without typed labels follow so closely that they may belong to the list."""
    at = _next_item(blocks, end)
    return at is not None and last.automatic and blocks[at][1].automatic


def value_of(label: str) -> int:
    """The number that a plain label stands for, or 0."""
    bare = label.strip("(). ")
    if bare.isdigit():
        return int(bare)
    if len(bare) == 1 and bare.isascii() and bare.isalpha():
        return ord(bare.lower()) - ord("a") + 1
    return 0


def _outermost(items: tuple[tuple[int, Block], ...]) -> tuple[tuple[int, Block], ...]:
    first = items[0][1]
    kept = [
        (number, item)
        for number, item in items
        if item.level <= first.level and (style_of(item.label) == style_of(first.label) or not first.label)
    ]
    return tuple(kept)
