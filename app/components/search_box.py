"""The search at the top of every page: over everything, while one types."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import hit_list, links, prose

ASKED, WHERE = "search-everything", "search-asked-at"
MOST = 12


def show(here: str) -> None:
    """The box; what was asked on another page is forgotten there, so that a chosen result is not covered."""
    if st.session_state.get(WHERE) != here:
        st.session_state[ASKED] = ""
    _box(here)


@st.fragment
def _box(here: str) -> None:
    _ = session.words()

    def follow() -> None:
        st.session_state[WHERE] = here

    asked = st.text_input(
        _("Cari di semua isi"), key=ASKED, type="search", live=True, on_change=follow, icon=":material/search:",
        placeholder=_("Cari konsep, pengertian, penelitian, tokoh, kata dalam naskah …"), label_visibility="collapsed",
    )  # fmt: skip
    if asked and asked.strip():
        with st.container(border=True, key="search-found", gap="xsmall"):
            _results(asked.strip())


def _results(asked: str) -> None:
    _ = session.words()
    found = session.found(asked, 2)
    if not found.total:
        prose.note(_("Tidak ada yang cocok. Coba kata lain atau bagian awal sebuah kata."))
        return
    hit_list.brief(found, MOST)
    links.to("search", asked, f"{_('Semua hasil')} ({found.total})", ":material/arrow_forward:")
