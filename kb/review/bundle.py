"""Bab II in one piece: prior studies told and tabled, their coverage, the definitions by concept, the works read."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from kb.citing.csl_files import find_style
from kb.citing.read_works import read_by_notes
from kb.citing.style import printed
from kb.errors import InputError
from kb.locale import Translator, translator
from kb.model.chapter import Chapter, Covered, Heading, Part, Placed, Prose
from kb.model.coverage import Coverage
from kb.model.narrative import Paragraph
from kb.model.profile import Profile
from kb.model.reference import ReferenceList
from kb.model.study import Study
from kb.model.text import Run, runs
from kb.queries.studies import prior_studies
from kb.review.coverage import coverage
from kb.review.definitions_told import told_definitions
from kb.review.narrative import narrative
from kb.review.numerals import roman
from kb.review.table import comparison_table
from kb.review.view import all_terms
from kb.store.derived import Derived
from kb.store.library import Library

_BEFORE_TABLE = ("study",)
_BEFORE_MATRIX = ("shared", "differences")


def bundle(
    library: Library, profile: Profile, selected: Sequence[Study] | None = None, language: str = "id"
) -> Chapter:
    """The chapter in the campus's form, of all prior studies or of those selected; InputError where nothing is noted."""
    _ = translator(language)
    chosen = tuple(prior_studies(library) if selected is None else selected)
    sections = [
        part
        for part in (
            (_("Penelitian Terdahulu"), tuple(_previous(library, profile, chosen, language))),
            (_("Kajian Konseptual"), told_definitions(library, profile, language)),
        )
        if part[1]
    ]
    references = _references(library, profile, language)
    if not sections:
        raise InputError("bundle-empty")
    parts = [_title(library.configuration.chapter, _), *_numbered(library.configuration.chapter, sections)]
    return Chapter(language, tuple(parts), references)


def matrix_of(library: Library, profile: Profile, chosen: Sequence[Study], language: str) -> Coverage | None:
    """The coverage of the aspects, None where nothing can be said of any."""
    found = coverage(library, "aspect", chosen, language, all_terms(profile))
    return found if found.rows and found.values else None


def _title(chapter: int, _: Translator) -> Heading:
    return Heading(1, "", ((Run(f"{_('BAB')} {roman(chapter)}"),), (Run(_("TINJAUAN PUSTAKA")),)))


def _numbered(chapter: int, sections: Sequence[tuple[str, tuple[Part, ...]]]) -> Iterator[Part]:
    """Sections with their headings: 2.1, and 2.1.1 where a section has headings of its own."""
    for place, (title, parts) in enumerate(sections, 1):
        yield Heading(2, f"{chapter}.{place}", (runs(title),))
        inner = 0
        for part in parts:
            if isinstance(part, Heading):
                inner += 1
                part = replace(part, number=f"{chapter}.{place}.{inner}")
            yield part


def _previous(library: Library, profile: Profile, chosen: Sequence[Study], language: str) -> Iterator[Part]:
    if not chosen:
        return
    told = narrative(library, profile, chosen, language).paragraphs
    yield from _prose(told, _BEFORE_TABLE)
    table = comparison_table(library, profile, None, chosen, "best", language)
    yield Placed(replace(table, number=_number(library, profile, 1)))
    yield from _prose(told, _BEFORE_MATRIX)
    matrix = matrix_of(library, profile, chosen, language)
    if matrix is not None:
        # The gap is told in the prose after it.
        yield Covered(replace(matrix, gap_sentence={}), _number(library, profile, 2))
    yield from _prose(told, {paragraph.kind for paragraph in told} - {*_BEFORE_TABLE, *_BEFORE_MATRIX})


def _prose(told: Sequence[Paragraph], kinds: Container[str]) -> Iterator[Prose]:
    for paragraph in told:
        if paragraph.kind in kinds:
            yield Prose(runs(paragraph.text))


def _number(library: Library, profile: Profile, number: int) -> str:
    return profile.number_pattern.format(chapter=library.configuration.chapter, n=number)


def _references(library: Library, profile: Profile, language: str) -> ReferenceList | None:
    by_key = {entry.key: entry for entry in library.bibliography.entries}
    entries = [by_key[key] for key in read_by_notes(library).keys if key in by_key]
    style = find_style(profile.citation_style, library.root)
    if not entries or not style.lists:
        return None
    return printed(entries, style, language, kept=Derived(library.root)).references
