"""What a search found, as links under headings of their kinds."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

import streamlit as st

from app import session
from app.components import links
from kb.model.hit import Found, Hit
from kb.model.text import Runs
from kb.outputs.hits import kind_words

PAGES = {
    "concept": "concepts",
    "definition": "definitions",
    "typology": "concepts",
    "relation": "concepts",
    "study": "studies",
    "statement": "studies",
    "person": "people",
    "work": "works",
    "draft": "draft",
}
"""Kind of hit -> the page that shows the thing."""


def brief(found: Found, most: int) -> None:
    """The best of each kind, at most `most` together, without the words that they were found in."""
    shown = 0
    for kind, group in groupby(found.hits, key=lambda hit: hit.kind):
        rest = list(group)[: max(0, most - shown)]
        shown += len(rest)
        if rest:
            _heading(kind, found)
            for hit in rest:
                _link(hit)


def full(hits: Iterable[Hit], found: Found) -> None:
    """Hits with the words they were found in."""
    for kind, group in groupby(hits, key=lambda hit: hit.kind):
        _heading(kind, found)
        for hit in group:
            _link(hit)
            if hit.snippet:
                st.html(f"<p style='margin:-.6rem 0 .4rem .5rem;font-size:.9rem'>{_marked(hit.snippet)}</p>")


def _heading(kind: str, found: Found) -> None:
    words = kind_words(session.words())[kind]
    st.html(f"<p style='margin:0;font-weight:600;font-size:.9rem'>{escape(words)} ({found.counts[kind]})</p>")


def _link(hit: Hit) -> None:
    links.to(PAGES[hit.kind], hit.id, links.plain(hit.label))


def _marked(snippet: Runs) -> str:
    return "".join(
        f"<mark style='background:rgba(31,78,156,.2);color:inherit'>{escape(run.text)}</mark>"
        if run.bold
        else escape(run.text)
        for run in snippet
    )
