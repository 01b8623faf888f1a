"""Impor: a file or pasted text, what would become of it, and the button that takes it in."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import import_columns, import_result, import_save, import_source, prose
from kb.errors import KajianError
from kb.locale import error_text

_ = session.words()

st.title(_("Impor"))
prose.paragraph(
    _(
        "Ambil pustaka dari Mendeley, Zotero, EndNote, Google Scholar, jurnal, atau sitasi dalam naskah Word; tabel "
        "penelitian dari Excel atau Word; kosakata SKOS; atau proyek teman (.zip). Tidak ada yang disimpan sebelum Anda menekan tombol Impor."
    )
)
source = import_source.show()
if source is None:
    st.stop()
try:
    result = import_result.planned(source)
except KajianError as refused:
    st.error(error_text(refused, session.language()))
    st.stop()
if result.columns:
    import_columns.show(source, result.columns)
import_result.summary(result)
import_save.show(source, result)
import_result.show(result)
