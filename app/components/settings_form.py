"""The project's form: campus, style, language, tense; each choice is saved at once and can be taken back."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import after_save
from kb.citing.csl_files import style_names
from kb.editing.settings import change_settings
from kb.errors import KajianError
from kb.locale import error_text
from kb.store.profiles import load_profile, profile_names


def show() -> None:
    """One field a setting."""
    _ = session.words()
    opened = session.library()
    own = opened.configuration
    _text("title", _("Judul penelitian"), own.title)
    left, right = st.columns(2)
    with left:
        forms = {name: _title(name) for name in profile_names(opened.root)}
        _choice("profile", _("Format kampus"), forms, own.profile)
        _choice("language", _("Bahasa proyek"), {"id": "Indonesia", "en": "English"}, own.language)
    with right:
        of_campus = load_profile(own.profile, opened.root).citation_style
        styles = {"": f"{_('menurut format kampus')} ({of_campus})"} | {name: name for name in style_names(opened.root)}
        _choice("style", _("Gaya kutipan"), styles, own.style)
        tenses = {"proposal": _("proposal (“akan mengkaji”)"), "finished": _("selesai (“mengkaji”)")}
        _choice("tense", _("Tahap penulisan"), tenses, own.tense)


def _title(name: str) -> str:
    try:
        return load_profile(name, session.library().root).title or name
    except KajianError:
        return name


def _text(key: str, label: str, now: str) -> None:
    st.session_state[f"setting-{key}"] = now
    st.text_input(label, key=f"setting-{key}", on_change=_save, args=(key,))


def _choice(key: str, label: str, options: dict[str, str], now: str) -> None:
    known = options if now in options else {now: now, **options}
    st.session_state[f"setting-{key}"] = now
    st.selectbox(label, list(known), format_func=known.get, key=f"setting-{key}", on_change=_save, args=(key,))


def _save(key: str) -> None:
    try:
        after_save.saved(change_settings(session.root(), {key: st.session_state[f"setting-{key}"] or ""}))
    except (KajianError, OSError) as stopped:
        words = error_text(stopped, session.language()) if isinstance(stopped, KajianError) else str(stopped)
        after_save.refused(words)
