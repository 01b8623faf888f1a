"""The page of one person or body: spellings, works, where they are cited, who may be the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app import session
from app.components import alike_cards, links, prose
from kb.locale import bare, fill
from kb.model.identification import Candidate
from kb.model.person import PersonMet, Spelling
from kb.model.source_use import SourceUse
from kb.queries.definitions import definitions
from kb.queries.people import noted_people
from kb.store.library import Library


def show(opened: Library, person: PersonMet, sources: Mapping[str, SourceUse], alike: Sequence[Candidate]) -> None:
    """All that is known of a person."""
    _ = session.words()
    st.header(prose.escaped(person.name))
    if not person.noted:
        prose.note(_("Belum ada catatan tentang tokoh ini; namanya berasal dari pustaka atau naskah."))
    if person.note:
        prose.paragraph(person.note)
    if person.means in sources:
        st.info(
            fill(_("Bila disebut sebagai sumber, yang dimaksud {work}."), {"work": sources[person.means or ""].label})
        )
    left, right = st.columns(2)
    with left:
        st.subheader(_("Ejaan"))
        for spelling in person.spellings:
            _spelling(opened, person, spelling)
        _same(opened, person)
    with right:
        st.subheader(bare(_("menu|Karya")))
        for key in person.works:
            if key in sources:
                links.to(
                    "people",
                    key,
                    links.plain(f"{sources[key].label} {sources[key].title}"),
                    ":material/menu_book:",
                    "karya",
                )
        if not person.works:
            prose.note(_("Belum ada karya."))
        _cited(opened, person)
    for candidate in alike:
        if person.id in candidate.things:
            alike_cards.card(candidate)


def _spelling(opened: Library, person: PersonMet, spelling: Spelling) -> None:
    """A form with its years and hosts; one that the notes hold can be taken away."""
    _ = session.words()
    held = {
        text
        for each in noted_people(opened).values()
        if each.id in (person.id, *person.same)
        for text in each.spellings
    }
    said = [f"{spelling.times} ×"] if spelling.times else []
    said += [", ".join(spelling.years)] if spelling.years else []
    said += [fill(_("melalui {hosts}"), {"hosts": ", ".join(spelling.hosts)})] if spelling.hosts else []
    with st.container(horizontal=True, vertical_alignment="center"):
        prose.paragraph(f"“{spelling.text}”" + (f" — {' · '.join(said)}" if said else ""))
        if spelling.text in held and spelling.text != person.name:
            st.button(
                _("Pisahkan"), key=f"split-spelling-{spelling.text}", icon=":material/call_split:", type="tertiary",
                help=_("Ejaan ini menjadi tokoh sendiri; kutipannya ikut."),
                on_click=alike_cards.split_apart, args=(person.id, spelling.text),
            )  # fmt: skip


def _same(opened: Library, person: PersonMet) -> None:
    """Ids that were merged into this one."""
    _ = session.words()
    names = {each.id: each.name for each in noted_people(opened).values()}
    for other in person.same:
        with st.container(horizontal=True, vertical_alignment="center"):
            prose.paragraph(fill(_("Digabung dengan {name}"), {"name": names.get(other, other)}))
            st.button(
                _("Pisahkan"), key=f"split-same-{other}", icon=":material/call_split:", type="tertiary",
                on_click=alike_cards.split_apart, args=(person.id, other),
            )  # fmt: skip


def _cited(opened: Library, person: PersonMet) -> None:
    _ = session.words()
    ids = {person.id, *person.same}
    found = [
        definition for definition in definitions(opened)
        if any(ids & set(hop.people) for chain in (definition.attribution, *definition.also) if chain
               for hop in (chain.originator, *chain.via))
    ]  # fmt: skip
    st.subheader(f"{_('Dipakai oleh')} ({len(found)})")
    for definition in found:
        words = f"{definition.labels[session.language()]}: {definition.text[:80]} …"
        links.to("definitions", definition.id, links.plain(words), ":material/format_quote:")
    if person.cited:
        with st.expander(f"{_('Tertulis dalam naskah dan catatan')} ({len(person.cited)})"):
            for printed in person.cited:
                prose.paragraph(printed)
