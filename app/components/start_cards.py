"""The cards of the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from app import session
from app.components import draft_audit, form_marks
from kb.editing.project_start import MOST_CONCEPTS, OwnStudy, own_study_faults, save_own_study
from kb.errors import KajianError
from kb.locale import error_text
from kb.store.freshness import projects_below
from kb.store.new_project import copy_example, new_project
from kb.store.project import open_project


def example() -> None:
    """See the example, as a copy."""
    _ = session.words()
    with st.container(border=True):
        st.header(_("Lihat contoh"))
        st.markdown(_("Bab II tentang jejaring kerja, sebagai salinan: bebas dicoba, tidak tercampur milik Anda."))
        if st.button(_("Buka salinan contoh"), type="primary", key="open-example"):
            _make(lambda folder: copy_example(folder), _free(_home() / "kajian-contoh"))


def own() -> None:
    """Make one's own project: title, year, main concepts and the aspects that are looked at; all but a title can wait."""
    _ = session.words()
    with st.container(border=True):
        st.header(_("Buat proyek saya"))
        title = st.text_input(_("Judul penelitian"), key="own-title", persist_state="session")
        year = st.text_input(_("Tahun"), key="own-year", placeholder="2026", persist_state="session")
        typed = {
            "concepts": _words(
                "own-concepts",
                _("Konsep utama (paling banyak {most})").format(most=MOST_CONCEPTS),
                _("Variabel dalam judul Anda. Ketik satu, lalu tekan Enter."),
                MOST_CONCEPTS,
            ),
            "aspects": _words(
                "own-aspects",
                _("Aspek yang dikaji"),
                _("Rincian menurut teori yang Anda pakai, misalnya empat aspek. Boleh diisi nanti."),
            ),
        }
        study = OwnStudy(tuple(typed["concepts"]), tuple(typed["aspects"]), year)
        faults = own_study_faults(study)
        for fault in faults.values():
            form_marks.error(error_text(fault, session.language()))
        if st.button(_("Buat proyek"), key="make-own", type="primary", disabled=bool(faults)):
            _make(lambda folder: _started(folder, title, study), _free(_home() / "kajian-saya"))


def _words(key: str, label: str, help: str, most: int | None = None) -> list[str]:
    return st.multiselect(
        label, [], key=key, help=help, accept_new_options=True, max_selections=most, placeholder="–",
        persist_state="session",
    )  # fmt: skip


def _started(folder: Path, title: str, study: OwnStudy) -> Path:
    made = new_project(folder, title.strip())
    save_own_study(open_project(made), study)
    return made


def _home() -> Path:
    """Where new projects go: beside a project that is open, never inside it, so that nothing mixes."""
    folder = session.root()
    return folder.parent if session.has_project() else folder


def chapter() -> None:
    """Bring one's own chapter, before there is a project."""
    _ = session.words()
    with st.container(border=True):
        st.header(_("Periksa bab saya dulu"))
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
        st.header(_("Proyek di folder ini"))
    for project in below:
        if st.button(project.name, key=f"open-{project.name}", icon=":material/folder_open:"):
            session.open_root(project)
            st.rerun()


def _free(folder: Path) -> Path:
    """The folder, or the same with the first number that is not taken."""
    candidates = [folder, *(folder.with_name(f"{folder.name}-{number}") for number in range(2, 100))]
    return next(path for path in candidates if not path.exists())


def _make(make: Callable[[Path], Path], folder: Path) -> None:
    try:
        session.open_root(make(folder))
    except KajianError as stopped:
        st.error(error_text(stopped, session.language()))
        return
    st.rerun()
