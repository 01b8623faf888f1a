"""Which changed cells of a table that came back a person accepts."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import prose
from kb.model.record import Imported


def show(result: Imported) -> tuple[str, ...] | None:
    """The cells as STUDY:COLUMN, none named for all of them; None where the person refuses every one."""
    if not result.differences:
        return ()
    _ = session.words()
    st.header(_("Sel yang diterima"))
    prose.note(_("Tabel ini dibuat Kajian dan diubah sesudahnya. Hilangkan centang pada sel yang tidak Anda terima."))
    chosen = [
        f"{each.study}:{each.column}"
        for number, each in enumerate(result.differences)
        if st.checkbox(
            prose.escaped(f"{each.words}: {_line(each.before)} → {_line(each.after)}"),
            value=True,
            key=f"import-accept-{number}-{each.study}-{each.column}",
        )
    ]
    if len(chosen) == len(result.differences):
        return ()
    return tuple(chosen) or None


def _line(text: str) -> str:
    return " / ".join(text.split("\n")) or "–"
