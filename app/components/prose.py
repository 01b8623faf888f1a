"""Text of a person on the screen: emphasis shown, everything else as it is."""

from __future__ import annotations

import html
import re

import streamlit as st

from kb.model.text import runs


def as_html(text: str) -> str:
    """Escaped HTML of a text whose foreign terms stand between asterisks."""
    parts = (html.escape(run.text) for run in runs(text))
    looks = (run.italic for run in runs(text))
    return "".join(f"<em>{part}</em>" if italic else part for part, italic in zip(parts, looks, strict=True))


def paragraph(text: str, *, quiet: bool = False) -> None:
    """One paragraph; quiet ones are smaller and greyer."""
    look = ' style="margin:0;opacity:.85;font-size:.9rem"' if quiet else ' style="margin:0"'
    st.html(f"<p{look}>{as_html(' '.join(text.split()))}</p>")


def note(text: str) -> None:
    """A quiet line; Streamlit's own caption is too pale to read on its light background (WCAG 2 AA wants 4.5 to 1)."""
    paragraph(text, quiet=True)


def escaped(text: str) -> str:
    """A person's words inside Markdown: no character of theirs can turn into a look, a link or a formula."""
    return re.sub(r"([\\`*_{}\[\]()#+!$:~<>|-])", r"\\\1", " ".join(text.split()))
