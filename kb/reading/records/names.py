"""Names of foreign formats as BibTeX writes them; nothing is split that the format does not split."""

from __future__ import annotations

from collections.abc import Iterable

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def turned(name: str) -> str:
    """`Family, Given, Jr.` of RIS as `Family, Jr., Given`; what has no comma is one name and is kept whole."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) == 1:
        return whole(parts[0])
    if len(parts) == 3 and parts[2].casefold() in _SUFFIXES:
        return f"{parts[0]}, {parts[2]}, {parts[1]}"
    return f"{_safe(parts[0])}, {_safe(', '.join(parts[1:]))}" if len(parts) == 2 else whole(name.strip())


def whole(name: str) -> str:
    """A name that must not be split; one word needs no braces."""
    return f"{{{name}}}" if " " in name else name


def joined(names: Iterable[str]) -> str:
    """The names of one field."""
    return " and ".join(name for name in names if name)


def _safe(part: str) -> str:
    return f"{{{part}}}" if " and " in f" {part} " or "," in part else part
