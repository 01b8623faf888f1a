"""A form: fields with checks beside them, drafts, both versions where two people changed one thing, one save.

    form = open_form("penelitian", identifier, load, check, save)
    form.head()
    form.text("title", _("Judul"))
    form.end("studies", "studi")

Fields stand outside `st.form`, since text that was typed but not sent is lost there on a page switch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app import session
from app.components import after_save, form_marks, leave_guard
from app.components.form_state import FormState, Load, state_of
from app.pages import ADDRESSES
from kb.editing.rebase import Field, Fields
from kb.errors import KajianError
from kb.locale import error_text
from kb.store.conflict import ConflictError
from kb.store.library import Library
from kb.store.save import Saved

Check = Callable[[Library, Fields], Mapping[str, str]]
"""Fields that cannot be saved so, each with the reason in the person's language."""
Save = Callable[[Library, Fields, Fields], tuple[Saved, str]]
"""From the library, what the files said and what the person wants: the save and the id of the thing."""
Pointers = Callable[[], Sequence[str]]
"""What points to a thing, in words; asked for only when somebody wants to delete it."""
_ATTEMPTS = 3


@dataclass
class Form:
    """An open form; `values` is what its fields hold now."""

    state: FormState
    load: Load
    check: Check
    store: Save

    def __post_init__(self) -> None:
        self.labels: dict[str, str] = {}
        self.errors = dict(self.check(self.state.library, self.state.values))
        self.top = st.container()

    @property
    def values(self) -> Fields:
        """What the fields hold now."""
        return self.state.values

    def text(self, name: str, label: str, **options: Any) -> str:
        """A line of text."""
        return str(self._field(st.text_input, name, label, "", **options))

    def long_text(self, name: str, label: str, **options: Any) -> str:
        """A paragraph or more."""
        return str(self._field(st.text_area, name, label, "", **options))

    def choice(self, name: str, label: str, options: Mapping[str, str], **more: Any) -> str:
        """One of several, by id; the empty id is one of them where nothing may be chosen."""
        first = next(iter(options), "")
        held = str(self.state.values.get(name, first))
        known = dict(options) if held in options else {**options, held: held}
        return str(self._field(st.selectbox, name, label, first, list(known), format_func=known.get, **more))

    def several(
        self,
        name: str,
        label: str,
        options: Mapping[str, str],
        names: Mapping[str, Sequence[str]] | None = None,
        *,
        own: bool = True,
        **more: Any,
    ) -> list[str]:
        """Any number of several by id, and words of the person's own; one like a known value's `names` is asked about."""
        held = self.state.values.get(name, [])
        known = {**options, **{str(v): str(v) for v in held if v not in options}} if isinstance(held, list) else options
        found = self._field(
            st.multiselect, name, label, [], list(known), format_func=lambda i: known.get(i, i),
            accept_new_options=own, wrap=True, placeholder=more.pop("placeholder", "–"), **more,
        )  # fmt: skip
        chosen = [str(value) for value in found] if isinstance(found, list) else []
        form_marks.alike(self.state, name, chosen, options, names or options)
        return chosen

    def yes(self, name: str, label: str, **options: Any) -> bool:
        """A box to tick."""
        return bool(self._field(st.checkbox, name, label, False, **options))

    def _field(self, widget: Callable[..., Any], name: str, label: str, empty: Field, *args: Any, **more: Any) -> Field:
        state, key = self.state, f"{self.state.key}/{name}"
        state.base.setdefault(name, empty)
        state.values.setdefault(name, state.base[name])
        self.labels[name] = label
        if key not in st.session_state:
            st.session_state[key] = state.values[name]
        widget(label, *args, key=key, persist_state="session", on_change=self._typed, args=(name,), **more)
        self.mark(name)
        return state.values[name]

    def mark(self, name: str) -> None:
        """What has to be said beside a field: its error, and what it holds in the files where that changed too."""
        if name in self.errors and (self.state.attempted or name in self.state.touched):
            form_marks.error(self.errors[name])
        if name in self.state.theirs:
            form_marks.both(self.state, name)

    def _typed(self, name: str) -> None:
        self.state.type(name, self._shown(name))

    def _shown(self, name: str) -> Field:
        value = st.session_state[f"{self.state.key}/{name}"]
        found: Field = [str(item) for item in value] if isinstance(value, list) else value
        return found

    def _take_shown(self) -> None:
        """The words that stand in the fields, also where the news of a change got lost between two runs of the page."""
        for name in self.labels:
            shown = self._shown(name) if f"{self.state.key}/{name}" in st.session_state else None
            if isinstance(shown, str) and shown != self.state.values.get(name):
                self.state.type(name, shown)

    def end(self, view: str, parameter: str, *, back: Mapping[str, str] | None = None) -> None:
        """The buttons, and at the top of the form what hinders the save; saved, the person sees the thing's page."""
        _ = session.words()
        with st.container(horizontal=True):
            st.button(
                _("Simpan"), type="primary", icon=":material/save:", key=f"{self.state.key}/:save",
                on_click=self._save, args=(view, parameter),
            )  # fmt: skip
            st.button(
                _("Tutup"), key=f"{self.state.key}/:close", on_click=self._close, args=(view, dict(back or {})),
                help=_("Yang belum disimpan tetap ada sebagai draf."),
            )  # fmt: skip
        with self.top:
            drawn = {name: self.errors[name] for name in self.labels if name in self.errors}
            form_marks.summary(self.state, drawn | self.errors, self.labels)
        leave_guard.show(self.state.key, self.state.dirty)

    def _close(self, view: str, back: dict[str, str]) -> None:
        self.state.close(drop=False)
        after_save.go(view, **back)

    def _save(self, view: str, parameter: str) -> None:
        self._take_shown()
        state, now = self.state, session.library()
        if now.fingerprint != state.fingerprint:
            state.follow(now, self.load)
        else:
            state.take(now)
        self.errors = dict(self.check(state.library, state.values))
        state.attempted, state.failure = True, ""
        if self.errors or state.theirs or state.gone:
            return
        done = self._stored()
        if done:
            saved, thing = done
            state.close(drop=True)
            after_save.saved(saved)
            after_save.go(view, **({parameter: thing} if thing else {}))

    def _stored(self) -> tuple[Saved, str] | None:
        """The save, again on what the files say by now where others saved meanwhile and no field is in question."""
        state, refused = self.state, None
        for _ in range(_ATTEMPTS):
            try:
                return self.store(state.library, state.base, state.values)
            except ConflictError as clash:
                refused = clash
                now = session.library()
                state.follow(now, self.load)
                if state.theirs:
                    break
            except KajianError as stopped:
                state.failure = error_text(stopped, session.language())
                return None
        state.failure = error_text(refused, session.language()) if refused else ""
        return None


def open_form(kind: str, identifier: str | None, load: Load, check: Check, save: Save) -> Form | None:
    """The form of a thing, or of a new one (None); None where there is no such thing.

    `kind` is a word for the form's things; with the id it names the draft.
    """
    state = state_of(f"{kind}/{identifier or ''}", session.library(), load)
    return Form(state, load, check, save) if state else None


def delete(view: str, what: str, pointers: Pointers, remove: Callable[[Library], Saved], key: str) -> None:
    """A button that asks first, naming all that points to the thing, and deletes."""
    _ = session.words()

    @st.dialog(_("Hapus {what}?").format(what=what))
    def ask() -> None:
        for pointer in pointers():
            st.markdown(f"- {pointer}")
        st.markdown(_("Sesudahnya penghapusan ini masih dapat diurungkan."))
        with st.container(horizontal=True):
            st.button(_("Hapus"), type="primary", key=f"{key}/:really", on_click=_removed, args=(view, remove))
            st.button(_("Batal"), key=f"{key}/:keep")

    if st.button(_("Hapus"), icon=":material/delete:", key=f"{key}/:delete"):
        ask()


def _removed(view: str, remove: Callable[[Library], Saved]) -> None:
    assert view in ADDRESSES, view
    try:
        after_save.saved(remove(session.library()), deleted=True)
        after_save.go(view)
    except KajianError as refused:
        after_save.refused(error_text(refused, session.language()))
