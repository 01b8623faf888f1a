"""Slips that can be set right without the student's judgement: doubled signs and words, spacing of a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.audit.counts import DOUBLED_NUMBER
from kb.citing.reference_list import list_blocks
from kb.citing.words import PARTICLES
from kb.model.citation import CitationFound
from kb.model.draft import Draft, Stretch
from kb.model.report import Report
from kb.model.slip import Slip

_NEVER_DOUBLED = (
    "yang dan di ke dari untuk dengan pada dalam adalah merupakan oleh akan dapat tidak juga atau sebagai karena bahwa "
    "the of in to and is are for with by on from"
)
_WORD = re.compile(rf"\b(?P<word>{'|'.join(_NEVER_DOUBLED.split())})(?:[ \t]+(?P=word)\b(?![-’']))+")
_SIGN = re.compile(r"(?<=[\w)”\"])\.\.(?=\s|$|[”)])|(?<=\w)(?:,\s?,|;;)|(?<=\w)[ \t]+,(?=[ \t])")
_SPACING = (
    (re.compile(r"(?<=[^\W\d_.]),(?=\d{4})"), ", ", ("parenthetical", "narrative")),
    (re.compile(r"(?<=[^\W\d_])\s?:\s?(?=[12]\d{3}\b)"), ", ", ("parenthetical", "narrative")),
    (re.compile(r"(?<=[^\W\d_])[ \t]+(?=[12]\d{3}[a-z]?\))"), ", ", ("parenthetical",)),
    (re.compile(r"\bet\.al\b\.?"), "et al.", ("parenthetical", "narrative")),
)


def slips(draft: Draft, report: Report) -> tuple[Slip, ...]:
    """All of them in the order of the text; what the student lets pass is left alone."""
    told = {finding.check for finding in report.findings}
    listed = list_blocks(draft.blocks)
    texts = {(each.block, each.cell): each for each in draft.stretches() if each.block not in listed}
    found = [slip for text in texts.values() for slip in _in_text(text)]
    for each in report.citations:
        text = texts.get((each.citation.block, each.citation.cell))
        if text is not None:
            found += _in_citation(text, each.citation)
    wanted = {(slip.file, slip.line, slip.column): slip for slip in found if slip.check in told}
    return tuple(wanted[key] for key in sorted(wanted))


def _in_text(text: Stretch) -> Iterator[Slip]:
    for match in DOUBLED_NUMBER.finditer(text.text):
        yield from _slip("number-doubled", text, match.start(), match[0], match["word"] or match["digit"])
    for match in _WORD.finditer(text.text):
        yield from _slip("words-repeated", text, match.start(), match[0], match["word"])
    for match in _SIGN.finditer(text.text):
        yield from _slip("punctuation-doubled", text, match.start(), match[0], match[0].strip()[0])


def _in_citation(text: Stretch, citation: CitationFound) -> Iterator[Slip]:
    if citation.subject != "work" or citation.form in ("key", "field", "footnote"):
        return
    for pattern, right, forms in _SPACING:
        match = pattern.search(text.text, citation.start, citation.end) if citation.form in forms else None
        if match:
            yield from _slip("citation-punctuation", text, match.start(), match[0], right)
    for name in citation.authors:
        first = name.split()[0] if name.split() else ""
        at = text.text.find(name, citation.start, citation.end)
        if at >= 0 and first.isalpha() and first.islower() and first not in PARTICLES:
            yield from _slip("name-in-small-letters", text, at, first, first.capitalize())


def _slip(check: str, text: Stretch, start: int, written: str, right: str) -> Iterator[Slip]:
    """The slip, where its words stand in the file as they stand in the text."""
    if any(span.kind in ("code", "citation") and span.start <= start < span.end for span in text.spans):
        return
    line, column = text.place(start)
    if written and text.place(start + len(written) - 1) == (line, column + len(written) - 1):
        yield Slip(check, text.file, line, column, written, right)
