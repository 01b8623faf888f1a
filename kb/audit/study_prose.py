"""What the text outside tables says of the studies in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.audit.chapter import Chapter
from kb.audit.sentences import sentences
from kb.audit.study_tables import Study, study_tables
from kb.citing.people import likeness, parts_of
from kb.model.citation import Resolved
from kb.model.draft import Block

_CHAPTER = re.compile(r"(?:bab|chapter)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the prose about a study; `headed` where it stands under the study's own heading.

    `named_at` is where it names the author, -1 where it only goes on; `alone` where it names no other study.
    """

    block: int
    start: int
    end: int
    text: str
    headed: bool
    named_at: int
    alone: bool


class Callings:
    """Looks up, word by word, which studies of a table a sentence names."""

    def __init__(self, studies: tuple[Study, ...]) -> None:
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        for number, study in enumerate(studies):
            for name in study.names[:2]:
                for calling in _callings(name):
                    self._by_word.setdefault(calling.split()[0], []).append((number, calling))

    def named(self, text: str) -> dict[int, int]:
        """Numbers of the studies, each with the place of its name."""
        found: dict[int, int] = {}
        for word in _WORD.finditer(text):
            for number, calling in self._by_word.get(word[0], ()):
                if number not in found and text.startswith(calling, word.start()):
                    found[number] = word.start()
        return found


def _callings(name: str) -> list[str]:
    """What an author may be called by: the whole name, its last word, its first two."""
    words = name.replace(",", " ").split()
    last = name.split(",")[0].split()[-1:] if name.split(",")[0].split() else []
    found = [name] if name.split() else []
    found += [word for word in last if len(word) >= 4]
    return found + ([" ".join(words[:2])] if len(words) > 2 and "," not in name else [])


@lru_cache(maxsize=1)
def prose_about(chapter: Chapter) -> dict[Study, list[Said]]:
    """Per study the sentences of its chapter, tables aside, that are about it: under its heading or naming its author."""
    found: dict[Study, list[Said]] = {}
    for blocks in _chapters(chapter):
        studies = tuple(
            study
            for table in study_tables(chapter)
            for study in table.studies
            if table.blocks[0] in range(*_ends(blocks))
        )
        if studies:
            _gather(chapter, blocks, studies, found)
    return found


def _ends(blocks: list[tuple[int, Block]]) -> tuple[int, int]:
    return blocks[0][0], blocks[-1][0] + 1


def _chapters(chapter: Chapter) -> list[list[tuple[int, Block]]]:
    """The blocks, cut where a heading begins a new chapter."""
    parts: list[list[tuple[int, Block]]] = [[]]
    for number, block in chapter.blocks:
        if block.kind == "heading" and _CHAPTER.match(block.label) and parts[-1]:
            parts.append([])
        parts[-1].append((number, block))
    return [part for part in parts if part]


def _gather(
    chapter: Chapter, blocks: list[tuple[int, Block]], studies: tuple[Study, ...], found: dict[Study, list[Said]]
) -> None:
    callings = Callings(studies)
    headings = _headings(chapter, studies)
    under: frozenset[int] = frozenset()
    for number, block in blocks:
        if block.kind == "heading":
            under = headings.get(number, frozenset())
        if block.kind not in ("paragraph", "list-item", "quote"):
            continue
        going_on: frozenset[int] = frozenset()
        for start, end in sentences(block.text):
            text = block.text[start:end]
            named = callings.named(text)
            persons = {studies[each].names[0] for each in named}
            going_on = frozenset(named) or going_on
            for each in under | going_on:
                alone = all(_same_person(person, studies[each].names[0]) for person in persons)
                said = Said(number, start, end, text, each in under, named.get(each, -1), alone)
                found.setdefault(studies[each], []).append(said)


def _headings(chapter: Chapter, studies: tuple[Study, ...]) -> dict[int, frozenset[int]]:
    """Headings that are the title of a study with its author in brackets, with the studies they head."""
    found: dict[int, frozenset[int]] = {}
    for each in headed_studies(chapter):
        name = each.citation.authors[0] if each.citation.authors else ""
        heads = {
            number
            for number, study in enumerate(studies)
            if (study.citation and set(each.own.keys) & set(study.citation.own.keys))
            or (name and study.names and _same_person(name, study.names[0]))
        }
        found[each.citation.block] = found.get(each.citation.block, frozenset()) | heads
    return found


@lru_cache(maxsize=20_000)
def _same_person(one: str, other: str) -> bool:
    return likeness(parts_of(one), parts_of(other)) != "other"


@lru_cache(maxsize=1)
def headed_studies(chapter: Chapter) -> tuple[Resolved, ...]:
    """Citations that stand in headings: prior studies that the prose presents one by one."""
    return tuple(
        each
        for each in chapter.citations
        if chapter.draft.blocks[each.citation.block].kind == "heading" and each.citation.subject == "work"
    )
