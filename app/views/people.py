"""Tokoh & sumber: who is named and what was read, through whom; what may be one, to be merged or kept apart."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import alike_cards, links, people_tables, person_page, reliance, source_page
from kb.citing.alike_people import alike_people
from kb.citing.alike_works import alike_works
from kb.citing.people_met import people_met
from kb.citing.source_use import source_uses
from kb.locale import bare
from kb.queries.identifications import same_works

_ = session.words()
opened, language = session.library(), session.language()

st.title(_("Tokoh & sumber"))
with st.spinner(_("Membaca pustaka, catatan, dan naskah …")):
    people = {person.id: person for person in people_met(opened)}
    sources = {use.citekey: use for use in source_uses(opened, language)}
    alike = (*alike_works(opened), *alike_people(opened))

person, work = session.chosen("tokoh"), session.chosen("karya")
person = next((each.id for each in people.values() if person in (each.id, *each.same)), person)
work = same_works(opened).get(work or "", work)
if person or work:
    links.to_page("people", _("Semua tokoh dan sumber"), ":material/arrow_back:")
if person in people:
    person_page.show(opened, people[person], sources, alike)
    st.stop()
if work in sources:
    source_page.show(opened, sources[work], alike)
    st.stop()
if person or work:
    st.warning(_("Tokoh atau sumber itu tidak ada. Ini daftarnya."), icon=":material/search_off:")
if not people and not sources:
    links.empty(
        _("Belum ada tokoh atau sumber. Impor daftar pustaka Anda, atau tambahkan karya yang Anda baca."),
        imports=_("Impor"),
        work_form=_("Tambah karya"),
    )
    st.stop()

tabs = st.tabs([
    f"{bare(_('menu|Tokoh'))} ({len(people)})", f"{bare(_('menu|Sumber'))} ({len(sources)})",
    f"{_('Mungkin sama')} ({len(alike)})", _("Sumber sekunder"),
])  # fmt: skip
with tabs[0]:
    people_tables.people(list(people.values()), sources, alike)
with tabs[1]:
    people_tables.sources(list(sources.values()))
with tabs[2]:
    alike_cards.show(alike)
with tabs[3]:
    reliance.show(opened)
