"""What stands beside the fields of a form and above them: errors, hints, both versions, drafts to restore."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from app import session
from app.components import prose
from app.components.form_state import FormState
from kb.editing.alike import look_alike
from kb.editing.rebase import Field
from kb.locale import fill
from kb.store.form_drafts import FormDraft, drop_form_draft

_MOST_DRAFTS = 3


def error(words: str) -> None:
    """Why a field cannot be saved so."""
    st.markdown(f":red[:material/error: {prose.escaped(words)}]")


def both(state: FormState, name: str) -> None:
    """A field that was changed here and elsewhere: the person's words stay in it, the other version stands below."""
    _ = session.words()
    with st.container(border=True):
        st.markdown(f"**{_('Isian ini diubah juga di tempat lain. Di berkas sekarang:')}**")
        prose.paragraph(shown(state.theirs[name]) or _("(kosong)"))
        with st.container(horizontal=True):
            st.button(
                _("Pakai punya saya"),
                key=f"{state.key}/{name}:mine",
                on_click=state.choose,
                args=(name,),
                kwargs={"mine": True},
            )
            st.button(
                _("Pakai yang di berkas"),
                key=f"{state.key}/{name}:theirs",
                on_click=state.choose,
                args=(name,),
                kwargs={"mine": False},
            )


def alike(
    state: FormState,
    name: str,
    chosen: Sequence[str],
    options: Mapping[str, str],
    names: Mapping[str, str] | Mapping[str, Sequence[str]],
) -> None:
    """Asks about words of one's own that look like a known value: "Maksud Anda «Kualitatif»?"."""
    _ = session.words()
    for place, word in enumerate(chosen):
        known = look_alike(word, names) if word not in options else None
        if known:
            label = fill(_("Maksud Anda «{known}», bukan «{word}»?"), {"known": options[known], "word": word})
            st.button(
                prose.escaped(label), key=f"{state.key}/{name}:alike:{place}", type="tertiary",
                icon=":material/lightbulb:", on_click=_exchange, args=(state, name, word, known),
            )  # fmt: skip


def _exchange(state: FormState, name: str, word: str, known: str) -> None:
    held = state.values.get(name, [])
    if isinstance(held, list):
        state.type(name, list(dict.fromkeys(known if value == word else value for value in held)))


def summary(state: FormState, errors: Mapping[str, str], labels: Mapping[str, str]) -> None:
    """Above the form: drafts to restore, what failed, how many fields need a hand, what others changed."""
    _ = session.words()
    _drafts(state)
    if state.failure:
        st.error(prose.escaped(state.failure), icon=":material/error:")
    if state.attempted and errors:
        names = ", ".join(labels.get(name, name) for name in errors)
        st.error(f"{len(errors)} {_('isian perlu diperbaiki')}: {prose.escaped(names)}", icon=":material/error:")
    if state.theirs:
        names = ", ".join(labels.get(name, name) for name in state.theirs)
        words = _("isian berubah juga di tempat lain; pilih versinya sebelum menyimpan")
        st.warning(f"{len(state.theirs)} {words}: {prose.escaped(names)}", icon=":material/sync_problem:")
    elif state.followed:
        names = ", ".join(labels[name] for name in state.followed if name in labels)
        if names:
            st.info(f"{_('Diperbarui dari berkas')}: {prose.escaped(names)}", icon=":material/sync:")
    if state.gone:
        st.warning(_("Ini sudah dihapus di tempat lain. Isian Anda masih di sini; salin yang perlu."))
    if state.draft_failed:
        st.warning(_("Draf tidak dapat ditulis ke disk. Simpan sebelum menutup jendela ini."))


def _drafts(state: FormState) -> None:
    _ = session.words()
    for draft in state.others()[:_MOST_DRAFTS]:
        with st.container(border=True):
            st.markdown(f"**{_('Pulihkan draf?')}** {_when(draft)}")
            first = next((words for value in draft.values.values() if (words := shown(value))), "")
            prose.note(first[:160])
            with st.container(horizontal=True):
                st.button(
                    _("Pulihkan draf"), key=f"{state.key}/:restore:{draft.window}", type="primary",
                    on_click=state.restore, args=(draft,),
                )  # fmt: skip
                st.button(
                    _("Buang draf"), key=f"{state.key}/:discard:{draft.window}",
                    on_click=drop_form_draft, args=(state.root, draft.form, draft.window),
                )  # fmt: skip


def _when(draft: FormDraft) -> str:
    try:
        return datetime.fromisoformat(draft.when).strftime("%d-%m-%Y %H:%M")
    except ValueError:
        return ""


def shown(value: Field) -> str:
    """What a field holds, as one text."""
    _ = session.words()
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return "; ".join(value) if isinstance(value, list) else value
