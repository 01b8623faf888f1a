"""Naskah: the draft's text with its lines, and the passage that a link points to."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import draft_text, draft_upload

_ = session.words()
opened = session.library()

st.title(_("Naskah"))
if not opened.sources:
    st.info(_("Belum ada naskah. Bawa bab Anda: pengertian dan penelitian lalu dapat menunjuk kalimatnya di sini."))
    draft_upload.show()
    st.stop()
source = next(iter(opened.sources.values()))
if len(opened.sources) > 1:
    source = opened.sources[st.selectbox(_("Naskah"), list(opened.sources))]
wanted = session.chosen("baris")
with st.expander(_("Tambahkan atau perbarui naskah"), icon=":material/upload_file:"):
    draft_upload.show()
draft_text.show(opened, source, int(wanted) if wanted and wanted.isdigit() else None)
