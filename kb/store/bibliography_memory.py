"""The blocks of a `.bib` that differs within one entry from one read before: only that entry is cut up again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kb.store.alike_text import same_ends
from kb.store.bibliography_block import Block
from kb.store.text_memory import TextMemory

Cut = Callable[[str], tuple[Block, ...]]
_WHOLE = frozenset({"entry", "macro", "preamble", "comment", "text"})
_memory: TextMemory[tuple[Block, ...]] = TextMemory()


def remembered(text: str, cut: Cut) -> tuple[Block, ...]:
    """The blocks that `cut` gives for this text, from memory where that gives the same ones."""
    return _memory.made(text, "", lambda: cut(text), lambda old, blocks: patched(old, blocks, text, cut))


def patched(old: str, blocks: tuple[Block, ...], text: str, cut: Cut) -> tuple[Block, ...] | None:
    """The blocks of `text`, made of those of `old`; None unless all that changed lies within one plain entry.

    The parser goes forward and an entry that closes by itself ends where it closes, whatever follows: then what stands
    before and behind it is cut up as before. Quotation marks, percent signs and further at signs are what makes a second
    reading look further than the entry.
    """
    place = _changed(old, blocks, text)
    if place is None or any(block.kind not in _WHOLE or block.faults for block in blocks):
        return None
    was, more = blocks[place], len(text) - len(old)
    piece = text[was.start : was.end + more]
    if any(sign in piece[1:] for sign in '"%@'):
        return None
    new = cut(piece)
    if len(new) != 1 or not _same_thing(was, new[0], len(piece)):
        return None
    lines = piece.count("\n") - old.count("\n", was.start, was.end)
    here = _moved(new[0], was.start, was.line - 1)
    return (*blocks[:place], here, *(_moved(block, more, lines) for block in blocks[place + 1 :]))


def _changed(old: str, blocks: tuple[Block, ...], text: str) -> int | None:
    """Which block holds all that differs, apart from its first and last letter."""
    start, tail = same_ends(old, text)
    end = len(old) - tail
    for place, block in enumerate(blocks):
        if block.start < start and end < block.end:
            first = block.start == 0 or old[block.start - 1] == "\n"
            return place if block.kind == "entry" and first else None
    return None


def _same_thing(was: Block, new: Block, length: int) -> bool:
    whole = (new.kind, new.start, new.end, new.faults) == ("entry", 0, length, ())
    return whole and (new.type, new.key) == (was.type, was.key)


def _moved(block: Block, by: int, lines: int) -> Block:
    if not by and not lines:
        return block
    fields = [(name, value, line + lines) for name, value, line in block.fields] if lines else block.fields
    return replace(block, start=block.start + by, end=block.end + by, line=block.line + lines, fields=fields)
