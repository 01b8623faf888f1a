"""Matriks aspek: studies × values, what none covers, the gap sentence."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import copy, downloads, links, matrix_grid, prose
from kb.locale import bare
from kb.model.text import runs
from kb.queries.facets import facets
from kb.queries.studies import prior_studies
from kb.review.coverage import coverage

_ = session.words()
opened, language = session.library(), session.language()

st.title(_("Matriks aspek"))
names = {facet.name: facet.labels[language] for facet in facets(opened).values()}
wanted = session.chosen("unsur")
told = {name for study in prior_studies(opened) for name, values in study.facets.items() if values}
start = wanted if wanted in names else next((name for name in ("aspect", *names) if name in told), "aspect")


def follow() -> None:
    """Keep the link true to the choice."""
    st.query_params["unsur"] = st.session_state["matrix-facet"]


facet = st.selectbox(
    _("Unsur pembanding"), list(names), index=list(names).index(start), format_func=names.get, key="matrix-facet",
    on_change=follow,
)  # fmt: skip
matrix = coverage(opened, facet or "aspect")
if not matrix.rows or not matrix.values:
    links.empty(
        _("Belum ada yang dapat ditabulasikan untuk unsur ini. Isi unsur itu pada penelitian terdahulu."),
        studies=bare(_("menu|Penelitian terdahulu")),
    )
    st.stop()
matrix_grid.show(matrix, language)
left, right = st.columns(2)
left.markdown(f"**{_('Belum tercakup (celah)')}:** {', '.join(matrix.uncovered) or '–'}")
labels = {row.study: row.label for row in matrix.rows}
right.markdown(f"**{_('Cakupan terkecil')}:** {', '.join(labels[study] for study in matrix.smallest_cover) or '–'}")
sentence = matrix.gap_sentence.get(language)
if sentence:
    st.header(_("Kalimat celah"))
    prose.paragraph(sentence)
    copy.show([copy.Choice(_("Salin"), runs(sentence))], "gap")
downloads.matrix(matrix, language)
