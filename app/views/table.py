"""Tabel perbandingan: the table at once, its columns, its downloads."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app import session
from app.components import copy, downloads, empty_cells, filters, links, paging
from kb.outputs.html import table_fragment
from kb.review.table import comparison_table, own_column, table_columns, transposed

_ = session.words()
opened, language, campus = session.library(), session.language(), session.profile()

st.title(_("Tabel perbandingan"))
every = table_columns(opened, campus, language)
with st.expander(_("Kolom, filter, susunan"), icon=":material/tune:"):
    chosen = filters.show()
    names = st.multiselect(
        _("Kolom"), list(every), default=[spec.id for spec in campus.columns], format_func=every.get, key="columns"
    )
    left, right = st.columns(2)
    turned = left.toggle(_("Penelitian sebagai kolom"), key="transpose")
    kinds = {
        "best": _("terbaik"),
        "asserted": _("kalimat dalam naskah"),
        "computed": _("hitungan Kajian"),
        "both": _("keduanya"),
    }
    comparison = right.segmented_control(
        _("Persamaan dan perbedaan"),
        list(kinds),
        default="best",
        format_func=kinds.get,
        key="comparison",
        required=True,
    )
if not chosen:
    links.empty(
        _("Tidak ada penelitian untuk tabel ini. Tambahkan satu, atau longgarkan filter."),
        study_form=_("Tambah penelitian terdahulu"),
        imports=_("Impor tabel dari Word atau Excel"),
    )
    st.stop()
specs = [own_column(opened, name, campus) for name in names] or list(campus.columns)
table = comparison_table(opened, campus, specs, chosen, comparison, language)
table = transposed(table) if turned else table
with st.container(horizontal=True):
    downloads.show(table, campus)
    copy.show([copy.of_table(table, campus)], "table")
shown = table if turned else replace(table, rows=tuple(paging.part(table.rows, 50, "table")))
st.html(table_fragment(shown, campus))
empty_cells.show(table, specs)
