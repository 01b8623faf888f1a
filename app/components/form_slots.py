"""Parts of a form of which there may be any number: each has a slot, and buttons add and take out."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components.form import Form
from app.components.form_state import FormState
from kb.editing.concept_fields import free_slot


def held(form: Form, name: str) -> list[str]:
    """The slots of relations or typologies that the form holds."""
    held = form.state.values.get(name, [])
    return list(held) if isinstance(held, list) else []


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
