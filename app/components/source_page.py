"""The page of one work as a source: in whose hands it was, what rests on it, which entries are the same."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import alike_cards, links, prose
from app.components.people_tables import how_read
from kb.citing.source_use import users_of
from kb.locale import fill
from kb.model.identification import Candidate
from kb.model.source_use import SourceUse
from kb.store.library import Library

_PAGES = {"definition": "definitions", "study": "studies", "typology": "concepts"}
_ICONS = {
    "definition": ":material/format_quote:",
    "study": ":material/science:",
    "typology": ":material/format_list_numbered:",
}


def show(opened: Library, use: SourceUse, alike: Sequence[Candidate]) -> None:
    """All that is known of a work's use."""
    _ = session.words()
    st.header(prose.escaped(use.label))
    prose.paragraph(use.title or _("judul belum diketahui"))
    links.to("works", use.citekey, _("Data lengkap karya ini"), ":material/library_books:")
    facts = {
        _("Dibaca"): how_read(use, _),
        _("Dikutip langsung"): f"{use.direct} ×",
        _("Dikutip melalui sumber lain"): f"{use.secondary} ×",
        _("Menjadi perantara bagi karya lain"): f"{use.relied} ×"
        + (f" ({', '.join(use.carried)})" if use.carried else ""),
    }
    for label, words in facts.items():
        prose.paragraph(f"{label}: {words}")
    if "only-secondary" in use.warnings:
        st.warning(
            fill(_("Hanya dikenal melalui {hosts}. Cari karya aslinya bila dapat; dalam daftar pustaka hanya yang benar-benar dibaca."),
                 {"hosts": ", ".join(use.through)}), icon=":material/warning:",
        )  # fmt: skip
    if "undated" in use.warnings:
        st.warning(
            _("Tanpa tahun. Lengkapi dari halaman judulnya; bila memang tidak ada, dicetak t.t."),
            icon=":material/warning:",
        )
    for key in use.same:
        with st.container(horizontal=True, vertical_alignment="center"):
            prose.paragraph(fill(_("Digabung dengan {name}"), {"name": key}))
            st.button(
                _("Pisahkan"), key=f"split-work-{key}", icon=":material/call_split:", type="tertiary",
                on_click=alike_cards.split_apart, args=(use.citekey, key),
            )  # fmt: skip
    users = users_of(opened, use.citekey, session.language())
    st.subheader(f"{_('Dipakai oleh')} ({len(users)})")
    for user in users:
        links.to(_PAGES[user.kind], user.id, links.plain(user.label), _ICONS[user.kind])
    if not users:
        prose.note(_("Belum ada catatan yang bersandar pada karya ini."))
    for candidate in alike:
        if use.citekey in candidate.things:
            alike_cards.card(candidate)
