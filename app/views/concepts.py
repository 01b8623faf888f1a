"""Konsep: the list, and the page of one concept."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import concept_parts, links, prose
from kb.locale import bare
from kb.queries.concepts import concepts

_ = session.words()
opened = session.library()
language = session.language()
every = {concept.id: concept for concept in concepts(opened).values()}

st.title(bare(_("menu|Konsep")))
if not session.chosen("konsep"):
    links.to_form("concept_form", _("Tambah konsep"), "new-concept")
if not every:
    st.info(_("Belum ada konsep. Mulai dari variabel di judul Anda."))
    st.stop()
labels = {identifier: concept.labels[language] for identifier, concept in every.items()}
shown = links.choose("konsep", labels, _("Pilih atau cari konsep"), _("Konsep itu tidak ada. Ini daftarnya."))
if shown is None:
    concept_parts.listing(every, language)
    st.stop()

concept = every[shown]
st.header(concept.labels[language])
links.to_form("concept_form", _("Sunting"), f"edit-{shown}", konsep=shown)
others = [label for group in concept.alt_labels.values() for label in group]
if others:
    prose.note(f"{_('Disebut juga')}: {', '.join(others)}")
tabs = st.tabs(
    [
        f"{_('Pengertian')} ({len(concept.definitions)})",
        f"{_('Rincian')} ({len(concept.typologies)})",
        f"{_('Relasi')} ({len(concept.relations) + len(concept.incoming)})",
        _("Peta"),
        f"{_('Dipakai oleh')} ({len(concept.studies)})",
    ]
)
with tabs[0]:
    concept_parts.definitions_of(opened, concept)
with tabs[1]:
    concept_parts.typologies_of(concept, every, language)
with tabs[2]:
    concept_parts.relations_of(concept, every, language)
with tabs[3]:
    concept_parts.map_of(opened, concept, language)
with tabs[4]:
    concept_parts.used_by(opened, concept)
