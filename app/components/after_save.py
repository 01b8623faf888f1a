"""What follows a save: the page to go to, and the line that says what was written and can take it back."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app import session
from app.components import prose
from kb.errors import KajianError
from kb.locale import error_text, fill
from kb.store.save import Saved
from kb.store.undo import undo

_LINE, _GO = "saved-line", "go-to"


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    number: int | None = None
    good: bool = True


def go(name: str, **parameters: str) -> None:
    """Show a page at the end of this run; for callbacks, which cannot switch pages themselves."""
    st.session_state[_GO] = (name, parameters)


def follow() -> None:
    """Switch to the page that a callback asked for."""
    wanted = st.session_state.pop(_GO, None)
    if wanted:
        name, parameters = wanted
        st.switch_page(session.page(name), query_params=parameters)


def saved(done: Saved, *, deleted: bool = False, lead: str = "") -> None:
    """Tell of a save, behind `lead`; where nothing had to be written, of that."""
    _ = session.words()
    if not done.files:
        st.session_state[_LINE] = _Line(_("Tidak ada yang berubah, jadi tidak ada yang ditulis."))
        return
    words = _("Dihapus: {files}.") if deleted else _("Disimpan: {files}.")
    line = f"{lead} {fill(words, {'files': ', '.join(done.files)})}".strip()
    if done.merged:
        names = ", ".join(dict.fromkeys(name.rpartition("#")[2] for group in done.merged.values() for name in group))
        line += " " + fill(_("Digabung dengan perubahan dari luar: {names}."), {"names": names or "–"})
    st.session_state[_LINE] = _Line(line, done.number)


def refused(words: str) -> None:
    """Tell of a save that did not happen."""
    st.session_state[_LINE] = _Line(words, good=False)


def show() -> None:
    """The line of the last save, until it is dismissed or another takes its place."""
    line = st.session_state.get(_LINE)
    if not isinstance(line, _Line):
        return
    _ = session.words()
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="saved-line-box"):
        icon = ":material/check_circle:" if line.good else ":material/error:"
        st.markdown(f"{icon} {prose.escaped(line.words)}")
        if line.number is not None:
            st.button(_("Urungkan"), icon=":material/undo:", key="undo-save", on_click=_undo, args=(line.number,))
        st.button(_("Tutup pesan"), key="close-saved-line", type="tertiary", on_click=_forget)


def _undo(number: int) -> None:
    _ = session.words()
    try:
        done = undo(session.root(), number)
    except KajianError as stopped:
        refused(error_text(stopped, session.language()))
        return
    words = fill(_("Diurungkan: {files}."), {"files": ", ".join(done.files) or "–"})
    st.session_state[_LINE] = _Line(words, done.number if done.files else None)


def _forget() -> None:
    st.session_state.pop(_LINE, None)
