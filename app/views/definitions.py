"""Pengertian: the ledger of definitions."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import definition_card, links, paging, prose
from kb.locale import bare
from kb.queries.definitions import definitions

_ = session.words()
language = session.language()
ledger = definitions(session.library())

st.title(bare(_("menu|Pengertian")))
wanted = session.chosen("pengertian")
if wanted:
    ledger = tuple(entry for entry in ledger if entry.id == wanted)
    links.to_page("definitions", _("Semua pengertian"), ":material/arrow_back:")
if not ledger and not wanted:
    links.empty(
        _("Belum ada pengertian. Catat kata demi kata apa yang ditulis seorang tokoh, dan di mana Anda membacanya."),
        definition_form=_("Tambah pengertian"),
    )
    st.stop()
search = "" if wanted else st.text_input(_("Cari"), placeholder=_("kata, tokoh, atau konsep"), key="ledger-search")


def matches(text: str) -> bool:
    """Whether every word that is looked for occurs."""
    return all(word in text.casefold() for word in search.casefold().split())


shown = [
    entry
    for entry in ledger
    if matches(
        " ".join((entry.text, *entry.labels.values(), entry.attribution.originator.name if entry.attribution else ""))
    )
]
if not wanted:
    links.to_form("definition_form", _("Tambah pengertian"), "new-definition")
prose.note(f"{len(shown)} / {len(ledger)}")
definition_card.show_all(paging.part(shown, 15, "definitions"), with_concept=True)
if ledger and not shown:
    st.info(_("Tidak ada pengertian yang cocok."))
