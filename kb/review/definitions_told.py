"""The definitions as a section of the thesis: main concepts as headings, under each its own and those of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kb.citing.chains import Terms, all_parenthetical, narrative
from kb.locale import translator
from kb.model.chapter import Heading, Part, Prose
from kb.model.concept import Concept
from kb.model.definition import Definition
from kb.model.profile import Profile
from kb.model.text import Run, Runs, plain, runs
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.review.emphasis import emphasise, foreign_terms
from kb.review.view import terms_of
from kb.store.library import Library

_SMALL = {"id": {"dan", "di", "ke", "dari", "yang", "untuk", "pada", "dalam", "dengan", "oleh", "atau", "bagi", "terhadap"},
          "en": {"and", "or", "of", "the", "a", "an", "in", "on", "for", "to", "by", "with", "from", "as"}}  # fmt: skip
_ENDS = '.!?…”"'
_QUOTES = '“”"„'


def told_definitions(library: Library, profile: Profile, language: str = "id") -> tuple[Part, ...]:
    """Every definition, cited in the campus's words; where no concept is a main one, each has a heading."""
    known = {concept.id: concept for concept in concepts(library).values()}
    by_concept: dict[str, list[Definition]] = {}
    for definition in definitions(library):
        by_concept.setdefault(definition.concept, []).append(definition)
    by_main: dict[str, list[str]] = {}
    for concept in by_concept:
        by_main.setdefault(_main_of(concept, known) or "", []).append(concept)
    order = sorted(by_main, key=lambda main: (not main, list(by_main).index(main)))
    teller = _Teller(library, known, terms_of(profile, language), language)
    return tuple(part for main in order for part in teller.section(main, by_main[main], by_concept, len(order) == 1))


class _Teller:
    """Tells definitions in one language and in one campus's words."""

    def __init__(self, library: Library, known: Mapping[str, Concept], terms: Terms, language: str) -> None:
        self.known, self.terms, self.language = known, terms, language
        self.foreign = foreign_terms(library) if language == "id" else None

    def section(
        self, main: str, members: list[str], by_concept: Mapping[str, list[Definition]], alone: bool
    ) -> Iterator[Part]:
        """A heading and what stands under it: first the concept's own, then its parts, each with its name before it."""
        if main:
            yield self._heading(self._label(main))
        elif not alone:
            yield self._heading(translator(self.language)("istilah lain"))
        for concept in sorted(members, key=lambda each: each != main):
            if not main and alone:
                yield self._heading(self._label(concept))
            named = concept == main or (not main and alone)
            for place, definition in enumerate(by_concept[concept]):
                yield from self._paragraphs(definition, "" if named or place else self._label(concept))

    def _heading(self, label: str) -> Heading:
        words = self._marked(label).split(" ")
        small = _SMALL[self.language]
        capital = [w if at and w in small else _capital(w) for at, w in enumerate(words)]
        return Heading(3, "", (runs(" ".join(capital)),))

    def _label(self, concept: str) -> str:
        found = self.known.get(concept)
        return found.labels[self.language] if found else concept

    def _paragraphs(self, definition: Definition, name: str) -> Iterator[Prose]:
        for place, part in enumerate(_whole_paragraphs(cited_text(definition, self.terms))):
            told = runs(self._marked(part if place else _capital(part)))
            if place or not name:
                yield Prose(told)
            elif plain(told).casefold().startswith(name.casefold()):
                yield Prose(_strong(told, len(name)))
            else:
                yield Prose(told, runs(self._marked(_capital(name)) + ". "))

    def _marked(self, text: str) -> str:
        return emphasise(text, self.foreign)


def cited_text(definition: Definition, terms: Terms) -> str:
    """The text with its source: where the text names it itself, that place is put right; else it stands at the end."""
    text = definition.text.strip()
    quoted = definition.quotation and not any(mark in text for mark in _QUOTES)
    first = definition.attribution
    if first is None:
        return _ended(f"“{text}”" if quoted else text)
    printed = first.as_printed or ""
    if printed and printed in text and not quoted and not definition.also:
        in_brackets = printed.startswith("(")
        told = all_parenthetical((first,), terms) if in_brackets else narrative(first, terms)
        return _ended(text.replace(printed, told, 1))
    source = all_parenthetical((first, *definition.also), terms)
    return f"“{text}” {source}." if quoted else f"{text.rstrip('.;, ')} {source}."


def _whole_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; a break in the midst of a sentence is none."""
    found: list[str] = []
    for part in re.split(r"\n\s*\n", text):
        words = " ".join(part.split())
        if found and found[-1][-1:] not in _ENDS + ":":
            found[-1] += f" {words}"
        elif words:
            found.append(words)
    return found


def _strong(told: Runs, length: int) -> Runs:
    """The runs with their first letters bold."""
    marked: list[Run] = []
    for run in told:
        if length <= 0:
            marked.append(run)
            continue
        marked.append(replace(run, text=run.text[:length], bold=True))
        if run.text[length:]:
            marked.append(replace(run, text=run.text[length:]))
        length -= len(run.text)
    return tuple(marked)


def _ended(text: str) -> str:
    return text if text[-1:] in _ENDS else text.rstrip(",;: ") + "."


def _capital(text: str) -> str:
    """The first letter as a capital, emphasis or quotation marks before it left alone."""
    at = next((place for place, sign in enumerate(text) if sign.isalnum()), None)
    return text if at is None else text[:at] + text[at].upper() + text[at + 1 :]


def _main_of(concept: str, known: Mapping[str, Concept]) -> str | None:
    """The main concept that a concept belongs to: itself, or through typologies and broader terms the nearest one."""
    parents: dict[str, list[str]] = {}
    for each in known.values():
        parents.setdefault(each.id, []).extend(each.broader)
        for typology in each.typologies:
            for member in typology.members:
                parents.setdefault(member, []).append(each.id)
    row, seen = [concept], {concept}
    while row:
        found = next((each for each in row if each in known and known[each].main), None)
        if found:
            return found
        row = [parent for each in row for parent in parents.get(each, ()) if parent not in seen]
        seen.update(row)
    return None
