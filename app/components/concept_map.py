"""The concept map as a component: fixed places, pan and zoom, click and keyboard; says which node was chosen."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import streamlit as st

from kb.model.concept_map import PlacedMap
from kb.outputs.map_legend import numbered
from kb.outputs.map_payload import payload

_FOLDER = Path(__file__).parent / "frontend"
_COMPONENT = st.components.v2.component(
    "kajian_concept_map",
    **{kind: (_FOLDER / f"concept_map.{kind}").read_text("utf-8") for kind in ("html", "css", "js")},
)


def show(key: str, placed: PlacedMap, selected: str | None = None, *, height: int = 620) -> str | None:
    """Draw the map with `selected` lit; the id chosen since the last run, else `selected`.

    The browser keeps the drawing as long as the map is the same, so zoom and place survive a rerun.
    """
    seen = f"{key}:seen"
    data = {**_drawing(placed), "selected": selected, "height": height}
    result = _COMPONENT(key=key, data=data, default={"selected": selected}, on_selected_change=lambda: None)
    own = result.get("selected")
    if own == st.session_state.setdefault(seen, selected):
        return selected if selected is not None else own
    st.session_state[seen] = own
    return own if own is None or own in placed.boxes else selected


def _drawing(placed: PlacedMap) -> dict[str, Any]:
    drawn = payload(placed, placed.map.language)
    content: dict[str, Any] = {"map": drawn, "numbers": numbered(placed)}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return {**content, "revision": hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]}
