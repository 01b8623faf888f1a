"""The map of everything on vis-network, without a browser: what is sent once, what a click sends, what it opens."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from app.components import explore_map


def page() -> None:
    import streamlit as st

    from app.components import explore_map
    from kb.review.layout import place
    from tests.review import sample_map

    placed = st.session_state.setdefault("placed", place(sample_map.explore(), True))
    st.text(f"dipilih: {explore_map.show('peta', placed, st.session_state.get('wanted'))}")


def started() -> AppTest:
    test = AppTest.from_function(page, default_timeout=20).run()
    assert not test.exception
    return test


def sent(test: AppTest) -> dict[str, str]:
    return {element.proto.component_name: str(element.proto) for element in test.get("bidi_component")}


def test_a_click_is_returned_and_an_unknown_id_chooses_nothing() -> None:
    test = started()
    assert test.text[0].value == "dipilih: None"
    test.session_state["peta"] = {"selected": "konsep-kemiskinan"}
    assert test.run().text[0].value == "dipilih: konsep-kemiskinan"
    test.session_state["peta"] = {"selected": "konsep-lain"}
    assert test.run().text[0].value == "dipilih: None"


def test_the_page_s_own_choice_wins_once_the_click_is_old() -> None:
    test = started()
    test.session_state["peta"] = {"selected": "konsep-kemiskinan"}
    test.run()
    test.session_state["wanted"] = "konsep-home-industry"
    assert test.run().text[0].value == "dipilih: konsep-home-industry"


def test_a_click_changes_neither_the_library_nor_the_map_and_sends_little() -> None:
    test = started()
    before = sent(test)
    test.session_state["wanted"] = "konsep-kemiskinan"
    after = sent(test.run())
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == ["kajian_explore_map"]
    assert len(after["kajian_explore_map"].encode()) < 40_000


def test_the_library_is_pyvis_s_own_with_its_licence_and_fetches_nothing() -> None:
    text = explore_map.library_text()
    assert "@version 9.1.2" in text[:2000]
    assert "@license" in text[:2000]
    assert not re.search(r"\bimport\s*\(|importScripts|XMLHttpRequest|\bfetch\s*\(", text)
