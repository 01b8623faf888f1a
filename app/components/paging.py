"""Long lists a page at a time; the link says which page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from app import session

Thing = TypeVar("Thing")
PARAMETER = "halaman"


def part(things: Sequence[Thing], size: int, key: str) -> Sequence[Thing]:
    """The things of the page that the link names, with a way to the others where there are any."""
    pages = -(-len(things) // size)
    if pages <= 1:
        return things
    _ = session.words()
    wanted = st.query_params.get(PARAMETER, "1")
    at = min(max(int(wanted), 1), pages) if wanted.isdecimal() and len(wanted) < 9 else 1
    st.session_state[f"page-{key}"] = at

    def follow() -> None:
        st.query_params[PARAMETER] = str(st.session_state[f"page-{key}"])

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input(f"{_('Halaman')} (1–{pages})", 1, pages, key=f"page-{key}", on_change=follow, width=180)
        st.html(f"<p style='margin:0 0 .6rem'>{(at - 1) * size + 1}–{min(at * size, len(things))} / {len(things)}</p>")
    return things[(at - 1) * size : at * size]
