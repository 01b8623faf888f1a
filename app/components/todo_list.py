"""What is still to be done, each with the page where it is done."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, prose
from app.pages import ADDRESSES
from kb.locale import finding_message
from kb.model.todo import Todo

THINGS = {"study": "studies", "definition": "definitions", "concept": "concepts", "work": "works", "draft": "draft"}
"""Kind of thing -> the page that shows it."""


def show(things: tuple[Todo, ...]) -> None:
    """One sentence each, and the way there."""
    _ = session.words()
    for at, thing in enumerate(things):
        words = finding_message(thing.finding, session.language()) if thing.finding else thing.words
        left, right = st.columns([4, 1], vertical_alignment="center")
        with left:
            prose.paragraph(words)
        with right, st.container(key=f"todo-{at}"):
            page = THINGS.get(thing.where)
            label = _("Lengkapi") if not thing.finding else _("Lihat")
            if page in links.PARAMETERS and thing.id:
                links.to(page, thing.id, label)
            else:
                links.to_page(thing.where if thing.where in ADDRESSES else "checks", label)
