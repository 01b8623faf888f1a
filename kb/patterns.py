"""Regular expressions that are compiled when they are first used.

A module holds many for rare cases; compiling all of them at import would cost every call of the command line more
than reading a whole bibliography does.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands in for a compiled pattern; after the first use its methods are the pattern's own."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        for method in (
            "search",
            "match",
            "fullmatch",
            "sub",
            "subn",
            "split",
            "findall",
            "finditer",
            "pattern",
            "flags",
        ):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, later; an expression that is wrong is only found when it is used, so each needs a test."""
    return cast("re.Pattern[str]", _Later(text, flags))


def byte_pattern(text: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """The same for bytes."""
    return cast("re.Pattern[bytes]", _Later(text, flags))
