"""Checks of quotations: marks that match, pages, titles quoted right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.audit.chapter import Chapter, at, finding, in_block
from kb.audit.sentences import sentences
from kb.audit.study_prose import headed_studies
from kb.audit.titles import near_title, title_differs
from kb.citing.years import PAGE_WORD
from kb.findings import Finding, Phrase
from kb.model.citation import Resolved
from kb.model.draft import Block

_MARK = re.compile(r"[“”„‟\"]")
_QUOTE = re.compile(r"[“\"„](?P<inside>[^“”\"„]{40,2500})[”\"]")
_PAGE = re.compile(rf"\({PAGE_WORD}\s?\d", re.IGNORECASE)
_WORDS = 10
_NEAR_TITLE = 80


def unbalanced(chapter: Chapter) -> Iterable[Finding]:
    """A quotation mark that opens and never closes, or the reverse."""
    blocks = chapter.blocks
    for position, (_, block) in enumerate(blocks):
        if block.kind not in ("paragraph", "list-item", "quote", "footnote"):
            continue
        marks = [match for match in _MARK.finditer(block.text) if not _is_code(block, match.start())]
        wrong = _odd_one(marks)
        if wrong is None or _goes_on(blocks, position, wrong):
            continue
        kind = Phrase("penutup tanpa pembuka" if wrong[0] == "”" else "pembuka tanpa penutup")
        yield finding(
            "quotation-unbalanced", "warning", (in_block(block, wrong.start(), wrong.end()),), what=kind, mark=wrong[0]
        )


def _is_code(block: Block, offset: int) -> bool:
    return any(span.kind in ("code", "citation") and span.start <= offset < span.end for span in block.spans)


def _odd_one(marks: list[re.Match[str]]) -> re.Match[str] | None:
    """The mark without a partner; straight marks open and close in turn and may close a curly one."""
    opened: list[re.Match[str]] = []
    for mark in marks:
        if mark[0] == '"' and not opened and mark.string[mark.start() - 1 : mark.start()].isdigit():
            continue  # inches
        closes = mark[0] == "”" or (mark[0] in '"“' and opened and (mark[0] == '"' or opened[-1][0] == "„"))
        if not closes:
            if opened and mark[0] == "“":
                return opened[-1]
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            return mark
    return opened[-1] if opened else None


def _goes_on(blocks: tuple[tuple[int, Block], ...], position: int, wrong: re.Match[str]) -> bool:
    """A quotation over several paragraphs opens in each and closes in the last."""
    following = blocks[position + 1][1].text.lstrip() if position + 1 < len(blocks) else ""
    return wrong[0] in '“"' and following.startswith(("“", '"'))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words of some length, with the citation that they belong to."""

    block: Block
    start: int
    end: int
    source: Resolved | None


def quotations(chapter: Chapter) -> Iterator[Quotation]:
    """All of them outside tables."""
    for position, (number, block) in enumerate(chapter.blocks):
        if block.kind == "quote" and not _QUOTE.search(block.text) and len(block.text.split()) >= _WORDS:
            yield Quotation(block, 0, len(block.text), _source(chapter, position, number, 0, len(block.text)))
        if block.kind not in ("paragraph", "list-item", "quote"):
            continue
        for match in _QUOTE.finditer(block.text):
            if len(match["inside"].split()) >= _WORDS:
                source = _source(chapter, position, number, match.start(), match.end())
                yield Quotation(block, match.start(), match.end(), source)


def _source(chapter: Chapter, position: int, number: int, start: int, end: int) -> Resolved | None:
    """The citation right after the quotation, else before it in its sentence, else at the end of the block before."""
    own = [each for each in chapter.by_block.get(number, ()) if each.citation.subject != "law"]
    after = [each for each in own if each.citation.start >= end]
    if after and after[0].citation.start - end <= 60 and _same_sentence(chapter, position, end, after[0]):
        return after[0]
    before = [each for each in own if each.citation.end <= start]
    if before:
        return before[-1]
    alone = not chapter.blocks[position][1].text[:start].strip()
    if alone and position:
        earlier_number, earlier = chapter.blocks[position - 1]
        found = chapter.by_block.get(earlier_number, [])
        last = sentences(earlier.text)[-1][0] if earlier.text.strip() and earlier.kind != "table" else 0
        if found and earlier.kind == "paragraph" and found[-1].citation.start >= last and _introduces(earlier.text):
            return found[-1]
    return after[0] if after and after[0].citation.start - end <= 150 else None


def _same_sentence(chapter: Chapter, position: int, end: int, source: Resolved) -> bool:
    """Whether no other sentence begins between a quotation and the citation after it."""
    between = chapter.blocks[position][1].text[end : source.citation.start]
    return re.search(r"[.!?]\s+\w", between) is None


def _introduces(text: str) -> bool:
    """Whether a paragraph ends as one that leads over to a quotation."""
    return re.search(r"(?:[:,]|bahwa|berikut|sebagai)\s*:?\s*$", text) is not None


def without_page(chapter: Chapter) -> Iterable[Finding]:
    """A quotation word for word whose citation gives no page."""
    if sum(1 for each in chapter.citations if each.citation.form == "footnote") * 2 > len(chapter.citations):
        return  # the pages stand in the notes
    for quotation in quotations(chapter):
        source = quotation.source
        if source is None or source.citation.subject == "number" or _has_page(source, quotation):
            continue
        place = in_block(quotation.block, quotation.start, quotation.end)
        yield finding(
            "quotation-without-page", "warning", (place, chapter.place(source.citation)), source.citekeys,
            source=source.citation.as_written,
        )  # fmt: skip


def _has_page(source: Resolved, quotation: Quotation) -> bool:
    citation = source.citation
    if citation.locator or (citation.via and citation.via.locator):
        return True
    return _PAGE.search(quotation.block.text, max(0, quotation.start - 200), quotation.end + 200) is not None


def quoted_title_differs(chapter: Chapter) -> Iterable[Finding]:
    """The title of a listed work, as a heading or between quotation marks, with other words than the list's."""
    for each in headed_studies(chapter):
        block = chapter.draft.blocks[each.citation.block]
        title = block.text[: each.citation.start].strip(" ,(")
        yield from _title_finding(chapter, each, block, title, 0)
    for number, block in chapter.blocks:
        if block.kind not in ("paragraph", "list-item"):
            continue
        cited = [each for each in chapter.by_block.get(number, ()) if len(each.own.keys) == 1]
        for match in re.finditer(r"[“\"](?P<inside>[^“”\"]{15,250})[”\"]", block.text) if cited else ():
            for each in cited:
                yield from _title_finding(chapter, each, block, match["inside"], match.start())


def _title_finding(chapter: Chapter, each: Resolved, block: Block, title: str, start: int) -> Iterable[Finding]:
    if len(each.own.keys) != 1:
        return
    work = chapter.by_key[each.own.keys[0]]
    if work.title and near_title(title, work.title) >= _NEAR_TITLE and title_differs(title, work.title):
        places = (in_block(block, start, start + len(title)), chapter.entry_place(work.key))
        yield finding(
            "quoted-title-differs", "warning", places, each.own.keys, written=title[:200], listed=work.title[:200]
        )


__all__ = ["at", "quotations", "quoted_title_differs", "unbalanced", "without_page"]
