"""Forms that hold words nobody saved yet, as links: closing a window loses nothing, if one only knows where it is."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import prose
from app.pages import ADDRESSES
from kb.store.form_drafts import form_drafts

FORMS = {"penelitian": ("study_form", "studi"), "penelitian-ini": ("own_study", "")}
"""Kind of a form -> its page and the parameter that names its thing."""
_MOST = 3


def show() -> None:
    """The latest forms with a draft; nothing where all is saved."""
    _ = session.words()
    keys = list(dict.fromkeys(draft.form for draft in form_drafts(session.root())))
    known = [key for key in keys if key.partition("/")[0] in FORMS]
    if not known:
        return
    for key in known[:_MOST]:
        kind, _slash, identifier = key.partition("/")
        name, parameter = FORMS[kind]
        assert name in ADDRESSES, name
        st.page_link(
            session.page(name), label=prose.escaped(identifier or (_("penelitian ini") if kind == "penelitian-ini" else _("penelitian baru"))), icon=":material/edit_note:",
            query_params={parameter: identifier} if identifier else None,
        )  # fmt: skip
