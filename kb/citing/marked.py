"""Citations that the file itself marks: keys of LaTeX and Markdown, fields of a Word file."""

from __future__ import annotations

import re

from kb.citing.hosts import HostFound, host_after
from kb.citing.mention import Mention
from kb.citing.vocabulary import Vocabulary
from kb.model.citation import CitationForm, Host
from kb.model.draft import Span

_LINK = re.compile(r",?\s+(?:(?:yang\s+)?dikutip\s+(?:oleh|dalam|dari)|dalam|as\s+cited\s+in)\s+", re.IGNORECASE)
_PAGE_KEEPS = {"citeauthor", "citeauthor*", "citeyear", "citeyearpar", "citetitle", "citeurl", "citedate"}


def marked(text: str, spans: tuple[Span, ...], vocabulary: Vocabulary, in_note: bool) -> list[Mention]:
    """Mentions of a text's citation spans; one that follows another's "dalam" is its host."""
    found: list[Mention] = []
    citing = [span for span in spans if span.kind == "citation"]
    done = -1
    for at, span in enumerate(citing):
        if span.start < done:
            continue
        following = citing[at + 1] if at + 1 < len(citing) else None
        host = _host(text, span, following, vocabulary)
        end = host.end if host else span.end
        done = end
        found += _mentions(text, span, host, end, in_note)
    return found


def _host(text: str, span: Span, following: Span | None, vocabulary: Vocabulary) -> HostFound | None:
    if following and _LINK.fullmatch(text[span.end : following.start]):
        return host_after(text, span.end, vocabulary, (following,))
    found = host_after(text, span.end, vocabulary, ())
    return found if found and found.sure else None


def _mentions(text: str, span: Span, host: HostFound | None, end: int, in_note: bool) -> list[Mention]:
    form = _form(span, in_note)
    return [
        Mention(
            span.start,
            end,
            form,
            span.sources[number].authors if span.sources else (),
            span.sources[number].year if span.sources else None,
            span.locators[number] if number < len(span.locators) else None,
            _as_host(host),
            (key,),
            subject="key",
            title=span.sources[number].title if span.sources else None,
            weak=span.command == "bare",
        )
        for number, key in enumerate(span.keys)
    ]


def _as_host(host: HostFound | None) -> Host | None:
    return host.host if host else None


def _form(span: Span, in_note: bool) -> CitationForm:
    if not span.sources:
        return "key"
    return "footnote" if in_note else "field"
