"""The button that takes in what the dry run showed."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import after_save, import_differences, prose
from app.components.import_source import Source
from kb.editing.imports import import_file
from kb.errors import KajianError
from kb.locale import error_text, fill
from kb.model.record import Imported
from kb.store.save import Saved


def show(source: Source, result: Imported) -> None:
    """All or nothing, unless the person says to leave out what was rejected."""
    _ = session.words()
    count = len(result.added) + len(result.updated)
    if not count:
        prose.note(_("Tidak ada yang baru untuk diambil; proyek tidak akan berubah."))
        return
    partial = False
    if result.rejected:
        words = fill(_("Ambil sisanya tanpa {n} yang ditolak"), {"n": len(result.rejected)})
        partial = st.checkbox(words, key="import-partial")
    accept = import_differences.show(result)
    ready = (partial or not result.rejected) and accept is not None
    label = fill(_("Impor {n}"), {"n": count})
    if st.button(label, type="primary", disabled=not ready, icon=":material/upload_file:", key="import-now"):
        _save(source, partial, accept or ())


def _save(source: Source, partial: bool, accept: tuple[str, ...]) -> None:
    _ = session.words()
    try:
        with st.spinner(_("Menyimpan …")):
            done = import_file(
                session.library(), source.file, source.data, source.to, source.mapping, partial=partial, accept=accept
            )
    except KajianError as stopped:
        # the upload and the pasted text are still in their fields
        after_save.refused(error_text(stopped, session.language()))
    else:
        lead = fill(_("{n} diimpor dari {file}."), {"n": len(done.added) + len(done.updated), "file": source.file})
        after_save.saved(Saved(done.save or 0, done.files), lead=lead)
    st.rerun()
