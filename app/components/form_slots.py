"""Parts of a form of which there may be any number: each has a slot, and buttons add and take out."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from app import session
from app.components import prose
from app.components.form import Form
from app.components.form_state import FormState
from kb.editing.concept_fields import NEW, free_slot


def held(form: Form, name: str) -> list[str]:
    """The slots of relations or typologies that the form holds."""
    held = form.state.values.get(name, [])
    return list(held) if isinstance(held, list) else []


def box(form: Form, name: str, slot: str, label: str) -> Iterator[None]:
    """A box that opens; its fields are made only while it is open, what they hold stays with the form.

    Something new, and what is wrong, opens by itself: `for _ in box(…): fields`.
    """
    wrong = any(each.startswith(f"{name}.{slot}.") for each in form.errors) and form.state.attempted
    icon = ":material/error:" if wrong else None
    key = f"{form.state.key}/{name}.{slot}:box"
    found = st.expander(prose.escaped(label), expanded=slot.startswith(NEW), key=key, icon=icon, on_change="rerun")
    if found.open:
        with found:
            yield


def add_button(form: Form, name: str, label: str) -> None:
    """A button for one more."""
    st.button(label, icon=":material/add:", key=f"{form.state.key}/{name}:add", on_click=_add, args=(form.state, name))


def remove_button(form: Form, name: str, slot: str) -> None:
    """A button that takes one out."""
    label = session.words()("Hapus")
    key = f"{form.state.key}/{name}:{slot}:remove"
    st.button(
        label, icon=":material/delete:", key=key, type="tertiary", on_click=_remove, args=(form.state, name, slot)
    )


def _add(state: FormState, name: str) -> None:
    held = state.values.get(name, [])
    known = list(held) if isinstance(held, list) else []
    state.type(name, [*known, free_slot(known)])


def _remove(state: FormState, name: str, slot: str) -> None:
    held = state.values.get(name, [])
    state.type(name, [each for each in held if each != slot] if isinstance(held, list) else [])
