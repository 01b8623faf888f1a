"""Cari: everything that holds the words, by kind, a page at a time."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import hit_list, links, paging, prose
from kb.outputs.hits import kind_words

_ = session.words()
st.title(_("Hasil pencarian"))
asked = (session.chosen("kata") or "").strip()
if not asked:
    st.info(_("Ketik kata yang dicari di kotak di atas."))
    st.stop()
kinds = kind_words(_)
counted = session.found(asked, 0)
if not counted.total:
    st.info(_("Tidak ada yang cocok. Coba kata lain atau bagian awal sebuah kata."))
    st.stop()
prose.note(f"“{asked}”: {counted.total}")
kind = links.pills("jenis", {name: f"{kinds[name]} ({count})" for name, count in counted.counts.items()}, _("Jenis"))
found = session.found(asked, 2000 if kind else 10, kind)
hit_list.full(paging.part(found.hits, 25, "search"), found)
