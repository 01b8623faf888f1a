"""Everything at once on pyvis's own vis-network: the library and the map go to the browser once, a click sends an id."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import streamlit as st

from app.components import concept_map
from kb.model.concept_map import PlacedMap

_FOLDER = Path(__file__).parent / "frontend"
_LIBRARY = Path("lib", "vis-9.1.2", "vis-network.min.js")


def _text(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def library_text() -> str:
    """vis-network as it lies in the installed pyvis, found without running pyvis."""
    found = find_spec("pyvis")
    assert found and found.submodule_search_locations, "pyvis is not installed"
    return (Path(found.submodule_search_locations[0]) / _LIBRARY).read_text("utf-8")


_LOADER = st.components.v2.component("kajian_vis_loader", js=f"{library_text()}\n{_text('vis_loader.js')}")
_STORE = st.components.v2.component("kajian_map_store", js=_text("map_store.js"))
_MAP = st.components.v2.component(
    "kajian_explore_map",
    html=_text("explore_map.html"),
    css=_text("concept_map.css") + _text("explore_map.css"),
    js=_text("explore_map.js"),
)


def show(key: str, placed: PlacedMap, selected: str | None = None, *, height: int = 620) -> str | None:
    """Draw the map with `selected` lit; the id chosen since the last run, else `selected`.

    Library and map are components without a changing part, which Streamlit sends again only as a reference.
    """
    drawing = concept_map.drawing(placed)
    with st.container(gap=None):
        _LOADER(key="vis-network")
        _STORE(key=f"{key}:map", data={"map": drawing["map"], "revision": drawing["revision"]})
        result = _MAP(
            key=key,
            data={"revision": drawing["revision"], "selected": selected, "height": height},
            default={"selected": selected},
            on_selected_change=lambda: None,
        )
    return concept_map.chosen(key, placed, selected, result.get("selected"))
