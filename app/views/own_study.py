"""Penelitian ini: its year, main concepts and aspects; what it says facet by facet is a form of its own."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, own_study_form
from kb.queries.studies import focal_study

_ = session.words()
focal = focal_study(session.library())

st.title(_("Penelitian ini"))
form = own_study_form.opened()
if form is None or focal is None:
    st.warning(_("Catatan proyek ini belum menyebut penelitian Anda sendiri."))
    st.stop()
own_study_form.show(form)
form.end("studies", "studi", back={"studi": focal.id})
links.to("study_form", focal.id, _("Isi unsur pembandingnya"), ":material/edit:")
links.to_page("settings", _("Ubah judul"), ":material/settings:")
