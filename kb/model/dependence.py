"""How much of a text rests on works that were read through others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostUse:
    """A work that others were read through: how often, and whom it was used for."""

    name: str
    year: str | None
    citekey: str | None
    times: int
    originals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """A work known only through hosts: what to look up, how often it carries the text, and through whom it came."""

    name: str
    year: str | None
    citekey: str | None
    title: str | None
    times: int
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OlderHost:
    """A host that appeared before what it is said to quote."""

    original: str
    original_year: str
    host: str
    host_year: str


@dataclass(frozen=True, slots=True)
class Dependence:
    """`secondary` of `citations` were read through others; lists are worst first."""

    citations: int
    secondary: int
    hosts: tuple[HostUse, ...] = ()
    originals: tuple[Original, ...] = ()
    older: tuple[OlderHost, ...] = ()

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.secondary / self.citations if self.citations else 0.0
