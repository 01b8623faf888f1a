"""The map with its details panel, its list and its downloads."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import concept_list, concept_map, explore_map, links, prose
from kb.model.concept_map import ConceptMap, PlacedMap
from kb.outputs import maps
from kb.queries.concept_map import explore, mindmap, overview
from kb.queries.people_map import people_map
from kb.review.layout import place
from kb.store.library import Library

FORMS = {"png": "PNG", "svg": "SVG", "html": "HTML"}


def show(opened: Library, view: str, concept: str | None, language: str) -> None:
    """Map and list side by side in tabs; the panel follows what was selected in either."""
    _ = session.words()
    with st.spinner(_("Menggambar peta; ratusan penelitian perlu beberapa detik …")):
        placed = _placed(opened, view, concept, language)
    drawn, listed = st.tabs([_("Peta"), _("Daftar")])
    key = f"map-{view}-{concept or ''}-{language}"
    with drawn:
        left, right = st.columns([4, 1])
        with left:
            component = explore_map if view == "explore" else concept_map
            selected = component.show(key, placed, None)
        with right:
            _panel(placed.map, selected)
    with listed:
        concept_list.show(f"list-{key}", placed)
    with st.container(horizontal=True):
        for form, label in FORMS.items():
            st.download_button(
                f"{_('Unduh')} {label}", _maker(opened, view, concept, language, form), f"peta-konsep.{form}", on_click="ignore",
                type="primary" if form == "png" else "secondary", key=f"{key}-{form}",
            )  # fmt: skip


def _placed(opened: Library, view: str, concept: str | None, language: str, wide: bool = True) -> PlacedMap:
    """The map for the screen, or with `wide` off for a page of the thesis."""

    def make() -> PlacedMap:
        if view == "mindmap" and concept:
            return place(mindmap(opened, concept, 1, language), wide)
        questions = {"explore": explore, "people": people_map}
        return place(questions.get(view, overview)(opened, language), wide)

    return opened.remember(("placed", view, concept, language, wide), make)


def _maker(opened: Library, view: str, concept: str | None, language: str, form: str):  # type: ignore[no-untyped-def]
    return lambda: maps.render(_placed(opened, view, concept, language, wide=form == "html"), form)


def _panel(drawn: ConceptMap, selected: str | None) -> None:
    """What was selected: its kind, its words, its relations, its page."""
    _ = session.words()
    node = next((node for node in drawn.nodes if node.id == selected), None)
    if node is None:
        prose.note(_("Klik sebuah istilah, atau pilih dengan papan ketik, untuk melihat rinciannya."))
        return
    labels = {entry.id: entry.label for entry in drawn.nodes}
    st.header(node.label)
    if node.detail:
        prose.paragraph(node.detail[:600])
    for edge in drawn.edges:
        if edge.source == node.id:
            prose.paragraph(f"→ {edge.label} → {labels.get(edge.target, edge.target)}", quiet=True)
        elif edge.target == node.id:
            prose.paragraph(f"{labels.get(edge.source, edge.source)} → {edge.label} →", quiet=True)
    page = {"study": "studies", "focal": "studies", "definition": "definitions", "person": "people"}.get(
        node.kind, "concepts"
    )
    if node.kind != "typology":
        links.to(page, node.id.removeprefix("tokoh:"), _("Buka halaman"), ":material/open_in_new:")
