"""Asks before a window with unsaved words is closed; drafts keep them anyway, this saves the fright."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_COMPONENT = st.components.v2.component(
    "kajian_leave_guard",
    html="<span></span>",
    js=(Path(__file__).parent / "frontend" / "leave_guard.js").read_text("utf-8"),
)


def show(key: str, dirty: bool) -> None:
    """`dirty`: something is not saved; what is being typed right now the browser sees by itself."""
    _COMPONENT(key=f"{key}/:guard", data={"dirty": dirty}, height=1)
