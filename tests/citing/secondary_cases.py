"""Thirty citations of works read through others, and how five styles print them: by templates of the guides, not by our code.

Guides: APA 7, 8.6 and 8.17 (three authors: first and "dkk."); Cite Them Right (four); Chicago 17th ed., 15.56 and 15.29 (no
comma before the year, bare page, four); De Montfort University on IEEE (both in the text, the host's number); Chicago 14.260
for notes. Indonesian words as in the style files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.definition import Attribution, Hop

NAMES = (
    ("Anwar",), ("Basri", "Chandra"), ("Dewi", "Eka", "Fitri"), ("Gani", "Hadi", "Indra", "Joko"), ("Suryana",), ("Badan Pusat Statistik",),
)  # fmt: skip
GIVEN = ("Asep", "Budi", "Citra", "Dian", "Endang", "Fajar")
SINGLE = ("Suryana", "Badan Pusat Statistik")
YEARS = ("1994", None, "2001")
DEPTHS = (1, 1, 2, 1, 3)
PAGES = ("12", None, "30-31", None)
ORIGIN_PAGES = (None, None, "7")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
COUNT = 30


@dataclass(frozen=True)
class Source:
    """A made-up book; `number` is its place among all."""

    number: int
    names: tuple[str, ...]
    year: str | None

    @property
    def key(self) -> str:
        return f"karya{self.number}"

    @property
    def title(self) -> str:
        return f"Buku {self.number}"

    @property
    def entry(self) -> str:
        people = [
            f"{{{{{name}}}}}" if name.startswith(SINGLE) else f"{name}, {GIVEN[place]}"
            for place, name in enumerate(self.names)
        ]
        year = f", year = {{{self.year}}}" if self.year else ""
        return (
            f"@book{{{self.key}, author = {{{' and '.join(people)}}}, title = {{{self.title}}}, publisher = {{Pustaka}}, "
            f"address = {{Bandung}}{year}, langid = {{indonesian}}}}"
        )

    def hop(self, page: str | None) -> Hop:
        return Hop(
            " & ".join(self.names), self.names[0], self.year, self.year, page, self.key, "certain", (), self.names
        )

    def full_names(self) -> tuple[str, ...]:
        return tuple(
            name if name.startswith(SINGLE) else f"{GIVEN[place]} {name}" for place, name in enumerate(self.names)
        )


@dataclass(frozen=True)
class Case:
    """A chain from the originator inwards to the host, with pages, in brackets or in the sentence."""

    origin: Source
    between: tuple[Source, ...]
    host: Source
    origin_page: str | None
    page: str | None
    narrative: bool

    @property
    def attribution(self) -> Attribution:
        inner = tuple(source.hop(None) for source in reversed(self.between))
        return Attribution(self.origin.hop(self.origin_page), (self.host.hop(self.page), *inner))


def cases() -> Iterator[Case]:
    number = 0
    for place in range(COUNT):
        depth = DEPTHS[place % len(DEPTHS)]
        sources = []
        for step in range(depth + 1):
            # The host's first name is its own, so that no style has to tell two hosts apart.
            names = NAMES[(place + 2 * step) % len(NAMES)]
            own = (names[0] + LETTERS[place % 26] + LETTERS[place // 26 * 5 + step], *names[1:])
            sources.append(Source(number, own, YEARS[(place + step) % len(YEARS)]))
            number += 1
        pages = PAGES[place % len(PAGES)], ORIGIN_PAGES[place % len(ORIGIN_PAGES)]
        yield Case(sources[0], tuple(sources[1:-1]), sources[-1], pages[1], pages[0], place % 2 == 1)


def dashed(page: str) -> str:
    return page.replace("-", "–")


def names(source: Source, style: str) -> str:
    people = source.names
    if len(people) >= (3 if style in ("apa", "ieee") else 4):
        return f"{people[0]} dkk."
    if len(people) == 3:
        comma = "" if style == "harvard" else ","
        return f"{people[0]}, {people[1]}{comma} dan {people[2]}"
    return " dan ".join(people)


def inside(source: Source, page: str | None, style: str, host: bool = False) -> str:
    """One source within brackets."""
    space = " " if style == "chicago" else ", "
    word = "" if style == "chicago" else "hlm. "
    shown = (dashed(page) if host else page) if page else ""
    return f"{names(source, style)}{space}{source.year or 't.t.'}" + (f", {word}{shown}" if page else "")


def author_date(case: Case, style: str) -> str:
    within = {"apa": "dalam", "harvard": "dalam", "chicago": "dikutip dalam"}[style]
    rest = "".join(f", {within} {inside(source, None, style)}" for source in case.between)
    rest += f", {within} {inside(case.host, case.page, style, host=True)}"
    if not case.narrative:
        return f"({inside(case.origin, case.origin_page, style)}{rest})"
    word = "" if style == "chicago" else "hlm. "
    page = f", {word}{case.origin_page}" if case.origin_page else ""
    return f"{names(case.origin, style)} ({case.origin.year or 't.t.'}{page}{rest})"


def numbered(case: Case, number: int) -> str:
    within = "sebagaimana dikutip dalam"
    host = f"[{number}, hlm. {dashed(case.page)}]" if case.page else f"[{number}]"
    if case.narrative:
        page = f", hlm. {case.origin_page}" if case.origin_page else ""
        start = f"{names(case.origin, 'ieee')} ({case.origin.year or 't.t.'}{page})"
        steps = "".join(f", {within} {names(s, 'ieee')} ({s.year or 't.t.'})" for s in case.between)
        return f"{start}{steps}, {within} {host}"
    steps = "".join(f", {within} {inside(source, None, 'ieee')}" for source in case.between)
    return f"({inside(case.origin, case.origin_page, 'ieee')}{steps}, {within} {host})"


def note(case: Case) -> str:
    chain = [(case.origin, case.origin_page), *((source, None) for source in case.between), (case.host, case.page)]
    return ", sebagaimana dikutip dalam ".join(full_note(*each) for each in chain) + "."


def full_note(source: Source, page: str | None) -> str:
    people = source.full_names()
    if len(people) >= 4:
        who = f"{people[0]} dkk."
    elif len(people) == 3:
        who = f"{people[0]}, {people[1]}, dan {people[2]}"
    else:
        who = " dan ".join(people)
    where = f", hlm. {dashed(page)}" if page else ""
    return f"{who}, *{source.title}* (Bandung: Pustaka, {source.year or 't.t.'}){where}"


def expected(case: Case, style: str, number: int) -> str:
    if style == "ieee":
        return numbered(case, number)
    return note(case) if style == "catatan-kaki" else author_date(case, style)
