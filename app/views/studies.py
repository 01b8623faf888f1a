"""Penelitian terdahulu: cards with filters, and the page of one study."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import filters, links, paging, prose, study_card
from kb.locale import bare
from kb.queries.facets import facets
from kb.queries.studies import focal_study, prior_studies
from kb.review.comparison import compared_studies

_ = session.words()
opened = session.library()
language = session.language()
compared = {study.id: study for study in compared_studies(opened, language)}
focal = focal_study(opened)
if focal:
    compared[focal.id] = focal

st.title(bare(_("menu|Penelitian terdahulu")))
if not prior_studies(opened):
    links.empty(
        _("Belum ada penelitian terdahulu. Isi enam hal saja: fokus, pendekatan, subjek, lokasi, teori, hasil."),
        study_form=_("Tambah penelitian terdahulu"),
        imports=_("Impor tabel dari Word atau Excel"),
    )
    st.stop()
links.to_page("study_form", _("Tambah penelitian terdahulu"), ":material/add:")
labels = {identifier: study.label for identifier, study in compared.items()}
shown = links.choose("studi", labels, _("Pilih penelitian"), _("Penelitian itu tidak ada. Ini daftarnya."))
if shown:
    study_card.page(compared[shown], list(facets(opened).values()))
    st.stop()

found = filters.show()
prose.note(f"{len(found)} / {len(prior_studies(opened))} {_('penelitian')}")
for study in paging.part(found, 20, "studies"):
    study_card.card(study)
if not found:
    st.info(_("Tidak ada penelitian yang cocok. Itu bisa menjadi celah yang layak disebut."))
