"""The texts cut up lately: the same text is not cut up twice, one that differs within one entry only there.

A save reads a few texts of one file (what it began with, what it made of that, what lies on the disk, both together), and
the project is then opened on the last of them; in a class every window does so after each save of the others.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from kb.store.bibliography_block import Block

Cut = Callable[[str], tuple[Block, ...]]
LARGE = 2**20
"""Characters beyond which a text is not worth the memory."""
_MOST = 8
_WHOLE = frozenset({"entry", "macro", "preamble", "comment", "text"})
_known: OrderedDict[str, tuple[Block, ...]] = OrderedDict()
_lock = threading.Lock()


def remembered(text: str, cut: Cut) -> tuple[Block, ...]:
    """The blocks that `cut` gives for this text, from memory where that gives the same ones."""
    if len(text) > LARGE:
        return cut(text)
    with _lock:
        found = _known.get(text)
        near = list(reversed(_known.items()))[:3]
    if found is None:
        found = next((blocks for old, held in near if (blocks := patched(old, held, text, cut))), None) or cut(text)
    with _lock:
        _known[text] = found
        _known.move_to_end(text)
        while len(_known) > _MOST:
            _known.popitem(last=False)
    return found


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
    start = _alike(old, text, lambda most: old[:most] == text[:most])
    end = len(old) - min(_alike(old, text, lambda most: old[-most:] == text[-most:]), min(len(old), len(text)) - start)
    for place, block in enumerate(blocks):
        if block.start < start and end < block.end:
            first = block.start == 0 or old[block.start - 1] == "\n"
            return place if block.kind == "entry" and first else None
    return None


def _alike(old: str, text: str, same: Callable[[int], bool]) -> int:
    """How many letters are the same; halving, since comparing long strings is quick and walking through them is not."""
    low, high = 0, min(len(old), len(text))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low


def _same_thing(was: Block, new: Block, length: int) -> bool:
    whole = (new.kind, new.start, new.end, new.faults) == ("entry", 0, length, ())
    return whole and (new.type, new.key) == (was.type, was.key)


def _moved(block: Block, by: int, lines: int) -> Block:
    if not by and not lines:
        return block
    fields = [(name, value, line + lines) for name, value, line in block.fields] if lines else block.fields
    return replace(block, start=block.start + by, end=block.end + by, line=block.line + lines, fields=fields)
