"""Pemeriksaan: the chapter as a supervisor would mark it, and the notes and bibliography against their rules."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import draft_audit, findings_list
from kb.audit.notes import check_notes

_ = session.words()
opened = session.library()

st.title(_("Pemeriksaan"))
chapter, notes = st.tabs([_("Naskah"), _("Catatan dan daftar pustaka")])
with chapter:
    draft_audit.show()
with notes:
    with st.spinner(_("Memeriksa catatan dan daftar pustaka …")):
        found = opened.remember("check-notes", lambda: check_notes(opened))
    if found:
        findings_list.show(found)
    else:
        st.success(_("Tidak ada catatan pemeriksaan."))
