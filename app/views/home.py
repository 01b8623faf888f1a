"""Beranda: this study, four counts, what is still to be done, and what comes out of it."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import first_steps, links, todo_list
from app.pages import ADDRESSES
from kb.queries.concepts import concepts
from kb.queries.definitions import definitions
from kb.queries.studies import prior_studies
from kb.review.todo import pressing, todo
from kb.review.unread import unread_cells

_ = session.words()
opened, language = session.library(), session.language()
st.title(opened.configuration.title or _("Penelitian ini"))
first_steps.show()

counts = (
    ("concepts", _("konsep"), len(concepts(opened))),
    ("definitions", _("pengertian"), len(definitions(opened))),
    ("studies", _("penelitian terdahulu"), len(prior_studies(opened))),
    ("ask", _("sel belum dibaca"), unread_cells(opened)),
)
for column, (name, label, number) in zip(st.columns(4), counts, strict=True):
    with column, st.container(border=True, key=f"count-{name}"):
        if name == "ask":
            links.several({"unread": (name, {"soal": "belum"}, f"**{number}** {label}")}, marked=True)
        else:
            links.to_page(name, f"**{number}** {label}")

left, right = st.columns([3, 2], gap="large")
with left:
    st.header(_("Yang perlu dilengkapi"))
    things = todo(opened, language)
    if things:
        todo_list.show(things)
    else:
        st.success(_("Tidak ada yang perlu dilengkapi."))
    if pressing(opened):
        links.to_page("checks", f"{_('Semua catatan pemeriksaan')} ({len(pressing(opened))})", ":material/fact_check:")
with right:
    form = "study_form" if "study_form" in ADDRESSES else "studies"
    with st.container(key="main-action"):
        st.page_link(session.page(form), label=_("Tambah penelitian terdahulu"), icon=":material/add:")
    st.header(_("Hasil untuk Bab II"))
    links.to_page("table", _("Tabel perbandingan"), ":material/table:")
    links.to_page("matrix", _("Matriks aspek dan celah"), ":material/grid_on:")
    links.to_page("concept_map", _("Peta konsep"), ":material/account_tree:")
    links.to_page("export", _("Bundel BAB II"), ":material/download:")
