"""Details of a facet's statements: words, basis, page, passage, state; and the sentences of comparison."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app import session
from app.components import prose
from app.components.form import Form
from kb.editing.passages import quotes_of
from kb.editing.studies import written_study
from kb.editing.study_fields import SENTENCES, key_of, packed, statement_stem, study_of, unpacked
from kb.editing.study_options import facet_options
from kb.editing.written_study import WrittenStudy, WrittenValue
from kb.errors import InputError
from kb.review.similarity import NARRATIVE_FACETS


def facet(form: Form, name: str, title: str) -> None:
    """What stands behind a facet's values, in a popover; how it stands where there are none."""
    _ = session.words()
    values = _held(form, name)
    with st.popover(_("Bukti"), width="stretch", key=f"{form.state.key}/:more:{name}"):
        st.markdown(f"**{prose.escaped(title)}**")
        if not form.values.get(name):
            form.choice(f"{name}|state", _("Bila tidak ada nilainya"), _states())
        for place, value in enumerate(value for value in values if key_of(value) or value.state == "stated"):
            if place:
                st.divider()
            _statement(form, name, value)


def _held(form: Form, name: str) -> tuple[WrittenValue, ...]:
    identifier = form.state.key.partition("/")[2]
    try:
        held = written_study(form.state.library, identifier) if identifier else WrittenStudy()
    except InputError:
        held = WrittenStudy()
    return study_of(form.state.library, held, form.values).values.get(name, ())


def _states() -> dict[str, str]:
    _ = session.words()
    return {
        "unread": _("belum dibaca"),
        "not-in-source": _("sudah dicari, tidak disebut dalam sumber"),
        "absent": _("sumber menyatakan tidak ada"),
    }


def _statement(form: Form, name: str, value: WrittenValue) -> None:
    _ = session.words()
    stem = statement_stem(name, value)
    label = facet_options(form.state.library, name, session.language()).get(key_of(value), key_of(value))
    st.markdown(f"**{prose.escaped(label[:120])}**")
    for field, otherwise in (("text", value.text), ("basis", value.basis), ("state", value.state)):
        form.state.base.setdefault(f"{stem}|{field}", otherwise)
    if name not in NARRATIVE_FACETS and (value.id or value.value):  # new words of one's own are in the list itself
        form.text(f"{stem}|text", _("Kata-kata sumber"))
    if value.state == "stated":
        form.choice(f"{stem}|basis", _("Dasar"), {"stated": _("dinyatakan sumber"), "interpreted": _("tafsiran saya")})
    else:
        form.choice(f"{stem}|state", _("Keadaan"), {**_states(), "unread": _("hapus pernyataan ini")})
    form.text(f"{stem}|locator", _("Halaman karya"), placeholder="12")
    _passage(form, f"{stem}|passage")


def _passage(form: Form, name: str) -> None:
    """The passage of the draft: looked for by a few of its words, chosen from what is found."""
    _ = session.words()
    held = unpacked(form.values.get(name))
    if held:
        prose.note(f"“{held.exact}”")
        st.button(_("Lepas petikan"), key=f"{form.state.key}/{name}:drop", on_click=form.state.type, args=(name, ""))
        return
    if not form.state.library.sources:
        return
    form.state.base.setdefault(name, "")
    words = st.text_input(
        _("Cari petikan dalam naskah"), key=f"{form.state.key}/{name}:search", placeholder=_("beberapa kata")
    )
    quotes = quotes_of(form.state.library, words) if words.strip() else ()
    if words.strip() and not quotes:
        prose.note(_("Kata-kata itu tidak ada dalam naskah."))
    for place, quote in enumerate(quotes[:5]):
        prose.note(f"…{quote.prefix[-60:]} {quote.exact} {quote.suffix[:60]}…")
        st.button(
            _("Pakai petikan ini"), key=f"{form.state.key}/{name}:take:{place}",
            on_click=form.state.type, args=(name, packed(quote)),
        )  # fmt: skip


def sentences(form: Form, titles: Mapping[str, str]) -> None:
    """Persamaan and Perbedaan in the student's own words, each with the facets it speaks of."""
    _ = session.words()
    words = {"similarity": _("Persamaan (kalimat Anda sendiri)"), "difference": _("Perbedaan (kalimat Anda sendiri)")}
    identifier = form.state.key.partition("/")[2]
    held = written_study(form.state.library, identifier).sentences if identifier else ()
    for kind in SENTENCES:
        ids = [sentence.id for sentence in held if sentence.kind == kind] or [f"+{kind}"]
        for number, each in enumerate(ids):
            label = words[kind] if number == 0 else f"{words[kind]} {number + 1}"
            form.long_text(f"sentence|{each}|text", label, help=_("Kosongkan bila cukup dengan kalimat yang dihitung."))
            if str(form.values.get(f"sentence|{each}|text", "")).strip():
                form.several(f"sentence|{each}|facets", _("Berbicara tentang unsur"), titles, own=False)
