"""Ekspor: Bab II in one piece, and everything else in every format, with a preview."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import export_preview, exports, links, prose
from kb.queries.definitions import definitions
from kb.queries.studies import prior_studies

_ = session.words()
opened = session.library()
st.title(_("Ekspor"))
with st.container(border=True):
    st.header(_("Bundel BAB II"))
    prose.paragraph(
        _(
            "Satu berkas Word dalam format kampus: narasi penelitian terdahulu, tabel perbandingan, matriks cakupan, "
            "pengertian per konsep, dan daftar pustaka, dengan nomor tabel berurutan."
        )
    )
    if prior_studies(opened) or definitions(opened):
        st.download_button(
            _("Unduh BAB II (.docx)"), exports.here().chapter, "bab2.docx", on_click="ignore", type="primary",
            icon=":material/download:", key="export-chapter",
        )  # fmt: skip
    else:
        prose.note(_("Belum ada isi untuk Bab II. Tambahkan minimal satu penelitian terdahulu atau satu pengertian."))
    links.to_page("settings", f"{_('Format kampus')}: {session.profile().title}", ":material/tune:")

names = exports.titles()
chosen = links.pills("isi", names, _("Satu bagian")) or "table"
st.header(names[chosen])
exports.buttons(exports.exports()[chosen])
with st.container(border=True):
    export_preview.show(chosen)
