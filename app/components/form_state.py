"""What a form holds between two runs: the person's words, what they are based on, and the draft on the disk."""

from __future__ import annotations

import secrets
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from app import session
from kb.editing.rebase import Field, Fields, changed, rebased
from kb.store.form_drafts import FormDraft, drop_form_draft, form_drafts, write_form_draft
from kb.store.library import Library

Load = Callable[[Library], Fields | None]
"""What the files say of the thing, by field; None where there is no such thing."""


@dataclass
class FormState:
    """One form in one window; `base` is what the files said when `values` were last put on them.

    `theirs` are fields that were changed elsewhere too: the person has to choose; `started` is what those held when the
    person began, so that a draft raises the question again. `gone`: the thing was deleted
    elsewhere, and what is in the form would be saved as a new one.
    """

    key: str
    held: weakref.ref[Library]
    root: Path
    fingerprint: str
    base: dict[str, Field]
    values: dict[str, Field]
    window: str = field(default_factory=lambda: secrets.token_hex(6))
    theirs: dict[str, Field] = field(default_factory=dict)
    started: dict[str, Field] = field(default_factory=dict)
    followed: tuple[str, ...] = ()
    touched: set[str] = field(default_factory=set)
    attempted: bool = False
    failure: str = ""
    gone: bool = False
    draft_failed: bool = False

    @property
    def library(self) -> Library:
        """The project that the form was last put on; the present one where nobody holds that any more.

        Fifty windows whose forms wait would otherwise keep fifty projects in memory.
        """
        return self.held() or session.library()

    def take(self, library: Library) -> None:
        """Work with this project from here on; it says what `base` says."""
        self.held, self.fingerprint = weakref.ref(library), library.fingerprint

    @property
    def dirty(self) -> bool:
        """Whether something is not saved."""
        return bool(changed(self.base, self.values))

    def put(self, name: str, value: Field) -> None:
        """A value into its field and widget; only before the widget is drawn."""
        self.values[name] = value
        st.session_state[f"{self.key}/{name}"] = value

    def type(self, name: str, value: Field) -> None:
        """A value that the person gave: touched, and kept as a draft; what agrees with the other version settles it."""
        self.put(name, value)
        if self.theirs.get(name) == value:
            self.theirs.pop(name, None)
            self.started.pop(name, None)
        self.touched.add(name)
        self.failure = ""
        self.keep()

    def keep(self) -> None:
        """The draft on the disk as the form is now."""
        values = changed(self.base, self.values)
        root = self.root
        if not values:
            drop_form_draft(root, self.key, self.window)
            return
        base = {name: known[name] for known in [self.base | self.started] for name in values if name in known}
        try:
            write_form_draft(root, FormDraft(self.key, self.window, values, base))
            self.draft_failed = False
        except OSError:
            self.draft_failed = True

    def follow(self, library: Library, load: Load) -> None:
        """Put the person's changes on what the files say now."""
        now = load(library)
        self.take(library)
        self.gone = now is None
        if now is None:
            return
        # details of values that only the form knows are no fields of the files
        found = rebased(self.base, self.values, dict(self.base) | dict(now))
        old, self.base = self.base, dict(self.base) | dict(now)
        self.theirs = {n: self.base.get(n, v) for n, v in (self.theirs | found.theirs).items()}
        self.theirs = {n: v for n, v in self.theirs.items() if self.values.get(n) != v}
        self.started = {n: self.started.get(n, old.get(n, "")) for n in self.theirs}
        self.followed = found.followed
        for name, value in found.values.items():
            self.put(name, value)

    def choose(self, name: str, *, mine: bool) -> None:
        """Settle a field that was changed in two places."""
        self.started.pop(name, None)
        theirs = self.theirs.pop(name)
        if not mine:
            self.put(name, theirs)
        self.keep()

    def restore(self, draft: FormDraft) -> None:
        """The words of a draft, put on what the files say now; the draft is this window's from here on."""
        found = rebased(draft.base, draft.values, {name: self.base.get(name, "") for name in draft.values})
        self.theirs |= found.theirs
        self.started |= {name: draft.base.get(name, "") for name in found.theirs}
        for name, value in found.values.items():
            self.put(name, value)
        self.keep()
        if not self.draft_failed:
            drop_form_draft(self.root, draft.form, draft.window)

    def others(self) -> list[FormDraft]:
        """Drafts of this form that this window does not hold; one that says nothing new is thrown away."""
        found = []
        for draft in form_drafts(self.root, self.key):
            if draft.window == self.window:
                continue
            if changed(self.base, draft.values):
                found.append(draft)
            else:
                drop_form_draft(self.root, draft.form, draft.window)
        return found

    def close(self, *, drop: bool) -> None:
        """Forget the form in this window; its draft stays for the next time unless it is to be dropped."""
        if drop:
            drop_form_draft(self.root, self.key, self.window)
        for name in [name for name in st.session_state if str(name).startswith(f"{self.key}/")]:
            del st.session_state[name]
        st.session_state.pop(f"form:{self.key}", None)


def state_of(key: str, library: Library, load: Load) -> FormState | None:
    """This window's form of the thing, opened now where it was not; None where there is no such thing."""
    found = st.session_state.get(f"form:{key}")
    if isinstance(found, FormState) and found.root == library.root:
        if found.fingerprint != library.fingerprint:
            found.follow(library, load)
        else:
            found.take(library)
        return found
    values = load(library)
    if values is None:
        return None
    made = FormState(key, weakref.ref(library), library.root, library.fingerprint, dict(values), dict(values))
    st.session_state[f"form:{key}"] = made
    return made
