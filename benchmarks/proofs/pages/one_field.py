"""The page that the load proof drives: one field that saves through the app's own session and edit."""

import streamlit as st

from app import session
from kb.editing.edit import edit
from kb.errors import KajianError

entry = st.query_params.get("entry", "")
value = st.text_input("note", key="note")
if value and st.session_state.get("saved") != value:
    for _attempt in range(5):
        try:
            edit(session.library(), entry, {"note": value}, "app")
            st.session_state["saved"] = value
            break
        except KajianError as refused:
            if refused.code != "save-conflict":
                raise
st.markdown(f"tersimpan: {st.session_state.get('saved', '')}")
