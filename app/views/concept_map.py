"""Peta konsep: overview, one concept, everything; click or keyboard opens the details."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import concept_map_page, coverage_map, links
from kb.queries.concepts import concepts

_ = session.words()
opened, language = session.library(), session.language()

st.title(_("Peta konsep"))
every = {concept.id: concept for concept in concepts(opened).values()}
if not every:
    links.empty(_("Belum ada konsep. Tambahkan konsep agar peta terbentuk."), concept_form=_("Tambah konsep"))
    st.stop()
views = {
    "overview": _("Ringkasan"),
    "mindmap": _("Satu konsep"),
    "people": _("Tokoh dan penelitian"),
    "coverage": _("Cakupan aspek"),
    "explore": _("Jelajah"),
}
wanted_view = session.chosen("tampilan")
shown = st.segmented_control(
    _("Tampilan"),
    list(views),
    default=wanted_view if wanted_view in views else "overview",
    format_func=views.get,
    key="map-view",
    required=True,
)
concept = None
if shown == "mindmap":
    main = [identifier for identifier, entry in every.items() if entry.main] or list(every)
    order = [*main, *(identifier for identifier in every if identifier not in main)]
    wanted = session.chosen("konsep")
    concept = st.selectbox(
        _("Konsep"),
        order,
        index=order.index(wanted) if wanted in order else 0,
        format_func=lambda i: every[i].labels[language],
    )
if shown == "coverage":
    coverage_map.show(opened, language)
else:
    concept_map_page.show(opened, str(shown), concept, language)
