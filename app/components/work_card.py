"""Works: a line in a list, and the page of one with what uses it."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import cited_as, links, prose
from kb.citing.chains import TERMS, cite_work
from kb.editing.deletion import what_points_to
from kb.errors import KajianError
from kb.queries.works import works_by_key
from kb.store.bibliography_entry import Entry
from kb.store.library import Library

_PAGES = {"Definition": "definitions", "Study": "studies", "Concept": "concepts"}


def line(opened: Library, entry: Entry) -> None:
    """Author, year and title as a link."""
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
        st.warning(prose.escaped(str(refused)))
    st.subheader(_("Dipakai oleh"))
    shown = {use.id: use for use in what_points_to(opened, entry.key) if use.kind in _PAGES}
    for use in shown.values():
        links.to(_PAGES[use.kind], use.id, links.plain(" ".join(use.words.split())[:120]))
    if not shown:
        prose.note(_("Belum dipakai."))
