"""The map's component and its list, without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from app.components import concept_list, concept_map
    from kb.review.layout import place
    from tests.review import sample_map

    placed = place(sample_map.overview(), True)
    st.text(f"dipilih: {concept_map.show('peta', placed, st.session_state.get('wanted'))}")
    concept_list.show("daftar", placed)


def hostile() -> None:
    from app.components import concept_list
    from kb.model.concept_map import ConceptMap, Edge, Node
    from kb.review.layout import place

    text = "</details><script>alert(1)</script><img src=x onerror=alert(1)>"
    nodes = (Node("a", "concept", text, text, main=True), Node("b", "aspect", "*B*"))
    concept_list.show("daftar", place(ConceptMap(text, "overview", nodes, (Edge("a", "b", text, stated=True),))))


def started(script: object) -> AppTest:
    test = AppTest.from_function(script, default_timeout=20).run()  # type: ignore[arg-type]
    assert not test.exception
    return test


def html_of(test: AppTest) -> str:
    return "".join(element.proto.body for element in test.get("html"))


def test_what_was_clicked_is_returned_and_stays() -> None:
    test = started(page)
    assert test.text[0].value == "dipilih: None"
    test.session_state["peta"] = {"selected": "konsep-kemiskinan"}
    assert test.run().text[0].value == "dipilih: konsep-kemiskinan"
    assert test.run().text[0].value == "dipilih: konsep-kemiskinan"


def test_an_id_that_the_map_does_not_hold_chooses_nothing() -> None:
    test = started(page)
    test.session_state["peta"] = {"selected": "konsep-lain"}
    assert test.run().text[0].value == "dipilih: None"


def test_the_page_s_own_choice_wins_once_the_click_is_old() -> None:
    test = started(page)
    test.session_state["peta"] = {"selected": "konsep-kemiskinan"}
    test.run()
    test.session_state["wanted"] = "konsep-home-industry"
    assert test.run().text[0].value == "dipilih: konsep-home-industry"


def test_list_has_every_term_by_kind_with_its_relations() -> None:
    body = html_of(started(page))
    assert "<h3>Penelitian terdahulu (3)</h3>" in body
    assert "<summary>Jejaring sosial (2)</summary>" in body
    assert "<li>termasuk → Jejaring sosial</li>" in body
    assert "<i>Purpose</i>" in body


def test_hostile_text_in_the_list_is_text() -> None:
    body = html_of(started(hostile))
    assert "<script" not in body
    assert "<img" not in body
    assert "&lt;img" in body
