"""The chapter and its findings side by side: filters, search, and the way from each to the other, in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from app import session

_FOLDER = Path(__file__).parent / "frontend"
_COMPONENT = st.components.v2.component(
    "kajian_audit_view",
    **{kind: (_FOLDER / f"audit_view.{kind}").read_text("utf-8") for kind in ("html", "css", "js")},
)


def show(key: str, drawing: dict[str, Any], revision: str) -> None:
    """Draw what `kb.outputs.audit_payload` made; with the same revision the browser keeps place and filters."""
    _ = session.words()
    words = {
        "findings": _("Catatan pemeriksaan"),
        "text": _("Naskah"),
        "search": _("Cari dalam catatan"),
        "all_checks": _("Semua pemeriksaan"),
        "check": _("Pemeriksaan"),
        "none": _("Tidak ada catatan yang cocok dengan saringan ini."),
        "clean": _("Tidak ada catatan pemeriksaan."),
        "to_text": _("Ke naskah"),
        "to_finding": _("Ke catatan"),
        "also": _("Juga"),
        "more": _("{count} tempat lain"),
        "outside": _("di luar naskah"),
        "shown": _("{shown} dari {all} catatan"),
        "line": _("baris"),
    }
    data = {"drawing": drawing, "revision": revision, "words": words, "language": session.language()}
    _COMPONENT(key=key, data=data)
