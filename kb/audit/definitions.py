"""Check of definitions that say nearly the same under different names or years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

from kb.audit.chapter import Chapter, finding, in_block
from kb.audit.citations import named
from kb.audit.sentences import sentences, words_of
from kb.citing.words import FUNCTION
from kb.findings import Finding, Phrase
from kb.model.citation import Resolved
from kb.model.draft import Block

_VERBS = r"(?:adalah|ialah|merupakan|diartikan\s+sebagai|didefinisikan\s+sebagai|yaitu|is\s+defined\s+as|is)\s+"
_VERB = re.compile(rf"\s{_VERBS}")
_DEFINES = re.compile(rf"(?P<term>(?:[^\W\d_][\w-]*\s+){{1,4}}?){_VERBS}")
_ALIKE = 80
_LEAST_WORDS = 5
_MOST_OF_ONE_TERM = 60


@dataclass(frozen=True, slots=True)
class Defined:
    """A sentence that defines a term, with the citation it rests on."""

    term: str
    words: str
    block: Block
    start: int
    end: int
    source: Resolved | None


def similar_definitions(chapter: Chapter) -> Iterable[Finding]:
    """Pairs of them, each pair once."""
    terms: dict[str, list[Defined]] = {}
    for each in _definitions(chapter):
        terms.setdefault(each.term, []).append(each)
    for found in terms.values():
        kept = found[:_MOST_OF_ONE_TERM]
        for number, one in enumerate(kept):
            for other in kept[number + 1 :]:
                if _credited_apart(one, other) and _alike(one.words, other.words):
                    yield _pair(one, other)


def _pair(one: Defined, other: Defined) -> Finding:
    names = [named(each.source.citation) if each.source else Phrase("tanpa sumber") for each in (one, other)]
    keys = [key for each in (one, other) if each.source for key in each.source.citekeys]
    places = [in_block(each.block, each.start, each.end) for each in (other, one)]
    return finding("similar-definitions", "info", places, keys, term=one.term, one=names[0], other=names[1])


def _alike(one: str, other: str) -> bool:
    return float(token_set_ratio(one, other)) >= _ALIKE and min(len(one), len(other)) * 3 >= max(len(one), len(other))


def _credited_apart(one: Defined, other: Defined) -> bool:
    """Whether two definitions are given to different authors or years."""
    mine = (one.source.citation.authors, one.source.citation.year) if one.source else None
    theirs = (other.source.citation.authors, other.source.citation.year) if other.source else None
    return mine != theirs


def _definitions(chapter: Chapter) -> Iterator[Defined]:
    for number, block in chapter.blocks:
        if block.kind not in ("paragraph", "quote"):
            continue
        for start, end in sentences(block.text):
            most = min(end, start + 160)
            # the verb alone is found at once; the term before it is tried at every word
            match = _DEFINES.search(block.text, start, most) if _VERB.search(block.text, start, most) else None
            if match is None or not _opens(block.text, start, match.start("term")):
                continue
            term = " ".join(word for word in words_of(match["term"]) if word not in FUNCTION)
            words = " ".join(word for word in words_of(block.text[match.end() : end]) if word not in FUNCTION)
            if term and len(words.split()) >= _LEAST_WORDS:
                yield Defined(term, words, block, start, end, _credit(chapter, number, block, start, end))


def _opens(text: str, start: int, at: int) -> bool:
    """Whether the term begins the sentence, or what stands before it is "menurut …"."""
    lead = text[start:at].strip(' “"*')
    return not lead or (
        lead.endswith((",", ")")) and lead.lower().startswith(("menurut", "according", "secara", "dalam"))
    )


def _credit(chapter: Chapter, number: int, block: Block, start: int, end: int) -> Resolved | None:
    """The citation in the sentence, else the first one after it in the paragraph."""
    cited = chapter.by_block.get(number, [])
    inside = [each for each in cited if start <= each.citation.start < end]
    after = [each for each in cited if each.citation.start >= end]
    return inside[-1] if inside else after[0] if after else None
