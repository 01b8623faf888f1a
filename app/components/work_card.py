"""Works: a line in a list, and the page of one with what uses it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import cited_as, copy, links, prose
from kb.citing.chains import TERMS, cite_work
from kb.editing.deletion import what_points_to
from kb.errors import KajianError
from kb.locale import error_text
from kb.queries.works import works_by_key
from kb.store.bibliography_entry import Entry
from kb.store.library import Library

_PAGES = {"Definition": "definitions", "Study": "studies", "Concept": "concepts"}


def lines(opened: Library, entries: Sequence[Entry]) -> None:
    """A list of works, each with what can be copied of it; their citations are made in one go."""
    try:
        ways = session.ways_of_entries(tuple(entries))
    except KajianError as refused:
        st.warning(prose.escaped(error_text(refused, session.language())))
        ways = {}
    for entry in entries:
        left, right = st.columns([6, 1], vertical_alignment="center")
        with left:
            _line(opened, entry)
        with right:
            copy.show(cited_as.choices(ways[entry.key]) if entry.key in ways else [], f"line-{entry.key}")


def _line(opened: Library, entry: Entry) -> None:
    work = works_by_key(opened).get(entry.key)
    name = cite_work(work, TERMS[session.language()]) if work else entry.key
    title = entry.fields.get("title", "")
    links.to("works", entry.key, links.plain(f"{name} — {title}" if title else name), ":material/menu_book:")


def page(opened: Library, entry: Entry) -> None:
    """The work as it is printed, its fields, and everything that uses it."""
    _ = session.words()
    st.header(entry.fields.get("title", entry.key))
    links.to_form("work_form", _("Sunting"), f"edit-{entry.key}", karya=entry.key)
    try:
        cited_as.show(session.ways_of_entries((entry,))[entry.key], f"work-{entry.key}")
    except KajianError as refused:
        st.warning(prose.escaped(error_text(refused, session.language())))
    st.subheader(_("Dipakai oleh"))
    shown = {use.id: use for use in what_points_to(opened, entry.key) if use.kind in _PAGES}
    for use in shown.values():
        links.to(_PAGES[use.kind], use.id, links.plain(" ".join(use.words.split())[:120]))
    if not shown:
        prose.note(_("Belum dipakai."))
