"""Slips of the pen that have one right form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of a draft's file at a line and column (from 1), and how they should stand; `check` is what found them."""

    check: str
    file: str
    line: int
    column: int
    written: str
    right: str
