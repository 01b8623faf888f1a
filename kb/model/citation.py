"""Citations of a draft: as found in the text, and as resolved to the bibliography."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CitationForm = Literal["parenthetical", "narrative", "key", "footnote", "field"]
CitationStatus = Literal["resolved", "ambiguous", "unresolved"]
CitationSubject = Literal["work", "law", "number", "key"]


@dataclass(frozen=True, slots=True)
class Host:
    """The source through which another was read ("… dalam Y, 2019")."""

    authors: tuple[str, ...]
    year: str | None = None
    locator: str | None = None
    keys: tuple[str, ...] = ()
    et_al: bool = False
    as_written: str = ""


@dataclass(frozen=True, slots=True)
class CitationFound:
    """One cited work at one place; two originators read through one host are two.

    `start` and `end` are code points in the stretch of block `block` (in a table: of `cell`). `weak` ones are kept only
    where the bibliography knows them: their words alone could mean something else.
    """

    as_written: str
    file: str
    line: int
    column: int
    form: CitationForm
    authors: tuple[str, ...]
    year: str | None
    locator: str | None = None
    via: Host | None = None
    keys: tuple[str, ...] = ()
    et_al: bool = False
    subject: CitationSubject = "work"
    title: str | None = None
    weak: bool = False
    block: int = 0
    cell: tuple[int, int] | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """What the bibliography knows of one name and year.

    `keys` are the works that may be meant: one where it is clear, several where it is not. `near_name` and
    `other_year` say what differs where a single work is meant all the same.
    """

    keys: tuple[str, ...] = ()
    near_name: bool = False
    other_year: bool = False
    mention: bool = False

    @property
    def status(self) -> CitationStatus:
        """Whether one work is meant, several may be, or none is known."""
        if not self.keys:
            return "unresolved"
        return "resolved" if len(self.keys) == 1 else "ambiguous"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation with the works it means: `own` for the originator, `host` for the source really read."""

    citation: CitationFound
    own: Match
    host: Match | None = None

    @property
    def held(self) -> Match:
        """The match of the work that must stand in the list: the host's where there is one."""
        return self.host if self.host is not None else self.own

    @property
    def status(self) -> CitationStatus:
        """Status of the work that must stand in the list; an originator that may be several works makes it ambiguous."""
        if self.held.status == "resolved" and self.own.status == "ambiguous":
            return "ambiguous"
        return self.held.status

    @property
    def citekeys(self) -> tuple[str, ...]:
        """Works that the citation means or may mean, the originator's first."""
        host = self.host.keys if self.host else ()
        return tuple(dict.fromkeys((*self.own.keys, *host)))
