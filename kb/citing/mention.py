"""A citation as the grammar holds it before it has a place in a draft."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.citation import CitationForm, CitationSubject, Host


@dataclass(frozen=True, slots=True)
class Mention:
    """One work named at `start` to `end` of a text; `host` is the source it was read through."""

    start: int
    end: int
    form: CitationForm
    authors: tuple[str, ...]
    year: str | None
    locator: str | None = None
    host: Host | None = None
    keys: tuple[str, ...] = ()
    et_al: bool = False
    subject: CitationSubject = "work"
    title: str | None = None
    weak: bool = False
