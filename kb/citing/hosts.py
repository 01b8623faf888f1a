"""The source a work was read through: "… dalam Y (2019)", "yang dikutip oleh Y", "as cited in Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.citing.name_runs import NameRun
from kb.citing.name_tokens import tokens
from kb.citing.names import after
from kb.citing.references import Reference, reference, years_at
from kb.citing.vocabulary import Vocabulary
from kb.citing.words import is_body
from kb.citing.years import PAGE_ONLY
from kb.model.citation import Host
from kb.model.draft import Span

_CITED = r"(?:dikutip|disitir|dinukil|disitasi|dirujuk)(?:\s+kembali)?(?:\s+(?:oleh|dalam|dari|pada))?"
_ENGLISH = r"(?:as\s+)?(?:cited|quoted)\s+(?:in|by)"
_WORK = r"(?:buku|jurnal|artikel|skripsi|tesis|disertasi|modul|karya|tulisan|laporan|makalah)"
LINK = re.compile(
    rf"(?P<comma>,)?\s*(?:(?:seperti|sebagaimana)\s+)?(?:yang\s+)?(?:{_CITED}|\b(?:dalam|dlm\.?)|{_ENGLISH})\s+"
    rf"(?P<work>{_WORK}(?P<own>nya)?\s+)?",
    re.IGNORECASE,
)
INSIDE = re.compile(
    rf"[\s,;]*(?<!\w)(?:(?:seperti|sebagaimana)\s+)?(?:yang\s+)?(?:{_CITED}|(?:dalam|dlm\.?)|{_ENGLISH}|in)\s+(?:{_WORK}\s+)?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[ \t]*\(\s*(?=(?:dalam|dlm|dikutip|as\s+cited|seperti|sebagaimana)\b)", re.IGNORECASE)
_BRACKET_YEAR = re.compile(r"\s*\(\s*")
_BARE_YEAR = re.compile(r"\s*[,:]?\s*(?=\d{4}|t\.)")
_CLOSE = re.compile(r"\s*\)")
_AFTER_NAME = re.compile(r"\s*(?:[.,;:)!?]|$|[a-z(])")


@dataclass(frozen=True, slots=True)
class HostFound:
    """A host with the offset where it ends; `sure` where it has a year or keys."""

    host: Host
    start: int
    end: int
    sure: bool


def host_after(text: str, at: int, vocabulary: Vocabulary, spans: tuple[Span, ...]) -> HostFound | None:
    """The host that a linking word at `at` introduces."""
    bracketed = _BRACKETED.match(text, at)
    if bracketed and (link := INSIDE.match(text, bracketed.end(), at + 300)):
        closing = text.find(")", link.end(), at + 300)
        found = host_inside(text, link.end(), closing, vocabulary) if closing > 0 else None
        return HostFound(found.host, found.start, closing + 1, found.sure) if found else None
    link = LINK.match(text, _blank(text, at))
    if link is None or link["own"]:
        return None
    if link.start() == at and at and not link["comma"] and not text[at].isspace() and text[at - 1].isalnum():
        return None
    found = _host(text, link.end(), vocabulary, spans, known_work=bool(link["work"]))
    if found and link["comma"] and not found.sure:
        return None
    return found


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at


def _host(text: str, at: int, vocabulary: Vocabulary, spans: tuple[Span, ...], known_work: bool) -> HostFound | None:
    for span in spans:
        if span.kind == "citation" and at <= span.start <= at + 1 and not text[at : span.start].strip(" ("):
            return _span_host(text, span)
    if text[at : at + 1] == "(":
        closing = text.find(")", at, at + 200)
        inner = reference(text, at + 1, closing, vocabulary) if closing > 0 else None
        if inner and inner.years and inner.end >= closing - 1:
            return _made(text, inner, inner.names.start, closing + 1, sure=True)
        return None
    names = after(text, at, vocabulary)
    if names is None or text[at : names.start].strip():
        return None
    return _named_host(text, names, vocabulary, known_work)


def _named_host(text: str, names: NameRun, vocabulary: Vocabulary, known_work: bool) -> HostFound | None:
    end = names.end
    bracket = _BRACKET_YEAR.match(text, end)
    if bracket and (years := years_at(text, bracket.end(), len(text))):
        closing = _CLOSE.match(text, years[0].end)
        if closing:
            made = Reference(names, years, closing.end())
            return _made(text, made, names.start, closing.end(), sure=True)
    bare = _BARE_YEAR.match(text, end)
    if bare and (years := years_at(text, bare.end(), len(text))):
        return _made(text, Reference(names, years[:1], years[0].end), names.start, years[0].end, sure=True)
    if (known_work and not names.weak) or _person_like(text, names, vocabulary):
        return _made(text, Reference(names, (), end), names.start, end, sure=False)
    return None


def _person_like(text: str, names: NameRun, vocabulary: Vocabulary) -> bool:
    """Whether names without a year are surely names: no word of them is an ordinary one."""
    if names.weak or not _AFTER_NAME.match(text, names.end):
        return False
    words = [token for token in tokens(text, names.start, names.end) if token.kind in ("name", "noun")]
    if names.body:
        return is_body(words[0].text) and text[names.start : names.end].isupper()
    return bool(words) and not any(vocabulary.common(word.text) for word in words)


def _made(text: str, found: Reference, start: int, end: int, sure: bool) -> HostFound:
    year = found.years[0].year if found.years else None
    locator = found.years[0].locator if found.years else found.page
    host = Host(found.names.authors, year, locator, et_al=found.names.et_al, as_written=text[start:end])
    return HostFound(host, start, end, sure)


def _span_host(text: str, span: Span) -> HostFound:
    source = span.sources[0] if span.sources else None
    locator = span.locators[0] if span.locators else None
    host = Host(
        source.authors if source else (),
        source.year if source else None,
        locator,
        span.keys[:1],
        as_written=text[span.start : span.end],
    )
    return HostFound(host, span.start, span.end, True)


def host_inside(text: str, start: int, end: int, vocabulary: Vocabulary) -> HostFound | None:
    """The host that fills a bracket's rest from `start`: "Adi Fahrudin, 2014, hal. 7"."""
    found = reference(text, start, end, vocabulary)
    if found is None:
        return None
    rest = text[found.end : end].strip(" .,")
    page = found.page
    if rest:
        match = PAGE_ONLY.fullmatch(rest)
        if not match:
            return None
        page = match["page"].strip()
    if not found.years and not _person_like(text + " ", found.names, vocabulary):
        return None
    made = _made(text, found, found.names.start, end, sure=bool(found.years))
    if page and not made.host.locator:
        host = Host(made.host.authors, made.host.year, page, (), made.host.et_al, made.host.as_written)
        return HostFound(host, made.start, made.end, made.sure)
    return made
