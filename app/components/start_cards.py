"""The cards of the start page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app import session
from app.components import draft_audit
from kb.errors import KajianError
from kb.locale import error_text
from kb.store.freshness import projects_below
from kb.store.new_project import copy_example, new_project


def example() -> None:
    """See the example, as a copy."""
    _ = session.words()
    with st.container(border=True):
        st.subheader(_("Lihat contoh"))
        st.markdown(_("Bab II tentang jejaring kerja, sebagai salinan: bebas dicoba, tidak tercampur milik Anda."))
        if st.button(_("Buka salinan contoh"), type="primary", key="open-example"):
            _make(lambda folder: copy_example(folder), _free(session.root() / "kajian-contoh"))


def own() -> None:
    """Make one's own project from a title."""
    _ = session.words()
    with st.container(border=True):
        st.subheader(_("Buat proyek saya"))
        title = st.text_input(_("Judul penelitian"), key="own-title")
        if st.button(_("Buat proyek"), key="make-own"):
            _make(lambda folder: new_project(folder, title), _free(session.root() / "kajian-saya"))


def chapter() -> None:
    """Bring one's own chapter, before there is a project."""
    _ = session.words()
    with st.container(border=True):
        st.subheader(_("Periksa bab saya dulu"))
        st.markdown(
            _(
                "Bawa bab Word Anda, dan .bib bila ada: kutipan, daftar pustaka, penomoran, dan tabelnya diperiksa di sini."
            )
        )
        draft_audit.bring()


def found(folder: Path) -> None:
    """Projects that lie in this folder."""
    _ = session.words()
    below = projects_below(folder)
    if below:
        st.subheader(_("Proyek di folder ini"))
    for project in below:
        if st.button(project.name, key=f"open-{project.name}", icon=":material/folder_open:"):
            session.open_root(project)
            st.rerun()


def _free(folder: Path) -> Path:
    """The folder, or the same with the first number that is not taken."""
    candidates = [folder, *(folder.with_name(f"{folder.name}-{number}") for number in range(2, 100))]
    return next(path for path in candidates if not path.exists())


def _make(make, folder: Path) -> None:  # type: ignore[no-untyped-def]
    try:
        session.open_root(make(folder))
    except KajianError as stopped:
        st.error(error_text(stopped, session.language()))
        return
    st.rerun()
