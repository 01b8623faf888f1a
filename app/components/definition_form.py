"""The form of a definition: words and chain on the left, how it will be printed on the right."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import citation_fields, cited_as, prose
from app.components.form import Check, Form, Load, Save
from kb.editing.checking import told
from kb.editing.citations import attribution_of
from kb.editing.definition_faults import definition_faults
from kb.editing.definition_fields import citation_of, definition_fields, definition_of, quote_choices
from kb.editing.definitions import save_definition, written_definition
from kb.editing.passages import quotes_of
from kb.editing.rebase import Fields
from kb.editing.written import WrittenDefinition
from kb.errors import InputError
from kb.queries.concepts import concept_labels
from kb.store.library import Library
from kb.store.save import Saved


def roads(identifier: str | None, concept: str) -> tuple[Load, Check, Save]:
    """How a definition is read, checked and saved; a new one starts with `concept`."""

    def held(library: Library) -> WrittenDefinition | None:
        try:
            return written_definition(library, identifier) if identifier else None
        except InputError:
            return None

    def load(library: Library) -> Fields | None:
        found = held(library)
        if found is None and identifier:
            return None
        return definition_fields(found or WrittenDefinition(concept, ""))

    def check(library: Library, values: Fields) -> dict[str, str]:
        old = held(library)
        return told(
            definition_faults(library, definition_of(values, old), old.passage if old else None), session.language()
        )

    def save(library: Library, base: Fields, values: Fields) -> tuple[Saved, str]:
        kept = save_definition(library, definition_of(values, held(library)), identifier, "app")
        return kept.saved, kept.id

    return load, check, save


def show(form: Form, opened: Library) -> None:
    """All fields, and beside them the printed citation."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        _words(form, opened)
        citation_fields.show(form, opened)
        _passage(form, opened)
        form.long_text("note", session.words()("Catatan"), height=80)
    with right, cited_as.beside():
        _printed(form, opened)


def _words(form: Form, opened: Library) -> None:
    _ = session.words()
    every = {name: labels[session.language()] for name, labels in concept_labels(opened).items()}
    form.choice("concept", _("Konsep"), every)
    form.long_text(
        "text", _("Pengertian, kata demi kata"), height=160,
        help=_("Seperti tertulis dalam naskah atau sumbernya; kata asing di antara tanda bintang: *purpose*."),
    )  # fmt: skip
    form.yes("quotation", _("Kutipan langsung (di antara tanda kutip)"))
    form.choice("language", _("Bahasa pengertian"), {"id": _("Indonesia"), "en": _("Inggris")})


def _passage(form: Form, opened: Library) -> None:
    _ = session.words()
    if not opened.sources:
        return
    words = form.text(
        "find", _("Cari letaknya dalam naskah"), placeholder=_("kosong: dicari dengan kata-kata pengertian di atas")
    )
    found = quotes_of(opened, words or str(form.values.get("text", "")))
    held = str(form.values.get("passage", ""))
    none = {"": _("tanpa letak dalam naskah") if found else _("tidak ditemukan dalam naskah")}
    form.choice("passage", _("Letak dalam naskah"), none | quote_choices(found, held))


def _printed(form: Form, opened: Library) -> None:
    _ = session.words()
    st.header(_("Tercetak sebagai"))
    citation = citation_of(form.values)
    if citation is None:
        prose.note(_("Tanpa rujukan: pengertian dari penulis naskah sendiri."))
        return
    if any(not (hop.people or hop.name or hop.work) for hop in citation.hops):
        prose.note(_("Isi tokoh, nama, atau karyanya; sitasinya lalu tampil di sini."))
        return
    ways = cited_as.ways_or_none(attribution_of(opened, citation))
    if ways:
        cited_as.show(ways, f"{form.state.key}-printed")
