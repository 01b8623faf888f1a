"""The concept map as a component: fixed places, pan and zoom, click and keyboard; says which node was chosen."""

from __future__ import annotations

import hashlib
import json
from collections import deque
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
_RECENT: deque[tuple[PlacedMap, dict[str, Any]]] = deque(maxlen=8)


def show(key: str, placed: PlacedMap, selected: str | None = None, *, height: int = 620) -> str | None:
    """Draw the map with `selected` lit; the id chosen since the last run, else `selected`.

    The browser keeps the drawing as long as the map is the same, so zoom and place survive a rerun.
    """
    data = {**drawing(placed), "selected": selected, "height": height}
    result = _COMPONENT(key=key, data=data, default={"selected": selected}, on_selected_change=lambda: None)
    return chosen(key, placed, selected, result.get("selected"))


def chosen(key: str, placed: PlacedMap, selected: str | None, own: str | None) -> str | None:
    """The node that counts: what was clicked when it is news (`own`), else the page's own choice."""
    seen = f"{key}:seen"
    own = own if own in placed.boxes else None
    if own != st.session_state.setdefault(seen, selected):
        st.session_state[seen] = own
        return own
    return own if selected is None else selected


def drawing(placed: PlacedMap) -> dict[str, Any]:
    """The map as the browser takes it, made once for as long as the same placed map comes back."""
    for known, ready in tuple(_RECENT):
        if known is placed:
            return ready
    content: dict[str, Any] = {"map": payload(placed, placed.map.language), "numbers": numbered(placed)}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    made = {**content, "revision": hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]}
    _RECENT.append((placed, made))
    return made
