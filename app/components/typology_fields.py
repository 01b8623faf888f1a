"""Typologies of a concept as fields: members in order by arrows, attribution, passage."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import citation_fields, form_slots, prose
from app.components.form import Form
from app.components.form_state import FormState
from kb.editing.definition_fields import quote_choices
from kb.editing.passages import quotes_of
from kb.queries.kinds import typology_kinds
from kb.store.library import Library


def show(form: Form, opened: Library, others: dict[str, str], names: dict[str, tuple[str, ...]]) -> None:
    """All typologies, each in a box that opens."""
    _ = session.words()
    kinds = {key: labels[session.language()] for key, labels in typology_kinds(opened).items()}
    for slot in form_slots.held(form, "typologies"):
        stem = f"typology.{slot}"
        title = str(form.values.get(f"{stem}.label.id", "")) or _("Rincian baru")
        for _box in form_slots.box(form, "typology", slot, title):
            _typology(form, opened, stem, kinds, others, names)
            form_slots.remove_button(form, "typologies", slot)
    if "typologies" in form.errors:
        form.mark("typologies")
    form_slots.add_button(form, "typologies", _("Tambah rincian"))


def _typology(
    form: Form,
    opened: Library,
    stem: str,
    kinds: dict[str, str],
    others: dict[str, str],
    names: dict[str, tuple[str, ...]],
) -> None:
    _ = session.words()
    left, right = st.columns(2)
    with left:
        form.text(f"{stem}.label.id", f"{_('Nama rincian')} ({_('Indonesia')})", placeholder=_("mis. jenis koperasi"))
        form.choice(f"{stem}.kind", _("Jenis rincian"), kinds)
    with right:
        form.text(f"{stem}.label.en", f"{_('Nama rincian')} ({_('Inggris')})")
        form.text(f"{stem}.count", _("Jumlah yang disebut naskah"), placeholder=_("kosong bila tidak disebut"))
    chosen = form.several(
        f"{stem}.members",
        _("Anggota, menurut urutan naskah"),
        others,
        names,
        placeholder=_("pilih, atau ketik yang baru"),
    )
    for place, member in enumerate(chosen):
        _member(form.state, f"{stem}.members", place, others.get(member, member), len(chosen))
    citation_fields.show(form, opened, f"{stem}.")
    passage(form, opened, stem)
    form.long_text(f"{stem}.note", _("Catatan"), height=70)


def _member(state: FormState, name: str, place: int, label: str, count: int) -> None:
    _ = session.words()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{place + 1}\\. {prose.escaped(label)}", width="stretch")
        for step, icon, word in ((-1, "arrow_upward", _("Naikkan")), (1, "arrow_downward", _("Turunkan"))):
            st.button(
                word, icon=f":material/{icon}:", key=f"{state.key}/{name}:{place}:{icon}", type="tertiary",
                disabled=not 0 <= place + step < count, on_click=_move, args=(state, name, place, step),
            )  # fmt: skip


def _move(state: FormState, name: str, place: int, step: int) -> None:
    held = state.values.get(name, [])
    if isinstance(held, list) and 0 <= place + step < len(held):
        turned = list(held)
        turned[place], turned[place + step] = turned[place + step], turned[place]
        state.type(name, turned)


def passage(form: Form, opened: Library, stem: str) -> None:
    """Where the draft says it: words to look for, and the places found."""
    _ = session.words()
    if not opened.sources:
        return
    left, right = st.columns([2, 3])
    with left:
        words = form.text(f"{stem}.find", _("Cari letaknya dalam naskah"), placeholder=_("kata-kata naskah"))
    found = quotes_of(opened, words) if words else ()
    none = {"": _("tanpa letak dalam naskah") if found or not words else _("tidak ditemukan dalam naskah")}
    with right:
        choices = none | quote_choices(found, str(form.values.get(f"{stem}.passage", "")))
        form.choice(f"{stem}.passage", _("Letak dalam naskah"), choices)
