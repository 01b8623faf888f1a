"""Naskah: the draft's text with its lines, and the passage that a link points to."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import draft_text

_ = session.words()
opened = session.library()

st.title(_("Naskah"))
if not opened.sources:
    st.info(_("Belum ada naskah. Tambahkan berkas bab pada 'drafts' dalam kajian.toml."))
    st.stop()
source = next(iter(opened.sources.values()))
if len(opened.sources) > 1:
    source = opened.sources[st.selectbox(_("Naskah"), list(opened.sources))]
wanted = session.chosen("baris")
draft_text.show(opened, source, int(wanted) if wanted and wanted.isdigit() else None)
