"""What stands around every page: the document's language, the project's name, the language switch."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import prose

_SET_LANGUAGE = """
export default function ({ data }) { document.documentElement.lang = data.language; }
"""


def document_language(language: str) -> None:
    """Tell the browser the page's language: Streamlit always says English, and browsers then offer to translate."""
    component = st.components.v2.component("kajian_language", html="<span></span>", js=_SET_LANGUAGE)
    component(key="document-language", data={"language": language}, height=1)


def sidebar() -> None:
    """Name of the project, a word where it is the example, and the language switch at the foot."""
    _ = session.words()
    opened = session.library()
    with st.sidebar:
        st.markdown(f"**{opened.configuration.title or opened.root.name}**")
        if opened.configuration.example:
            prose.note(_("Ini contoh: Bab II tentang jejaring kerja."))
        st.segmented_control(
            _("Bahasa"),
            ["id", "en"],
            format_func={"id": "Indonesia", "en": "English"}.get,
            default=session.language() if session.LANGUAGE not in st.session_state else None,
            key=session.LANGUAGE,
            required=True,
        )
