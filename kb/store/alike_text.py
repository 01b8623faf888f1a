"""How far two texts are the same from either end."""

from __future__ import annotations

from collections.abc import Callable


def same_ends(old: str, new: str) -> tuple[int, int]:
    """How many letters the texts share at the front, and how many of the others at the back."""
    most = min(len(old), len(new))
    front = _most(most, lambda letters: old[:letters] == new[:letters])
    return front, _most(most - front, lambda letters: old[-letters:] == new[-letters:])


def _most(most: int, same: Callable[[int], bool]) -> int:
    """By halving, since comparing long strings is quick and walking through them is not."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
