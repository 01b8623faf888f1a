"""How large and how deeply nested a Turtle file may be before a parser sees it.

The parser recurses for triple terms (`<<( … )>>`): some thousand of them, one in the other, end the whole process by a
signal that no `except` can catch. What the file means is not looked at here, only its brackets.
"""

from __future__ import annotations

import re

LARGEST = 10 * 2**20
"""Bytes; a review of some thousand studies has less."""
DEEPEST = 100
"""Brackets within brackets; what a person writes has about five."""

_ALL_BUT_BRACKETS = bytes(set(range(256)) - set(b"[]()<{|"))
_PASSES = 8
_WORDS = re.compile(
    rb'"{3}(?:[^"\\]|\\.|"(?!""))*+"{3}|\'{3}(?:[^\'\\]|\\.|\'(?!\'\'))*+\'{3}'
    rb'|"(?:[^"\\\r\n]|\\.)*+"|\'(?:[^\'\\\r\n]|\\.)*+\'|<(?![<])[^<>\s"]*+>|\#[^\r\n]*+'
    rb"|(?P<open><<|\{\||[\[(])|(?P<close>>>|\|\}|[\])])",
    re.DOTALL,
)


def refusal(data: bytes) -> str | None:
    """The check that a file's notes fail: `notes-too-large` or `notes-too-deep`; None where a parser may read it."""
    if len(data) > LARGEST:
        return "notes-too-large"
    if _maybe_deep(data) and _depth(data) > DEEPEST:
        return "notes-too-deep"
    return None


def _maybe_deep(data: bytes) -> bool:
    """Whether brackets could be nested so deeply, told from the brackets alone in a few quick passes."""
    left = data.translate(None, _ALL_BUT_BRACKETS)
    for _ in range(_PASSES):
        left = left.replace(b"()", b"").replace(b"[]", b"")
    return left.count(b"[") + left.count(b"(") + data.count(b"<<") + data.count(b"{|") > DEEPEST - _PASSES


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for match in _WORDS.finditer(data):
        if match.lastgroup == "open":
            depth += 1
            deepest = max(deepest, depth)
        elif match.lastgroup == "close":
            depth = max(0, depth - 1)
    return deepest
