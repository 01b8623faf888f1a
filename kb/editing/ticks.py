"""Ticks of a matrix: which mark means yes, which no, and when a cross is a tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kb.editing.cell_values import UNREAD

_TICKS = frozenset({"v", "√", "✓", "✔", "☑", "true", "ya", "yes", "benar", "y", "1", "ada", "●", "•", "*", "+", "vv"})
_CROSSES = frozenset({"x", "✗", "✘", "☒", "×", "false", "tidak", "no", "salah", "0", "tidak ada", "☐", "t", "n"})
READ_TICK = "≈"

Mark = Literal["yes", "read", "no", "nothing"]


def mark_of(text: str, crosses_are_ticks: bool = False) -> Mark | None:
    """What a ticked cell says; None where it is no tick. A cross is a tick where nothing else ticks its column."""
    bare = text.strip().casefold().rstrip(".")
    if bare == READ_TICK:
        return "read"
    if bare in _TICKS:
        return "yes"
    if bare in _CROSSES:
        return "yes" if crosses_are_ticks and bare in ("x", "✗", "✘", "☒", "×") else "no"
    return "nothing" if UNREAD.fullmatch(text) else None


def ticked(texts: Sequence[str]) -> tuple[bool, bool]:
    """Whether the filled cells of a column are all ticks, and whether crosses are what ticks them."""
    marks = [mark_of(text) for text in texts if text]
    ticks = bool(marks) and None not in marks and any(mark in ("yes", "read", "no") for mark in marks)
    return ticks, "yes" not in marks and "read" not in marks and not any(_plain_no(text) for text in texts)


def _plain_no(text: str) -> bool:
    return text.strip().casefold() in ("false", "tidak", "no", "salah", "0", "tidak ada", "n", "t")
