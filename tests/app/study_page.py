"""A page with three fields of one study's form, for long sequences of edits: the frame and the domain are the app's."""

from __future__ import annotations

import streamlit as st

from app.components import after_save, study_form

after_save.show()
form = study_form.opened("studi-santoso")
st.title("Formulir")
if form is None:
    st.stop()
form.long_text("note", "Catatan")
form.text("label", "Nama")
form.long_text("findings", "Hasil")
form.end("studies", "studi")
