"""Earlier saves: what was written when, each to be undone or gone back to."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import after_save, paging, prose
from kb.errors import KajianError
from kb.locale import error_text
from kb.store.history import history
from kb.store.save import restore
from kb.store.undo import undo


def show() -> None:
    """The newest first, ten at a time."""
    _ = session.words()
    saves = history(session.root())
    if not saves:
        prose.note(_("Belum ada simpanan. Setiap simpanan dapat diurungkan dari sini."))
        return
    by = {"app": _("aplikasi"), "edit": _("perintah"), "import": _("impor"), "restore": _("pemulihan")}
    for record in paging.part(saves, 10, "history"):
        with st.container(border=True):
            left, right = st.columns([3, 2], vertical_alignment="center")
            with left:
                prose.paragraph(f"{record.save}. {record.summary}")
                prose.note(
                    f"{record.when[:16].replace('T', ' ')} · {by.get(record.by, record.by)} · {', '.join(record.files)}"
                )
            with right, st.container(horizontal=True):
                st.button(
                    _("Urungkan"),
                    icon=":material/undo:",
                    key=f"undo-{record.save}",
                    on_click=_do,
                    args=(undo, record.save),
                )
                if record is not saves[0]:
                    st.button(_("Kembali ke sini"), icon=":material/history:", key=f"restore-{record.save}",
                              on_click=_do, args=(restore, record.save))  # fmt: skip


def _do(what, number: int) -> None:  # type: ignore[no-untyped-def]
    try:
        after_save.saved(what(session.root(), number))
    except KajianError as stopped:
        after_save.refused(error_text(stopped, session.language()))
