"""A page with one small form, as a test of the frame that all forms share: a concept's label, synonyms and note."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import after_save
from app.components.form import delete, open_form
from kb.editing.edit import edit
from kb.editing.rebase import Fields
from kb.queries.concepts import concepts
from kb.store.library import Library
from kb.store.save import Saved

st.session_state.setdefault("seen", [])
after_save.show()
identifier = st.query_params.get("konsep", "konsep-kemiskinan")


def load(library: Library) -> Fields | None:
    found = next((c for c in concepts(library).values() if c.id == identifier), None)
    if found is None:
        return None
    return {"label": found.labels["id"], "alt": list(found.alt_labels.get("id", ())), "note": found.note or ""}


def check(library: Library, values: Fields) -> dict[str, str]:
    return {} if str(values["label"]).strip() else {"label": "Tulis namanya."}


def save(library: Library, base: Fields, values: Fields) -> tuple[Saved, str]:
    wanted = {}
    for name, value in values.items():
        if value != base[name]:
            wanted[name] = "; ".join(value) if isinstance(value, list) else str(value)
    return edit(library, identifier, wanted, "app"), identifier


form = open_form("konsep", identifier, load, check, save)
st.title("Formulir kecil")
if form is None:
    st.warning("Tidak ada.")
    st.stop()
form.text("label", "Nama")
form.several("alt", "Disebut juga", {"kepapaan": "kepapaan", "kemelaratan": "kemelaratan"})
form.long_text("note", "Catatan")
form.end("concepts", "konsep")
delete(
    "concepts", "konsep ini", lambda: ["3 pengertian"], lambda library: edit(library, identifier, {"note": ""}), "hapus"
)
assert session.root()
