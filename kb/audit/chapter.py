"""What the checks look at: the draft, its citations, the works, and what the notes know."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kb.audit.sentences import clause
from kb.citing.listing import Listed
from kb.citing.people import folded
from kb.citing.vocabulary import Vocabulary
from kb.findings import Finding, Place, Severity
from kb.model.citation import CitationFound, Resolved
from kb.model.draft import Block, Draft, Stretch, TableCell
from kb.model.limits import Limits
from kb.model.person import Person


@dataclass(frozen=True, slots=True)
class Notes:
    """What a project's notes add to an audit; `same` are citekeys that are no work of their own -> the work's key."""

    people: tuple[Person, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Chapter:
    """A draft ready for the checks; `listed` are the blocks of its own reference list."""

    draft: Draft
    citations: tuple[Resolved, ...]
    works: tuple[Listed, ...]
    listed: frozenset[int] = frozenset()
    limits: Limits = field(default_factory=Limits)
    notes: Notes = field(default_factory=Notes)

    @cached_property
    def by_key(self) -> dict[str, Listed]:
        """Works by citekey."""
        return {work.key: work for work in self.works}

    @cached_property
    def spelled(self) -> dict[str, Person]:
        """People of the notes by their names and spellings, folded."""
        return {folded(name): person for person in self.notes.people for name in (person.name, *person.spellings)}

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Running text outside the reference list."""
        return tuple(stretch for stretch in self.draft.stretches() if stretch.block not in self.listed)

    @cached_property
    def blocks(self) -> tuple[tuple[int, Block], ...]:
        """Blocks outside the reference list, with their numbers."""
        return tuple((number, block) for number, block in enumerate(self.draft.blocks) if number not in self.listed)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The draft's small-lettered words."""
        return Vocabulary(stretch.text for stretch in self.stretches)

    @cached_property
    def by_block(self) -> dict[int, list[Resolved]]:
        """Citations by the block they stand in."""
        found: dict[int, list[Resolved]] = {}
        for each in self.citations:
            found.setdefault(each.citation.block, []).append(each)
        return found

    @cached_property
    def this_year(self) -> int:
        """The year that "recent" and "impossible" are counted from."""
        return self.limits.this_year or datetime.date.today().year

    @cached_property
    def by_notes_or_numbers(self) -> bool:
        """Whether sources mostly stand in footnotes, fields or behind numbers, so that a bare name needs no year."""
        marked = sum(1 for each in self.citations if each.citation.form in ("footnote", "key", "field"))
        return marked * 2 > len(self.citations)

    def text_at(self, citation: CitationFound) -> tuple[str, Block | TableCell]:
        """The text a citation stands in, and its home."""
        block = self.draft.blocks[citation.block]
        if citation.cell is None:
            return block.text, block
        cell = block.rows[citation.cell[0]][citation.cell[1]]
        return cell.text, cell

    def place(self, citation: CitationFound) -> Place:
        """Where a citation stands, with the sentence around it."""
        text, _ = self.text_at(citation)
        return Place(citation.file, citation.line, citation.column, clause(text, citation.start, citation.end))

    def places(self, citations: Iterable[Resolved]) -> tuple[Place, ...]:
        """Places of several."""
        return tuple(self.place(each.citation) for each in citations)

    def entry_place(self, key: str) -> Place:
        """Where a work stands in the bibliography."""
        work = self.by_key[key]
        return Place(work.file, work.line, 1, work.text)


def at(stretch: Stretch, start: int, end: int) -> Place:
    """Place of a stretch of text, with the sentence around it."""
    line, column = stretch.place(start)
    return Place(stretch.file, line, column, clause(stretch.text, start, end))


def in_block(block: Block, start: int = 0, end: int | None = None) -> Place:
    """Place in a block, with the sentence around it; a heading or caption is quoted whole with its number."""
    line, column = block.place(start)
    quote = clause(block.text, start, len(block.text) if end is None else end)
    if block.kind in ("heading", "list-item") and block.label and block.label not in block.text:
        quote = f"{block.label} {quote}"
    return Place(block.file, line, column, quote)


def finding(
    check: str,
    severity: Severity,
    places: Sequence[Place],
    keys: Iterable[str] = (),
    **params: object,
) -> Finding:
    """A finding at the first place; the others are related."""
    return Finding(check, severity, places[0], params, tuple(dict.fromkeys(keys)), (), tuple(places[1:]))
