"""What a hostile input reaches for, and what a case is: bytes, the door they come to, and what may become of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Verdict = Literal["refused", "read", "either"]
"""`refused`: one line and exit 2 (or 1 with the records named); `read`: harmlessly; `either` where both are right."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Traps:
    """A server that notes who asks, a file whose words must never come out, a folder that nobody may change."""

    url: str = "http://127.0.0.1:9/"
    secret: str = "/etc/hostname"
    outside: str = "/tmp"


Make = Callable[[Traps], bytes]
Lay = Callable[[Path, Traps], None]
"""Makes a project's folder hostile."""


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile input at one door; `slow` cases are left to the long run. Where `lay` is given the project is the input."""

    name: str
    door: str
    make: Make
    suffix: str
    verdict: Verdict = "either"
    slow: bool = False
    lay: Lay | None = None


SLOW_FROM = 400_000
"""Bytes from which an input is one of the long run."""


def case(
    name: str, door: str, suffix: str, what: bytes | str | Make, verdict: Verdict = "either", slow: bool = False
) -> Case:
    """A case of ready bytes, of a text, or of what a function makes of the traps."""
    if callable(what):
        return Case(name, door, what, suffix, verdict, slow)
    data = what.encode("utf-8", "surrogatepass") if isinstance(what, str) else what

    def make(traps: Traps) -> bytes:
        return data.replace(b"@URL@", traps.url.encode()).replace(b"@SECRET@", traps.secret.encode())

    return Case(name, door, make, suffix, verdict, slow or len(data) > SLOW_FROM)


def laid(name: str, door: str, lay: Lay, verdict: Verdict = "either", slow: bool = False) -> Case:
    """A case that is a project's folder."""
    return Case(name, door, lambda _traps: b"", "", verdict, slow, lay)
