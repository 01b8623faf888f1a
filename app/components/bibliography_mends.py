"""Slips in the project's bibliography that can be set right with one click, shown before they are."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import after_save, prose
from kb.editing.bibliography_mending import Mend, mend_bibliography, mended
from kb.errors import KajianError
from kb.locale import error_text
from kb.store.library import Library


def show(opened: Library) -> None:
    """Nothing where nothing can be set right; else what would change, and the button that saves it."""
    _ = session.words()
    mends = opened.remember("mends", lambda: _mends(opened))
    if not mends:
        return
    title = _("{count} nama dalam daftar pustaka dapat diperbaiki").format(count=len(mends))
    with st.expander(title, icon=":material/auto_fix_high:"):
        for mend in mends:
            prose.paragraph(f"{mend.key}, {mend.field}: {mend.written} → {mend.right}", quiet=True)
        st.button(_("Perbaiki daftar pustaka"), type="primary", key="mend-bibliography", on_click=_save, args=(opened,))


def _mends(opened: Library) -> tuple[Mend, ...]:
    file = opened.configuration.bibliography
    return mended(opened.files[file], opened.bibliography.findings, file)[1] if file in opened.files else ()


def _save(opened: Library) -> None:
    try:
        done, _ = mend_bibliography(opened, opened.bibliography.findings, by="app")
    except KajianError as refused:
        after_save.refused(error_text(refused, session.language()))
        return
    after_save.saved(done)
