"""The form of a concept: names, place among the others, relations, typologies in their order."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import form_slots, typology_fields
from app.components.form import Check, Form, Load, Save
from kb.editing.checking import told
from kb.editing.concept_faults import concept_faults
from kb.editing.concept_fields import concept_fields, concept_of, of_form
from kb.editing.concepts import save_concept, written_concept
from kb.editing.rebase import Fields
from kb.editing.written import WrittenConcept
from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.queries.kinds import verbs
from kb.store.library import Library
from kb.store.save import Saved


def roads(identifier: str | None) -> tuple[Load, Check, Save]:
    """How a concept is read, checked and saved."""

    def held(library: Library) -> WrittenConcept | None:
        try:
            return written_concept(library, identifier) if identifier else None
        except InputError:
            return None

    def load(library: Library) -> Fields | None:
        found = held(library)
        if found is None and identifier:
            return None
        return concept_fields(found or WrittenConcept({}, main=not concepts(library)))

    def check(library: Library, values: Fields) -> dict[str, str]:
        old = held(library)
        faults = concept_faults(library, concept_of(values, old), identifier or "", old)
        return told(of_form(faults, values), session.language())

    def save(library: Library, base: Fields, values: Fields) -> tuple[Saved, str]:
        kept = save_concept(library, concept_of(values, held(library)), identifier, "app")
        return kept.saved, kept.id

    return load, check, save


def show(form: Form, opened: Library, identifier: str | None) -> None:
    """All fields."""
    _ = session.words()
    language = session.language()
    others = {c.id: c.labels[language] for c in concepts(opened).values() if c.id != identifier}
    names = {
        c.id: (*c.labels.values(), *(w for g in c.alt_labels.values() for w in g)) for c in concepts(opened).values()
    }
    left, right = st.columns(2, gap="large")
    for side, tongue, word in ((left, "id", _("Indonesia")), (right, "en", _("Inggris"))):
        with side:
            form.text(f"label.{tongue}", f"{_('Nama')} ({word})")
            form.several(f"synonyms.{tongue}", f"{_('Disebut juga')} ({word})", {}, placeholder=_("ketik, lalu Enter"))
    form.yes("main", _("Konsep utama bab ini"))
    form.several("broader", _("Jenis dari (konsep yang lebih luas)"), others, names)
    form.long_text("note", _("Catatan"), height=80)
    st.header(_("Relasi"))
    _relations(form, opened, others, names)
    st.header(_("Rincian (aspek, jenis, prinsip, …)"))
    typology_fields.show(form, opened, others, names)


def _relations(form: Form, opened: Library, others: dict[str, str], names: dict[str, tuple[str, ...]]) -> None:
    _ = session.words()
    known = {key: labels[session.language()] for key, labels in verbs(opened).items()}
    for slot in form_slots.held(form, "relations"):
        stem = f"relation.{slot}"
        said = [_first(form, f"{stem}.verb", known), _first(form, f"{stem}.object", others)]
        for _box in form_slots.box(form, "relation", slot, " → ".join(said) if any(said) else _("Relasi baru")):
            left, right = st.columns(2)
            with left:
                form.several(
                    f"{stem}.verb",
                    _("Kata kerja dalam naskah"),
                    known,
                    max_selections=1,
                    placeholder=_("mis. mengurangi"),
                )
            with right:
                form.several(f"{stem}.object", _("Konsep"), others, names, max_selections=1)
            typology_fields.passage(form, opened, stem)
            form_slots.remove_button(form, "relations", slot)
    form_slots.add_button(form, "relations", _("Tambah relasi"))


def _first(form: Form, name: str, known: dict[str, str]) -> str:
    held = form.values.get(name, [])
    return known.get(str(held[0]), str(held[0])) if isinstance(held, list) and held else ""
