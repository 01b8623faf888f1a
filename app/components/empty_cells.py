"""Cells of the table that nothing fills yet, each as a link to the field where it is filled."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import prose
from kb.model.profile import ColumnSpec
from kb.model.table import Table
from kb.queries.facets import facets
from kb.queries.studies import studies

_MOST = 40


def show(table: Table, specs: list[ColumnSpec]) -> None:
    """How many there are, and behind that which: a click opens the study's form with that field first."""
    _ = session.words()
    empty = [(row.study, name) for row in table.rows for name, cell in row.cells.items() if not cell.paragraphs]
    if not empty:
        return
    labels = {study.id: study.label for study in studies(session.library())}
    titles = {column.id: column.label.replace("*", "") for column in table.columns}
    known = {facet.name for facet in facets(session.library()).values()}
    wanted = {spec.id: next((c for c in spec.content if c in known), "") for spec in specs}
    number = f"{len(empty)} / {len(table.rows) * len(table.columns)} {_('sel belum diisi')}"
    with st.popover(number, icon=":material/edit:"):
        for study, column in empty[:_MOST]:
            link = {"studi": study} | ({"unsur": wanted[column]} if wanted.get(column) else {})
            label = prose.escaped(f"{labels.get(study, study)}: {titles.get(column, column)}")
            st.page_link(session.page("study_form"), label=label, query_params=link)
