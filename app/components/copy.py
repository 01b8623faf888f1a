"""The button "Salin": text with its italics, and tables, to the clipboard as a word processor takes them."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from app import session
from kb.model.profile import Profile
from kb.model.table import Table
from kb.model.text import Runs, plain
from kb.outputs.clipboard import table_clip

_FOLDER = Path(__file__).parent / "frontend"
_COMPONENT = st.components.v2.component(
    "kajian_copy",
    html="<div class='kajian-copy-host'></div>",
    css=(_FOLDER / "copy.css").read_text("utf-8"),
    js=(_FOLDER / "copy.js").read_text("utf-8"),
)
_MOST_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to be copied: its name, its runs, or `markup` and `text` made elsewhere."""

    label: str
    runs: Runs = ()
    markup: str = ""
    text: str = ""

    def item(self) -> dict[str, str]:
        """The same as the browser takes it."""
        words = self.text or plain(self.runs)
        shown = words if len(words) <= _MOST_SHOWN else words[:_MOST_SHOWN] + "…"
        markup = self.markup or f"<p>{rich(self.runs)}</p>"
        return {"label": self.label, "html": markup, "text": words, "shown": shown if self.runs else ""}


def show(choices: Sequence[Choice], key: str) -> None:
    """One button, or behind one button several; nothing where there is nothing to copy."""
    if not choices:
        return
    _ = session.words()
    if len(choices) == 1:
        button([replace(choices[0], label=_("Salin") if choices[0].runs else choices[0].label)], key)
        return
    with st.popover(_("Salin"), icon=":material/content_copy:", key=f"copy-{key}"):
        button(choices, key)


def button(choices: Sequence[Choice], key: str) -> None:
    """The buttons themselves, one for each choice."""
    _ = session.words()
    words = {"done": _("Disalin"), "failed": _("Tidak dapat disalin. Pilih teksnya, lalu tekan Ctrl+C.")}
    items = [choice.item() for choice in choices]
    width = "content" if len(items) == 1 else "stretch"
    _COMPONENT(key=f"copy-buttons-{key}", data={"items": items, "words": words}, width=width)


def of_table(table: Table, campus: Profile) -> Choice:
    """A table with its caption and source line."""
    markup, text = table_clip(table, campus)
    return Choice(session.words()("Salin tabel"), markup=markup, text=text)


def rich(runs: Runs) -> str:
    """Runs as HTML, italics and bold kept."""
    parts = []
    for run in runs:
        part = html.escape(run.text)
        part = f"<em>{part}</em>" if run.italic else part
        parts.append(f"<strong>{part}</strong>" if run.bold else part)
    return "".join(parts)
