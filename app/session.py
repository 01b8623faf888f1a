"""What the pages share: the opened project, the language, and the only use of Streamlit's caches and state keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from kb.citing.csl_files import find_style
from kb.citing.ways import Ways, ways_of, ways_of_works
from kb.errors import ProjectError
from kb.locale import LANGUAGES, Translator, translator
from kb.model.definition import Attribution
from kb.model.hit import Found
from kb.model.profile import Profile
from kb.queries.search import search
from kb.store.bibliography_entry import Entry
from kb.store.derived import Derived
from kb.store.freshness import Signature, signature
from kb.store.library import Library
from kb.store.profiles import project_profile
from kb.store.project import open_project

Answer = TypeVar("Answer")
LANGUAGE, PROJECT = "bahasa", "proyek"


def root() -> Path:
    """The folder of the project that this window shows; a new window, or a page loaded anew, shows the last one opened."""
    if PROJECT not in st.session_state:
        st.session_state[PROJECT] = os.environ.get("KAJIAN_PROJECT") or os.getcwd()
    return Path(st.session_state[PROJECT])


def open_root(folder: Path) -> None:
    """Show another project in this window, and in those opened from now on."""
    st.session_state[PROJECT] = os.environ["KAJIAN_PROJECT"] = str(folder)


def library() -> Library:
    """The project as it is on disk now; opened again only when a file changed."""
    return _opened(str(root()), signature(root()))


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(folder: str, stamp: Signature) -> Library:
    return open_project(Path(folder))


def found(asked: str, most: int, kind: str | None = None) -> Found:
    """What a search finds, kept for a while: the same words are asked again at each key that is taken back."""
    opened = library()
    return _found(opened.fingerprint, asked, most, kind, language(), opened)


@st.cache_data(max_entries=300, show_spinner=False)
def _found(fingerprint: str, asked: str, most: int, kind: str | None, language: str, _opened: Library) -> Found:
    return search(_opened, asked, most, language, kind)


def kept(name: str, mark: object, make: Callable[[], Answer]) -> Answer:
    """The last answer of that name in this window, made anew when `mark` or the project changed."""
    key, stamp = f"kept:{name}", (mark, signature(root()) if has_project() else None)
    found = st.session_state.get(key)
    if found is None or found[0] != stamp:
        found = st.session_state[key] = (stamp, make())
    answer: Answer = found[1]
    return answer


def has_project() -> bool:
    """Whether there is a project to show."""
    try:
        signature(root())
    except ProjectError:
        return False
    return True


def language() -> str:
    """The language of the screen: chosen here, asked for by the link, else the project's."""
    chosen = st.session_state.get(LANGUAGE) or st.query_params.get(LANGUAGE) or os.environ.get("KAJIAN_LANG")
    if chosen in LANGUAGES:
        return str(chosen)
    return library().configuration.language if has_project() else "id"


def words() -> Translator:
    """The translator of the screen's language."""
    return translator(language())


def profile() -> Profile:
    """The campus's form of the project."""
    return project_profile(library().configuration)


def chosen(parameter: str) -> str | None:
    """The id that the link names, e.g. `?studi=studi-x`."""
    return st.query_params.get(parameter)


def ways(attributions: tuple[Attribution, ...]) -> tuple[Ways, ...]:
    """Every way in which chains are cited in the campus's style, and the entries of what was read."""
    opened = library()
    return _ways(opened.fingerprint, repr(attributions), attributions, profile().citation_style, language(), opened)


@st.cache_data(max_entries=60, show_spinner=False)
def _ways(
    fingerprint: str, asked: str, _attributions: tuple[Attribution, ...], style: str, language: str, _opened: Library
) -> tuple[Ways, ...]:
    found = find_style(style, _opened.root)
    return ways_of(_attributions, _opened.bibliography.entries, found, language, Derived(_opened.root))


def ways_of_entries(entries: tuple[Entry, ...]) -> dict[str, Ways]:
    """The same for works cited on their own."""
    asked = repr([(entry.key, entry.raw, sorted(entry.fields.items())) for entry in entries])
    return _ways_of_entries(asked, entries, profile().citation_style, language(), library())


@st.cache_data(max_entries=60, show_spinner=False)
def _ways_of_entries(
    asked: str, _entries: tuple[Entry, ...], style: str, language: str, _opened: Library
) -> dict[str, Ways]:
    return ways_of_works(_entries, find_style(style, _opened.root), language, Derived(_opened.root))
