"""Sunting pengertian: a new definition, or the one that the link names."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import definition_form, links, thing_pointers
from app.components.form import delete, open_form
from kb.queries.concepts import concept_labels

_ = session.words()
opened, identifier = session.library(), session.chosen("pengertian")
st.title(_("Sunting pengertian") if identifier else _("Tambah pengertian"))
every = list(concept_labels(opened))
if not every:
    st.info(_("Pengertian menjelaskan sebuah konsep. Tambahkan konsepnya dulu."))
    links.to_form("concept_form", _("Tambah konsep"), "first-concept")
    st.stop()
wanted = session.chosen("konsep")
form = open_form("pengertian", identifier, *definition_form.roads(identifier, wanted if wanted in every else every[0]))
if form is None:
    st.warning(_("Pengertian itu tidak ada."), icon=":material/search_off:")
    links.to_page("definitions", _("Semua pengertian"), ":material/arrow_back:")
    st.stop()
definition_form.show(form, opened)
form.end("definitions", "pengertian", back={"pengertian": identifier} if identifier else {})
if identifier and not form.state.gone:
    delete("definitions", _("pengertian ini"), *thing_pointers.of(opened, identifier), f"hapus-{identifier}")
