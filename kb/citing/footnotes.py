"""Citations in footnotes: full at first, then short, *op. cit.* or *Ibid.*"""

from __future__ import annotations

import re

from kb.citing.laws import LAW, laws
from kb.citing.mention import Mention
from kb.citing.names import after
from kb.citing.vocabulary import Vocabulary
from kb.citing.words import FUNCTION
from kb.citing.years import PAGE_WORD, PAGES

_IBID = re.compile(r"\s*(?:ibid|idem|loc\.?\s?cit|op\.?\s?cit)\b\.?", re.IGNORECASE)
_SHORT = re.compile(r"[,.]?\s*(?:op|loc)\.?\s?cit\.?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/-])(?:1[5-9]|20)\d\d(?![\d/-])")
_PAGE = re.compile(rf"(?:{PAGE_WORD}\s?(?P<page>{PAGES})|,\s?(?P<bare>\d{{1,3}}))\s*\.?\s*$", re.IGNORECASE)
_SPLIT = re.compile(r";\s+(?=[A-Z])|\.\s+(?=(?:Lihat|Bandingkan|See)\b)")
_LEAD = re.compile(
    r"\s*(?:(?:Lihat(?:\s+juga)?|Bandingkan|Baca|See(?:\s+also)?|Cf\.|Dikutip\s+(?:dari|dalam)|Sebagaimana\s+dikutip\s+(?:dari|dalam|oleh))[:,]?\s+)?"
)
_THROUGH = re.compile(
    r"[,.]?\s+(?:dikutip\s+(?:dari|dalam|oleh)|dalam|sebagaimana\s+dikutip\s+(?:oleh|dalam))\s+(?=[A-Z])"
)
_TITLE = re.compile(r"\s*[,.:]?\s*[“\"'‘*_]?(?P<title>[^,(]{4,200})")
_ET_AL = re.compile(r",?\s*(?:dkk|et\.?\s?al)\.?", re.IGNORECASE)


def footnote(text: str, vocabulary: Vocabulary) -> list[Mention]:
    """What one footnote cites; *Ibid.* is a mention of what was cited before and has no author of its own."""
    found: list[Mention] = []
    at = 0
    for part in _SPLIT.split(text):
        start = text.index(part, at)
        at = start + len(part)
        found += _part(text, start, at, vocabulary)
    return found


def _part(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Mention]:
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    if LAW.search(text, begin, min(end, begin + 120)) or _IBID.match(text, begin, end):
        return []
    through = _THROUGH.search(text, begin, end)
    if through and _names_end(text, through.end(), end, vocabulary):
        held = _work(text, through.end(), end, vocabulary)
        first = _work(text, begin, through.start(), vocabulary)
        if first and held:
            return [_through(first, held, text)]
    work = _work(text, begin, end, vocabulary)
    return [work] if work else []


def _names_end(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    names = after(text, start, vocabulary, end=end)
    return names is not None and not names.weak and text[names.end : names.end + 1] in (",", "(")


def _through(first: Mention, held: Mention, text: str) -> Mention:
    from dataclasses import replace

    from kb.model.citation import Host

    host = Host(held.authors, held.year, held.locator, et_al=held.et_al, as_written=text[held.start : held.end])
    return replace(first, end=held.end, host=host)


def _work(text: str, start: int, end: int, vocabulary: Vocabulary) -> Mention | None:
    names = after(text, start, vocabulary, end=end)
    if names is None or text[start : names.start].strip(" *_") or _first_word(text, start) in FUNCTION:
        return None
    tail = names.end
    et_al = _ET_AL.match(text, tail, end)
    tail = et_al.end() if et_al else tail
    if text[tail : tail + 1] not in (",", ".", ":", "(") or (names.weak and not names.body):
        return None
    short = _SHORT.search(text, tail, min(end, tail + 40))
    years = list(_YEAR.finditer(text, tail, end))
    page = _PAGE.search(text[tail:end])
    if not years and not page and not short:
        return None
    title = _TITLE.match(text, tail, end)
    return Mention(
        start,
        end,
        "footnote",
        names.authors,
        years[-1][0] if years else None,
        (page["page"] or page["bare"]) if page else None,
        et_al=names.et_al or bool(et_al),
        title=None if short or not title else title["title"].strip(" *_”\"'’."),
        weak=not years,
    )


def _first_word(text: str, start: int) -> str:
    match = re.compile(r"\s*([^\W\d_]+)").match(text, start)
    return match[1].lower() if match else ""


__all__ = ["footnote", "laws"]
