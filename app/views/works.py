"""Karya: the bibliography, and the page of one work."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, work_card
from app.components.paging import part
from kb.locale import bare

_ = session.words()
opened = session.library()
entries = {entry.key: entry for entry in opened.bibliography.entries}

st.title(bare(_("menu|Karya")))
wanted = session.chosen("karya")
if wanted in entries:
    links.to_page("works", _("Semua karya"), ":material/arrow_back:")
    work_card.page(opened, entries[wanted])
    st.stop()
if wanted:
    st.warning(_("Karya itu tidak ada."), icon=":material/search_off:")
links.to_form("work_form", _("Tambah karya"), "new-work")
if not entries:
    st.info(_("Daftar pustaka masih kosong. Tambahkan karya yang Anda baca, atau impor berkas .bib atau .ris."))
work_card.lines(opened, part(list(entries.values()), 30, "works"))
