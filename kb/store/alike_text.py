"""How far two texts are the same from either end."""

from __future__ import annotations

_STRETCH = 4096
"""Characters compared at once: comparing long strings is quick, walking through them and copying them whole is not."""


def same_ends(old: str, new: str) -> tuple[int, int]:
    """How many letters the texts share at the front, and how many of the others at the back."""
    most = min(len(old), len(new))
    front = _front(old, new, most)
    return front, _back(old, new, most - front)


def _front(old: str, new: str, most: int) -> int:
    low, wide = 0, _STRETCH
    while low < most and wide:
        end = min(low + wide, most)
        if old[low:end] == new[low:end]:
            low = end
        else:
            wide //= 2
    return low


def _back(old: str, new: str, most: int) -> int:
    last, other = len(old), len(new)
    low, wide = 0, _STRETCH
    while low < most and wide:
        end = min(low + wide, most)
        if old[last - end : last - low] == new[other - end : other - low]:
            low = end
        else:
            wide //= 2
    return low
