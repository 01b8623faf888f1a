"""Sunting konsep: a new concept, or the one that the link names."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import concept_form, links, thing_pointers
from app.components.form import delete, open_form

_ = session.words()
opened, identifier = session.library(), session.chosen("konsep")
st.title(_("Sunting konsep") if identifier else _("Tambah konsep"))
form = open_form("konsep", identifier, *concept_form.roads(identifier))
if form is None:
    st.warning(_("Konsep itu tidak ada."), icon=":material/search_off:")
    links.to_page("concepts", _("Semua konsep"), ":material/arrow_back:")
    st.stop()
concept_form.show(form, opened, identifier)
form.end("concepts", "konsep", back={"konsep": identifier} if identifier else {})
if identifier and not form.state.gone:
    delete("concepts", _("konsep ini"), *thing_pointers.of(opened, identifier), f"hapus-{identifier}")
