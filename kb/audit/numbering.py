"""Checks of numbers that count on: headings, list letters, the chapter's own title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kb.audit.chapter import Chapter, finding, in_block
from kb.audit.lists import style_of, value_of
from kb.findings import Finding
from kb.model.draft import Block

_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
_CHAPTER = re.compile(r"(?:bab|chapter)\s+(\w+)", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def heading_order(chapter: Chapter) -> Iterable[Finding]:
    """A heading's number does not follow from the one before it."""
    yield from _decimals(chapter)
    yield from _plain(chapter)


def _decimals(chapter: Chapter) -> Iterable[Finding]:
    path: list[int] = []
    last: Block | None = None
    first_number = _first_numbers(chapter)
    for _, block in chapter.blocks:
        if block.kind != "heading":
            continue
        if _CHAPTER.fullmatch(block.label):
            path, last = [], None
        if not _DECIMAL.fullmatch(block.label):
            continue
        number = [int(part) for part in block.label.strip(".").split(".")]
        wanted = _wanted(path, number, first_number)
        if path and wanted and number not in wanted:
            right = ".".join(str(part) for part in wanted[0])
            places = [in_block(block), *([in_block(last)] if last else [])]
            before = last.label if last else ""
            yield finding("heading-order", "error", places, label=block.label, right=right, before=before)
            number = wanted[0] if number[:-1] != wanted[0][:-1] else number
        path, last = number, block


def _first_numbers(chapter: Chapter) -> Counter[int]:
    labels = [block.label for _, block in chapter.blocks if block.kind == "heading" and _DECIMAL.fullmatch(block.label)]
    return Counter(int(label.split(".")[0]) for label in labels)


def _wanted(path: list[int], number: list[int], first: Counter[int]) -> list[list[int]]:
    """Numbers that may come after `path` at the depth of `number`, the likeliest first."""
    depth = len(number)
    if depth > len(path):
        return [[*path, *[1] * (depth - len(path))]] if number[: len(path)] == path or depth == len(path) + 1 else []
    wanted = [[*path[: depth - 1], path[depth - 1] + 1]]
    if number[0] != path[0] and first[number[0]] > 1 and number[1:] == [1] * (depth - 1):
        wanted.append([number[0], *[1] * (depth - 1)])  # the next chapter of a longer draft
    return wanted


def _plain(chapter: Chapter) -> Iterable[Finding]:
    """Headings numbered 1, 2 or A, B under one parent."""
    last: dict[tuple[int, str], tuple[int, Block]] = {}
    for _, block in chapter.blocks:
        if block.kind != "heading":
            continue
        last = {mark: each for mark, each in last.items() if mark[0] <= block.level}
        value = value_of(block.label)
        if not value or _DECIMAL.fullmatch(block.label):
            last = {mark: each for mark, each in last.items() if mark[0] < block.level}
            continue
        mark = (block.level, "1" if block.label[0].isdigit() else "A" if block.label[0].isupper() else "a")
        if mark in last and value not in (last[mark][0] + 1, 1):
            before = last[mark][1]
            right = _like(block.label, last[mark][0] + 1)
            places = (in_block(block), in_block(before))
            yield finding("heading-order", "error", places, label=block.label, right=right, before=before.label)
        last[mark] = (value, block)


def _like(label: str, value: int) -> str:
    if label[0].isdigit() or value > 26:
        return str(value)
    letter = chr(ord("a") + value - 1)
    return letter.upper() if label[0].isupper() else letter


_DEEPEST = 20
"""Lists within lists that may still go on."""


def list_order(chapter: Chapter) -> Iterable[Finding]:
    """Labels of a list that repeat or skip; a list inside a list may begin again and give back to the outer one."""
    open_lists: dict[str, list[Block]] = {}
    for _, block in chapter.blocks:
        if block.kind != "list-item":
            open_lists = {}
            continue
        if not block.label or block.automatic:
            continue
        stack = open_lists.setdefault(style_of(block.label), [])
        if not stack:
            stack.append(block)
        elif wrong := _out_of_order(block, stack):
            places = (in_block(block), in_block(stack[-1]))
            yield finding("list-order", "error", places, label=block.label, right=wrong, before=stack[-1].label)
            stack[-1] = block


def _out_of_order(block: Block, stack: list[Block]) -> str:
    """The label that should stand there; empty where it does, and then the stack is brought up to date."""
    del stack[:-_DEEPEST]
    for depth in range(len(stack) - 1, -1, -1):
        before = stack[depth].label
        value = _value(block.label, before)
        if value and value == _value(before, before) + 1:
            del stack[depth + 1 :]
            stack[depth] = block
            return ""
    value, last = _value(block.label, stack[-1].label), _value(stack[-1].label, stack[-1].label)
    if value == 1 or not value or not last:
        stack.append(block)
        return ""
    return _in_place(block.label, last + 1)


def _value(label: str, before: str) -> int:
    """Value of a label; "i", "v" and "x" are Roman unless the letter before them stands there too."""
    bare, previous = label.strip("(). ").lower(), before.strip("(). ").lower()
    if len(bare) > 1 or (bare in ("i", "v", "x") and previous in _ROMAN and previous != chr(ord(bare) - 1)):
        return _ROMAN.get(bare, int(bare) if bare.isdigit() else 0)
    return value_of(label)


def _in_place(label: str, value: int) -> str:
    bare = label.strip("(). ")
    return label.replace(bare, _like(bare, value))


def chapter_title_order(chapter: Chapter) -> Iterable[Finding]:
    """ "BAB II" stands under the chapter's title."""
    headings = chapter.blocks
    for (_, title), (_, number), (_, after) in zip(headings, headings[1:], [*headings[2:], (0, None)], strict=False):
        if title.kind != "heading" or number.kind != "heading" or not _CHAPTER.fullmatch(number.text.strip()):
            continue
        titled_after = after is not None and after.kind == "heading" and not after.label and after.level == 1
        if not title.label and title.level == 1 and title.text.isupper() and not titled_after:
            yield finding(
                "chapter-title-order",
                "warning",
                (in_block(number), in_block(title)),
                number=number.text,
                title=title.text,
            )
