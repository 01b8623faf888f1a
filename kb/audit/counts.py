"""Checks of what is counted: a stated number against the list, ordinals against their items, numerals doubled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.audit.chapter import Chapter, at, finding, in_block
from kb.audit.enumerations import enumerations
from kb.audit.lists import ItemList, lists
from kb.audit.numerals import KINDS, NUMERAL, NUMERALS, ORDINAL, ORDINALS, number_of
from kb.audit.sentences import sentences, words_of
from kb.citing.words import FUNCTION
from kb.findings import Finding, Place, Severity
from kb.model.draft import Block, Stretch

_STATED = re.compile(
    rf"\b(?P<number>{NUMERAL})\b(?:\s*\(\s*\w+\s*\))?\s+(?:\(\w+\)\s+)?(?:(?:buah|orang|butir|unsur|jenis|macam)\s+)?(?P<noun>[a-z]+)",
    re.IGNORECASE,
)
_STATED_ALONE = re.compile(
    rf"\b(?:ada|terdapat|sebanyak|berjumlah|menjadi|atas|dari)\s+(?P<number>{NUMERAL})\b(?:\s*\(\s*\w+\s*\))?\s*(?=[,:]|yaitu|yakni|$)",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"(?::|\b(?:yaitu|yakni|ialah|adalah|meliputi|mencakup|berikut(?: ini)?|follows?))\s*[:.]?\s*$", re.IGNORECASE
)
_COUNTING = re.compile(
    r"\b(?:ada|terdapat|memiliki|mempunyai|terdiri|atas|dari|menjadi|dibagi|membagi|terbagi|mencakup|meliputi|dalam|menyebut\w*"
    r"|mengemukakan|membedakan|menggunakan|memuat|yaitu|yakni|berikut|has|have|are|into|of)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(r"\s*(?:tersebut|itu|ini|di\s+atas|yang\s+telah|sebelumnya)\b", re.IGNORECASE)
"""After these a number looks back at what was said before."""

_PARTIAL = re.compile(
    r"\b(?:antara lain|di\s?antaranya|misalnya|seperti|contohnya|beberapa|salah satu|among others|such as)\b",
    re.IGNORECASE,
)
DOUBLED_NUMBER = re.compile(
    rf"\b(?P<word>{'|'.join(NUMERALS)})\s*\(\s*(?P=word)\s*\)|\b(?P<digit>\d{{1,3}})\s*\(\s*(?P=digit)\s*\)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b(?P<word>{ORDINAL})\b\s*,?\s+(?=(?P<rest>[^.;:]{{3,60}}))", re.IGNORECASE)
_NEXT_ORDINAL = re.compile(rf"\b{ORDINAL}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a sentence gives for a list, where it stands, and whether the list is surely what it counts."""

    number: int
    start: int
    end: int
    sure: bool


def list_count_differs(chapter: Chapter) -> Iterable[Finding]:
    """ "Empat kategori" before a list of five."""
    for found in lists(chapter):
        if found.lead is None or found.uncertain:
            continue
        block = found.lead[1]
        start, end = sentences(block.text)[-1]
        stated = _stated(block.text[start:end])
        if stated is None or stated.number == len(found.items):
            continue
        places = (in_block(block, start + stated.start, start + stated.end), *_item_places(found))
        words = block.text[start + stated.start : start + stated.end]
        severity: Severity = "error" if stated.sure else "warning"
        yield finding("list-count-differs", severity, places, stated=words, count=len(found.items))


def _item_places(found: ItemList) -> list[Place]:
    return [in_block(item) for _, item in (found.items[0], found.items[-1])]


def _stated(sentence: str) -> Stated | None:
    """The number that a sentence announces for the list after it."""
    if not _ANNOUNCES.search(sentence) or _PARTIAL.search(sentence):
        return None
    best: Stated | None = None
    for match in _STATED.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if (
            match["noun"].lower() not in KINDS
            or before.endswith(("ke", "ke-", "-", ".", ","))
            or _SPOKEN_OF.match(after)
        ):
            continue
        sure = not before.strip() or _COUNTING.search(before) is not None
        best = Stated(number_of(match["number"]), match.start(), match.end(), sure)
    if best is None and (alone := _STATED_ALONE.search(sentence)):
        best = Stated(number_of(alone["number"]), alone.start(), alone.end(), True)
    return best


def number_doubled(chapter: Chapter) -> Iterable[Finding]:
    """ "tiga (tiga)": the bracket should hold the figure."""
    for stretch in chapter.stretches:
        for match in DOUBLED_NUMBER.finditer(stretch.text):
            word = match["word"] or match["digit"]
            figure = NUMERALS.get(word.lower(), word)
            place = at(stretch, match.start(), match.end())
            yield finding("number-doubled", "warning", (place,), words=match[0], word=word, figure=figure)


def item_repeated(chapter: Chapter) -> Iterable[Finding]:
    """One thing twice in one enumeration, or one item twice in a list."""
    for stretch in chapter.stretches:
        for start, end, item in enumerations(stretch.text):
            if _in_citation(chapter, stretch, start):
                continue  # two authors of one name
            yield finding("item-repeated", "warning", (at(stretch, start, end),), item=item)
    for found in lists(chapter):
        seen: dict[str, Block] = {}
        for _, block in found.items:
            words = " ".join(re.findall(r"\w+", block.text.casefold()))
            if words in seen:
                places = (in_block(block), in_block(seen[words]))
                yield finding("item-repeated", "warning", places, item=block.text[:80])
            elif words:
                seen[words] = block


def _in_citation(chapter: Chapter, stretch: Stretch, start: int) -> bool:
    here = (each.citation for each in chapter.by_block.get(stretch.block, ()) if each.citation.cell == stretch.cell)
    return any(each.start <= start < each.end for each in here)


def ordinal_differs(chapter: Chapter) -> Iterable[Finding]:
    """ "Yang ketiga …" names the list's fourth item."""
    for found in lists(chapter):
        marks = _marks([item for _, item in found.items])
        for _, block in found.after:
            if block.kind != "paragraph":
                break
            for match in _ORDINAL.finditer(block.text):
                ordinal = ORDINALS[match["word"].lower()]
                named = _named(_NEXT_ORDINAL.split(match["rest"])[0], marks)
                if named and named != ordinal and ordinal <= len(marks):
                    item = found.items[named - 1][1]
                    places = (in_block(block, match.start("word"), match.end("word")), in_block(item))
                    yield finding(
                        "ordinal-differs", "warning", places,
                        ordinal=match["word"], item=item.text[:60], right=named, listed=found.items[ordinal - 1][1].text[:60],
                    )  # fmt: skip


def _marks(items: list[Block]) -> list[frozenset[str]]:
    """Per item the words that set it apart from the others."""
    words = [{word for word in words_of(item.text)[:8] if len(word) > 3 and word not in FUNCTION} for item in items]
    seen = Counter(word for each in words for word in each)
    return [frozenset(word for word in each if seen[word] == 1) for each in words]


def _named(text: str, marks: list[frozenset[str]]) -> int:
    """Number of the one item that the next words name, or 0."""
    spoken = words_of(text)[:6]
    hits = [number for number, mark in enumerate(marks, 1) if mark & set(spoken)]
    return hits[0] if len(hits) == 1 else 0
