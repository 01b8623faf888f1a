"""The heat map of studies and aspects as a picture to take away, with its table for reading."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, matrix_grid, prose
from kb.outputs import matrices
from kb.review.coverage import coverage
from kb.store.library import Library

FORMS = {"png": "PNG", "svg": "SVG", "html": "HTML"}


def show(opened: Library, language: str) -> None:
    """The grid with its links, the gap sentence, and the picture's downloads."""
    _ = session.words()
    matrix = opened.remember(("coverage-map", language), lambda: coverage(opened, language=language))
    if not matrix.rows or not matrix.values:
        st.info(_("Belum ada yang dapat ditabulasikan untuk unsur ini."))
        return
    matrix_grid.show(matrix, language)
    sentence = matrix.gap_sentence.get(language)
    if sentence:
        prose.paragraph(sentence)
    campus = session.profile()
    with st.container(horizontal=True):
        for form, label in FORMS.items():
            st.download_button(
                f"{_('Unduh')} {label}", lambda form=form: matrices.render(matrix, form, language, campus),
                f"peta-cakupan.{form}", on_click="ignore", type="primary" if form == "png" else "secondary",
                key=f"coverage-{form}",
            )  # fmt: skip
    links.to_page("matrix", _("Matriks aspek"), ":material/grid_on:")
