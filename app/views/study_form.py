"""Sunting penelitian: the form of a study, new or known, with the sentences it would give beside it."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, study_form, study_preview
from kb.locale import bare
from kb.queries.studies import focal_study, studies

_ = session.words()
library = session.library()
identifier = session.chosen("studi")

labels = {study.id: study.label for study in studies(library)}
st.title(labels.get(identifier, "") if identifier else _("Tambah penelitian terdahulu"))
form = study_form.opened(identifier)
if form is None:
    st.warning(_("Penelitian itu tidak ada. Mungkin sudah dihapus."), icon=":material/search_off:")
    links.to_page("studies", bare(_("menu|Penelitian terdahulu")), ":material/menu_book:")
    st.stop()
focal = focal_study(library)
own = focal is not None and focal.id == identifier
left, right = (st.container(), None) if own else st.columns([3, 2], gap="large")
with left:
    study_form.show(form, identifier, session.chosen("unsur"))
    form.end("studies", "studi", back={"studi": identifier} if identifier else {})
if right is not None:
    with right:
        study_preview.show(form, identifier)
