"""What the pages share: the opened project, the language, and the only use of Streamlit's caches and state keys."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from app import shelf
from app.pages import ADDRESSES, start_page, tree
from kb.citing.csl_files import find_style
from kb.citing.ways import Ways, ways_of, ways_of_works
from kb.errors import ProjectError
from kb.locale import LANGUAGES, Translator, translator
from kb.model.definition import Attribution
from kb.model.hit import Found
from kb.model.profile import Profile
from kb.queries.search import search
from kb.store.bibliography_entry import Entry
from kb.store.configuration import Configuration
from kb.store.derived import Derived
from kb.store.freshness import settings, signature
from kb.store.library import Library
from kb.store.lock import being_written
from kb.store.profiles import project_profile
from kb.store.save import saves_of_thread

Answer = TypeVar("Answer")
LANGUAGE, PROJECT, PAGES, SEEN = "bahasa", "proyek", "halaman", "terlihat"
_PATIENCE, _PAUSE = 0.2, 0.004
"""Seconds that a page waits for saves at most, and between two looks."""
_thread = threading.local()


def root() -> Path:
    """The folder of the project that this window shows; a new window, or a page loaded anew, shows the last one opened."""
    if PROJECT not in st.session_state:
        st.session_state[PROJECT] = os.environ.get("KAJIAN_PROJECT") or os.getcwd()
    return Path(st.session_state[PROJECT])


def open_root(folder: Path) -> None:
    """Show another project in this window, and in those opened from now on."""
    st.session_state[PROJECT] = os.environ["KAJIAN_PROJECT"] = str(folder)


@dataclass
class _Drawing:
    """What a page that is being drawn asked for: it stays so to the page's end."""

    projects: dict[Path, Library] = field(default_factory=dict)
    language: str = ""


@contextmanager
def one_state() -> Iterator[None]:
    """All of a page shows the project in one state, asked of the disk once; buttons' actions stand outside and ask anew."""
    _note_saves()
    _let_saves_pass()
    _thread.drawing = _Drawing()
    try:
        yield
    finally:
        _thread.drawing = None
        _note_saves()


def _drawing() -> _Drawing | None:
    return getattr(_thread, "drawing", None)


def library() -> Library:
    """The project as it is on disk now; opened again only when a file changed, by one window for all that wait for it.

    To a page that is drawn while another window opens what was saved meanwhile, the last opening is good enough.
    """
    folder, drawing = root(), _drawing()
    if drawing is None:
        return _seen(shelf.current(folder))
    if folder not in drawing.projects:
        least = st.session_state.get(SEEN, 0.0)
        drawing.projects[folder] = _seen(shelf.recent(folder, least) or shelf.current(folder))
    return drawing.projects[folder]


def _seen(opened: shelf.Opened) -> Library:
    st.session_state[SEEN] = max(opened.began, st.session_state.get(SEEN, 0.0))
    return opened.library


def _note_saves() -> None:
    """What this window saved, it sees: nothing that was opened before is good enough for it any more."""
    done = saves_of_thread()
    if done != getattr(_thread, "saves", 0):
        _thread.saves, st.session_state[SEEN] = done, time.monotonic()


def _let_saves_pass() -> None:
    """A page is drawn after the saves under way: twenty that are drawn meanwhile hold up the one for which others wait."""
    folder, until = Path(os.path.realpath(root())), time.monotonic() + _PATIENCE
    while being_written(folder) and time.monotonic() < until:
        time.sleep(_PAUSE)


def _configuration() -> Configuration:
    folder, drawing = root(), _drawing()
    return drawing.projects[folder].configuration if drawing and folder in drawing.projects else settings(folder)


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
        _configuration()
    except ProjectError:
        return False
    return True


def language() -> str:
    """The language of the screen: chosen here, asked for by the link, else the project's."""
    drawing = _drawing()
    if drawing is None:
        return _language()
    drawing.language = drawing.language or _language()
    return drawing.language


def _language() -> str:
    chosen = st.session_state.get(LANGUAGE) or st.query_params.get(LANGUAGE) or os.environ.get("KAJIAN_LANG")
    if chosen in LANGUAGES:
        return str(chosen)
    return _configuration().language if has_project() else "id"


def words() -> Translator:
    """The translator of the screen's language."""
    return translator(language())


def profile() -> Profile:
    """The campus's form of the project."""
    return project_profile(library().configuration)


def pages() -> dict[str, list[StreamlitPage]]:
    """The pages by group of the sidebar, made once for each window and language: making them asks the disk for each."""
    if not has_project():
        return {"": [start_page(words())]}
    held = st.session_state.get(PAGES)
    if held is None or held[0] != language():
        held = st.session_state[PAGES] = (language(), tree(words()))
    found: dict[str, list[StreamlitPage]] = held[1]
    return found


def page(name: str) -> StreamlitPage:
    """The page of a view, for links; a path in its place would be looked up on the disk for each link."""
    return next(page for group in pages().values() for page in group if page.url_path == ADDRESSES[name])


def chosen(parameter: str) -> str | None:
    """The id that the link names, e.g. `?studi=studi-x`."""
    return st.query_params.get(parameter)


def ways(attributions: tuple[Attribution, ...]) -> tuple[Ways, ...]:
    """Every way in which chains are cited in the campus's style, and the entries of what was read.

    Not in Streamlit's cache, which lets one window at a time make what it does not hold yet; what citeproc made before
    comes from beside the project.
    """
    opened = library()
    style = find_style(profile().citation_style, opened.root)
    return ways_of(attributions, opened.bibliography.entries, style, language(), Derived(opened.root))


def ways_of_entries(entries: tuple[Entry, ...]) -> dict[str, Ways]:
    """The same for works cited on their own."""
    opened = library()
    return ways_of_works(entries, find_style(profile().citation_style, opened.root), language(), Derived(opened.root))
