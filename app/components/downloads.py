"""Downloads of exactly what is seen; a file is made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app import session
from kb.model.coverage import Coverage
from kb.model.profile import Profile
from kb.model.table import Table
from kb.outputs import matrices, tables

OTHERS = {"xlsx": "Excel (.xlsx)", "csv": "CSV", "tex": "LaTeX", "pdf": "PDF", "html": "HTML", "md": "Markdown"}


def show(table: Table, campus: Profile) -> None:
    """One button for Word, the other formats beside it."""
    _buttons("tabel-penelitian-terdahulu", lambda form: lambda: tables.render(table, campus, form), tuple(OTHERS))


def matrix(found: Coverage, language: str) -> None:
    """The same for the coverage matrix."""
    forms = ("xlsx", "csv", "html", "md", "svg")
    campus = session.profile()
    number = campus.caption_number(session.library().configuration.chapter, 2)
    _buttons("matriks-cakupan", lambda form: lambda: matrices.render(found, form, language, campus, number), forms)


def _buttons(name: str, make: Callable[[str], Callable[[], bytes]], forms: tuple[str, ...]) -> None:
    _ = session.words()
    with st.container(horizontal=True):
        st.download_button(
            _("Unduh Word (.docx)"), make("docx"), f"{name}.docx", on_click="ignore", type="primary",
            icon=":material/download:", key=f"{name}-docx",
        )  # fmt: skip
        with st.popover(_("Format lain")):
            for form in forms:
                label = OTHERS.get(form, form.upper())
                st.download_button(label, make(form), f"{name}.{form}", on_click="ignore", key=f"{name}-{form}")
