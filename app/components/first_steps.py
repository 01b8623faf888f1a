"""What a new project needs first, as long as there is nothing to compare: the sources, the chapter, the studies."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links
from kb.queries.studies import focal_study, prior_studies


def show() -> None:
    """Four doors, until the first prior study is there."""
    _ = session.words()
    opened = session.library()
    if prior_studies(opened):
        return
    focal = focal_study(opened)
    st.header(_("Langkah pertama"))
    doors = [
        ("imports", None, _("Bawa daftar pustaka Anda (.bib, .ris)"), ":material/library_books:"),
        ("checks", None, _("Bawa bab Anda (Word) dan periksa"), ":material/fact_check:"),
        ("study_form", None, _("Tambah penelitian terdahulu"), ":material/add:"),
    ]
    if focal:
        doors.insert(2, ("study_form", focal.id, _("Isi penelitian ini"), ":material/edit:"))
    left, right = st.columns(2)
    for place, (name, thing, label, icon) in enumerate(doors):
        with (left, right)[place % 2], st.container(border=True):
            if thing:
                links.to(name, thing, label, icon)
            else:
                links.to_page(name, label, icon)
