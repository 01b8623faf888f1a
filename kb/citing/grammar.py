"""All citations of a draft, typed or marked, in Indonesian and English.

Each text is read once from left to right: marked citations first, then brackets, then running words, laws and numbers;
what one has claimed the others leave alone. Addresses, e-mail, formulas and code are blanked out before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.citing.brackets import Brackets
from kb.citing.footnotes import footnote
from kb.citing.laws import laws
from kb.citing.marked import marked
from kb.citing.mention import Mention
from kb.citing.numbers import counts, numbers
from kb.citing.running import Running, shared_hosts, through_earlier
from kb.citing.vocabulary import Vocabulary
from kb.model.citation import CitationFound
from kb.model.draft import Draft, Stretch

_BLANK = "\x00"
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]{1,500}|doi:\s?10\.[^\s]{1,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)
_CITATION_OF_SCRIPTURE = re.compile(
    r"\b(?:Q\.?\s?S\.?|H\.?R\.?|Surat|Surah)\s*[:.]?\s*(?:[A-Z][\w'’`-]*[\s-]?){1,4}(?:\s?\[\d{1,3}\])?\s*(?:[/:(]|ayat|No\.?)\s*\d[\d\s:,–()-]{0,20}"
)
_NUMBERED_FROM = 3


class Grammar:
    """Holds what the whole draft says about its own words."""

    def __init__(self, draft: Draft, listed: frozenset[int] = frozenset()) -> None:
        self.stretches = [stretch for stretch in draft.stretches() if stretch.block not in listed]
        self.blocks = draft.blocks
        texts = [blanked(stretch) for stretch in self.stretches]
        self.vocabulary = Vocabulary(texts)
        self.numbered = counts(texts) >= _NUMBERED_FROM

    def citations(self) -> list[CitationFound]:
        """All citations in order."""
        return [found for stretch in self.stretches for found in self.in_stretch(stretch)]

    def in_stretch(self, stretch: Stretch) -> Iterable[CitationFound]:
        """Citations of one text."""
        block = self.blocks[stretch.block]
        mentions = self._mentions(stretch, block.kind == "footnote")
        return [_placed(mention, stretch) for mention in mentions]

    def _mentions(self, stretch: Stretch, in_note: bool) -> list[Mention]:
        text = blanked(stretch)
        found = marked(text, stretch.spans, self.vocabulary, in_note)
        text = _without(text, [(mention.start, mention.end) for mention in found])
        cited = laws(text)
        if cited:
            text = _without(text, [(mention.start, mention.end) for mention in cited])
        if in_note and not found and (whole := footnote(text, self.vocabulary)):
            return sorted([*whole, *cited], key=lambda mention: mention.start)
        inside = Brackets(text, self.vocabulary, stretch.spans).mentions() if "(" in text else []
        running = Running(text, self.vocabulary, stretch.spans, inside).mentions()
        written = sorted([*inside, *running], key=lambda mention: (mention.start, -mention.end))
        written = shared_hosts(through_earlier(_apart(written), text), text)
        counted = numbers(text) if self.numbered else []
        return sorted([*self._without_hosts(found, written), *written, *cited, *counted], key=lambda each: each.start)

    def _without_hosts(self, found: list[Mention], written: list[Mention]) -> list[Mention]:
        """Marked citations that are only the host of a written one are not cited on their own."""
        hosts = {(key, mention.end) for mention in written if mention.host for key in mention.host.keys}
        return [mention for mention in found if not (mention.keys and (mention.keys[0], mention.end) in hosts)]


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Mentions that do not lie inside another's words; works in one bracket share theirs."""
    kept: list[Mention] = []
    for mention in mentions:
        inside = (
            kept and mention.start < kept[-1].end and (mention.start, mention.end) != (kept[-1].start, kept[-1].end)
        )
        if not inside:
            kept.append(mention)
    return kept


def blanked(stretch: Stretch) -> str:
    """The text with addresses, scripture and code blanked out; its length stays."""
    text = stretch.text
    found = [match.span() for match in _ADDRESS.finditer(text)] if "@" in text or "www" in text or ":" in text else []
    found += [match.span() for match in _CITATION_OF_SCRIPTURE.finditer(text)]
    found += [(span.start, span.end) for span in stretch.spans if span.kind == "code"]
    return _without(text, found)


def _without(text: str, places: list[tuple[int, int]]) -> str:
    if not places:
        return text
    parts: list[str] = []
    at = 0
    for start, end in sorted(places):
        if end > at:
            parts += [text[at : max(at, start)], _BLANK * (end - max(at, start))]
            at = end
    return "".join([*parts, text[at:]])


def _placed(mention: Mention, stretch: Stretch) -> CitationFound:
    line, column = stretch.place(mention.start)
    return CitationFound(
        as_written=stretch.text[mention.start : mention.end],
        file=stretch.file,
        line=line,
        column=column,
        form=mention.form,
        authors=mention.authors,
        year=mention.year,
        locator=mention.locator,
        via=mention.host,
        keys=mention.keys,
        et_al=mention.et_al,
        subject=mention.subject,
        title=mention.title,
        weak=mention.weak,
        block=stretch.block,
        cell=stretch.cell,
        start=mention.start,
        end=mention.end,
    )


def citations(draft: Draft, listed: frozenset[int] = frozenset()) -> list[CitationFound]:
    """All citations of a draft; `listed` are blocks of its reference list, which cite nothing."""
    return Grammar(draft, listed).citations()
