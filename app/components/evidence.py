"""The words of the text that a statement rests on, one click away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import links, prose
from kb.model.passage import Passage


def show(passages: Sequence[Passage], key: str) -> None:
    """A small button that opens the quoted passages, each with a link to its line in the draft."""
    found = list(dict.fromkeys(passages))
    if not found:
        return
    _ = session.words()
    with st.popover(
        str(len(found)), icon=":material/format_quote:", key=f"evidence-{key}", help=_("Bukti dalam naskah")
    ):
        for passage in found:
            st.text(" ".join(passage.exact.split()))
            if passage.line:
                links.to("draft", passage.line, f"{passage.source}, {_('baris')} {passage.line}", ":material/article:")
            else:
                prose.note(_("Kutipan ini tidak ditemukan tepat satu kali dalam naskah."))
