"""Pemeriksaan: what the checks found, worst first."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import findings_list
from kb.audit.notes import check_notes

_ = session.words()
opened = session.library()

st.title(_("Pemeriksaan"))
with st.spinner(_("Memeriksa catatan dan daftar pustaka …")):
    found = opened.remember("check-notes", lambda: check_notes(opened))
if found:
    findings_list.show(found)
else:
    st.success(_("Tidak ada catatan pemeriksaan."))
