"""Beranda: this study, four counts, what is still to be done."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import findings_list, links
from kb.audit.notes import quick_findings
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.queries.facets import facets
from kb.queries.studies import prior_studies

_ = session.words()
opened = session.library()
st.title(opened.configuration.title or _("Penelitian ini"))

priors = prior_studies(opened)
unread = sum(1 for study in priors for facet in facets(opened).values() if not study.facets.get(facet.name))
counts = (
    ("concepts", _("Konsep"), len(concepts(opened))),
    ("definitions", _("Pengertian"), len(definitions(opened))),
    ("studies", _("Penelitian terdahulu"), len(priors)),
    ("matrix", _("Sel belum dibaca"), unread),
)
for column, (name, label, number) in zip(st.columns(4), counts, strict=True):
    with column, st.container(border=True):
        st.metric(label, number)
        links.to_page(name, _("Buka"), ":material/arrow_forward:")

left, right = st.columns(2)
with left:
    st.subheader(_("Hasil untuk Bab II"))
    links.to_page("table", _("Tabel perbandingan"), ":material/table:")
    links.to_page("matrix", _("Matriks aspek dan celah"), ":material/grid_on:")
    links.to_page("concept_map", _("Peta konsep"), ":material/account_tree:")
with right:
    st.subheader(_("Yang perlu dilengkapi"))
    urgent = [finding for finding in quick_findings(opened) if finding.severity != "info"]
    if urgent:
        findings_list.brief(urgent[:5])
        links.to_page("checks", f"{_('Semua catatan pemeriksaan')} ({len(urgent)})", ":material/fact_check:")
    else:
        st.success(_("Tidak ada yang perlu dilengkapi."))
