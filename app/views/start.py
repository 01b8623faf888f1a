"""Mulai: no project yet – see the example, make one's own, or open one that lies here."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import start_cards

_ = session.words()
st.title("Kajian")
st.markdown(_("Dari yang Anda baca menjadi Bab II yang tegak."))
left, right = st.columns(2)
with left:
    start_cards.example()
with right:
    start_cards.own()
start_cards.chapter()
start_cards.found(session.root().parent if session.has_project() else session.root())
