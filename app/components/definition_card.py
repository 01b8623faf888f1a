"""One definition with its citation, evidence and note."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import evidence, prose
from kb.citing.chains import TERMS, all_parenthetical
from kb.model.definition import Definition


def show(definition: Definition, *, with_concept: bool = False) -> None:
    """The card; quotations stand between quotation marks, a missing source is said."""
    _ = session.words()
    language = session.language()
    with st.container(border=True):
        if with_concept:
            st.markdown(f"**{definition.labels.get(language, definition.concept)}**")
        prose.paragraph(f"“{definition.text}”" if definition.quotation else definition.text)
        cited = (
            all_parenthetical((definition.attribution, *definition.also), TERMS[language])
            if definition.attribution
            else _("tanpa sumber")
        )
        left, right = st.columns([4, 1], vertical_alignment="center")
        with left:
            _source(definition, cited)
        with right:
            evidence.show([definition.passage] if definition.passage else [], definition.id)


def _source(definition: Definition, cited: str) -> None:
    """The citation as it is printed, as it stands in the draft, and the note beside it."""
    _ = session.words()
    prose.note(cited)
    printed = definition.attribution.as_printed if definition.attribution else None
    if printed:
        prose.note(f"{_('Tertulis')}: {printed}")
    if definition.note:
        prose.note(f"{_('Catatan')}: {definition.note}")
