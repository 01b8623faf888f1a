"""Which language a draft is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.model.draft import Block

_INDONESIAN = re.compile(r"\b(?:yang|dan|adalah|dengan|untuk|dari|pada|dalam|ini|tidak|oleh)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|and|of|is|with|for|from|which|this|that|by|are)\b", re.IGNORECASE)
_ENOUGH = 20_000


def language_of(blocks: Iterable[Block]) -> str:
    """`id` or `en`, by the small words of the first pages; Indonesian where there is no telling."""
    seen = indonesian = english = 0
    for block in blocks:
        indonesian += len(_INDONESIAN.findall(block.text))
        english += len(_ENGLISH.findall(block.text))
        seen += len(block.text)
        if seen > _ENOUGH:
            break
    return "en" if english > indonesian else "id"
