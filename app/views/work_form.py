"""Sunting karya: a new entry of the bibliography, or the one that the link names."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, thing_pointers, work_form
from app.components.form import delete, open_form

_ = session.words()
opened, key = session.library(), session.chosen("karya")
st.title(_("Sunting karya") if key else _("Tambah karya"))
form = open_form("karya", key, *work_form.roads(key))
if form is None:
    st.warning(_("Karya itu tidak ada."), icon=":material/search_off:")
    links.to_page("works", _("Semua karya"), ":material/arrow_back:")
    st.stop()
work_form.show(form, opened, key)
form.end("works", "karya", back={"karya": key} if key else {})
if key and not form.state.gone:
    delete("works", _("karya ini"), *thing_pointers.of(opened, key), f"hapus-{key}")
