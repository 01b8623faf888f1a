"""The student's chapter into the project, so that notes can point to its sentences."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import after_save
from kb.editing.drafts import KINDS, draft_target, put_draft
from kb.errors import KajianError
from kb.locale import error_text, fill

_ROUND = "draft-round"


def show() -> None:
    """Choose a file, then say where it goes and save it."""
    _ = session.words()
    # a new field after each save: what was saved is not offered again
    key = f"draft-file-{st.session_state.get(_ROUND, 0)}"
    found = st.file_uploader(_("Bab Anda (.docx, .md, .txt, .tex)"), list(KINDS), key=key)
    if found is not None:
        offer([(found.name, found.getvalue())])


def offer(files: Sequence[tuple[str, bytes]]) -> None:
    """A button for each file: a new draft, or a newer version of one that the project has."""
    _ = session.words()
    opened = session.library()
    for name, data in files:
        target = draft_target(opened, name)
        newer = target in opened.configuration.drafts
        if newer and opened.files.get(target) == data:
            continue
        words = _("Perbarui naskah proyek: {file}") if newer else _("Simpan ke proyek sebagai naskah: {file}")
        st.button(
            fill(words, {"file": target}),
            icon=":material/save:",
            key=f"put-{target}",
            on_click=_save,
            args=(name, data),
        )


def _save(name: str, data: bytes) -> None:
    try:
        after_save.saved(put_draft(session.library(), name, data))
    except KajianError as stopped:
        after_save.refused(error_text(stopped, session.language()))
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
