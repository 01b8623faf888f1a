"""The app: navigation, language, and nothing else."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app import session
from app.components import after_save, chrome, search_box, unforeseen

# A picture of our own: the pages' Material icons would be fetched from an outside host as the tab's icon.
st.set_page_config(page_icon=str(Path(__file__).parent / "icon.png"), layout="wide", initial_sidebar_state="auto")
with session.one_state():
    _ = session.words()
    chrome.document_language(session.language())
    pages = session.pages()
    page = st.navigation(pages, position="hidden")
    after_save.follow()
    if session.has_project():
        chrome.sidebar(pages)
        search_box.show(f"{page.url_path}?{st.query_params.to_dict()}")
    after_save.show()
    with unforeseen.told(page.url_path):
        page.run()
