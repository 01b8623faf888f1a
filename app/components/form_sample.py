"""What a campus form and a citation style change: the head of the table, a citation, an entry of the list."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app import session
from app.components import exports, prose
from kb.errors import KajianError
from kb.locale import error_text, fill
from kb.outputs.html import runs_html, table_fragment
from kb.outputs.references import labelled


def show() -> None:
    """The sample, made of the project's own studies and works where there are any."""
    _ = session.words()
    campus = session.profile()
    page = _("melintang") if campus.orientation == "landscape" else _("tegak")
    facts = {"font": campus.font, "size": f"{campus.body_size:g}", "page": page, "table": f"{campus.table_size:g}"}
    prose.note(fill(_("{font} {size} pt, tabel {table} pt pada halaman {page}."), facts))
    table = exports.here().table()
    cut = {name: replace(cell, paragraphs=tuple(part[:1] for part in cell.paragraphs[:1]))
           for name, cell in (table.rows[0].cells.items() if table.rows else ())}  # fmt: skip
    rows = (replace(table.rows[0], cells=cut),) if table.rows else ()
    st.html(table_fragment(replace(table, rows=rows), campus))
    try:
        listed = exports.here().works().references
    except KajianError as wrong:
        st.warning(error_text(wrong, session.language()))
        return
    for each in listed[:2]:
        st.html(f"<p style='margin:0;padding-left:2rem;text-indent:-2rem'>{runs_html(labelled(each))}</p>")
