"""The parts of a concept's page."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app import session
from app.components import definition_card, evidence, links, prose, study_card
from kb.model.concept import Concept
from kb.queries.concept_map import mindmap
from kb.queries.definitions import definitions
from kb.queries.studies import studies
from kb.review.layout import place
from kb.store.library import Library


def listing(every: Mapping[str, Concept], language: str) -> None:
    """All concepts, the main ones first, with what is known of each."""
    _ = session.words()
    for concept in every.values():
        if concept.main:
            links.to("concepts", concept.id, f"**{concept.labels[language]}** — {_counts(concept)}", ":material/hub:")
    rest = [concept for concept in every.values() if not concept.main]
    defined = [concept for concept in rest if _counts(concept)]
    _two_columns(defined, language)
    others = [concept for concept in rest if not _counts(concept)]
    if others:
        with st.expander(f"{_('Istilah lain')} ({len(others)})"):
            _two_columns(others, language)


def _two_columns(some: list[Concept], language: str) -> None:
    columns = st.columns(2)
    for number, concept in enumerate(some):
        with columns[number >= (len(some) + 1) // 2]:
            counts = _counts(concept)
            links.to("concepts", concept.id, concept.labels[language] + (f" — {counts}" if counts else ""))


def _counts(concept: Concept) -> str:
    _ = session.words()
    counts = (
        (len(concept.definitions), _("pengertian")),
        (len(concept.typologies), _("rincian")),
        (len(concept.studies), _("penelitian")),
    )
    return " · ".join(f"{number} {word}" for number, word in counts if number)


def definitions_of(opened: Library, concept: Concept) -> None:
    """Its definitions, in the order of the text."""
    found = [definition for definition in definitions(opened) if definition.concept == concept.id]
    links.to_form("definition_form", session.words()("Tambah pengertian"), "new-definition", konsep=concept.id)
    definition_card.show_all(found)
    if not found:
        prose.note(session.words()("Belum ada pengertian untuk konsep ini."))


def typologies_of(concept: Concept, every: Mapping[str, Concept], language: str) -> None:
    """Its typologies; a stated number that differs from the list is said."""
    _ = session.words()
    for typology in concept.typologies:
        with st.container(border=True):
            st.markdown(f"**{typology.labels[language]}**")
            for chain in typology.attributed_to:
                prose.note(chain.as_printed or chain.originator.name)
            if typology.stated_count not in (None, len(typology.members)):
                st.warning(
                    f"{_('Naskah menyebut')} {typology.stated_count}, {_('terdaftar')} {len(typology.members)}.",
                    icon=":material/warning:",
                )
            for number, (member, label) in enumerate(zip(typology.members, typology.member_labels, strict=True), 1):
                shown = every[member].labels[language] if member in every else label
                links.to("concepts", member, f"{number}. {shown}")
            evidence.show([typology.passage] if typology.passage else [], typology.id)
    if not concept.typologies:
        prose.note(_("Belum ada rincian."))


def relations_of(concept: Concept, every: Mapping[str, Concept], language: str) -> None:
    """Its relations with the text's verbs, in both directions."""
    for relation in (*concept.relations, *concept.incoming):
        outgoing = relation.subject == concept.id
        other = every.get(relation.object if outgoing else relation.subject)
        if other is None:
            continue
        verb, name = relation.verb_labels[language], other.labels[language]
        left, right = st.columns([4, 1], vertical_alignment="center")
        with left:
            links.to(
                "concepts",
                other.id,
                f"{verb} → {name}" if outgoing else f"{name} → {verb} → {concept.labels[language]}",
            )
        with right:
            evidence.show([relation.passage] if relation.passage else [], f"{concept.id}-{relation.id}")


def map_of(opened: Library, concept: Concept, language: str) -> None:
    """Its mind map."""
    from app.components import concept_map

    key = ("placed", "mindmap", concept.id, language, True)  # the key of the map's own page
    placed = opened.remember(key, lambda: place(mindmap(opened, concept.id, 1, language)))
    concept_map.show(f"mindmap-{concept.id}", placed, None)


def used_by(opened: Library, concept: Concept) -> None:
    """Studies that name it."""
    for study in studies(opened):
        if study.id in concept.studies:
            study_card.card(study)
