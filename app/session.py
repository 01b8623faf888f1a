"""What the pages share: the opened project, the language, and the only use of Streamlit's caches and state keys."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import streamlit as st
from streamlit.navigation.page import StreamlitPage

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
from kb.store.freshness import Signature, settings, signature
from kb.store.library import Library
from kb.store.profiles import project_profile
from kb.store.project import open_project
from kb.store.save import saves_of_thread

Answer = TypeVar("Answer")
LANGUAGE, PROJECT, PAGES, SEEN = "bahasa", "proyek", "halaman", "terlihat"
_MOMENT = 1.0
_MOST = 4
_shelf: dict[Path, _Opened] = {}
_opening = threading.Lock()
_drawn = threading.local()
"""Of this process, not Streamlit's cache: that opens the project once for each state of its files that some window saw,
one after the other, although all windows want the last alone."""


def root() -> Path:
    """The folder of the project that this window shows; a new window, or a page loaded anew, shows the last one opened."""
    if PROJECT not in st.session_state:
        st.session_state[PROJECT] = os.environ.get("KAJIAN_PROJECT") or os.getcwd()
    return Path(st.session_state[PROJECT])


def open_root(folder: Path) -> None:
    """Show another project in this window, and in those opened from now on."""
    st.session_state[PROJECT] = os.environ["KAJIAN_PROJECT"] = str(folder)


@contextmanager
def one_state() -> Iterator[None]:
    """All of a page shows the project in one state, asked of the disk once; buttons' actions stand outside and ask anew."""
    _note_saves()
    _drawn.held = {}
    try:
        yield
    finally:
        _drawn.held = None
        _note_saves()


def library() -> Library:
    """The project as it is on disk now; opened again only when a file changed, by one window for all that wait for it.

    To a page that is drawn while another window opens what was saved meanwhile, the last opening is good enough.
    """
    folder, drawn = root(), getattr(_drawn, "held", None)
    if drawn is None:
        return _seen(_current(folder))
    if folder not in drawn:
        drawn[folder] = _seen(_recent(folder) or _current(folder))
    found: Library = drawn[folder]
    return found


def _seen(opened: _Opened) -> Library:
    st.session_state[SEEN] = max(opened.began, st.session_state.get(SEEN, 0.0))
    return opened.library


def _note_saves() -> None:
    """What this window saved, it sees: nothing that was opened before is good enough for it any more."""
    done = saves_of_thread()
    if done != getattr(_drawn, "saves", 0):
        _drawn.saves, st.session_state[SEEN] = done, time.monotonic()


def _recent(folder: Path) -> _Opened | None:
    """The last opening while another is under way, if it is a moment old and not older than what this window has seen."""
    held = _shelf.get(folder)
    if held is None or not _opening.locked():
        return None
    return held if held.began >= max(st.session_state.get(SEEN, 0.0), time.monotonic() - _MOMENT) else None


def _current(folder: Path) -> _Opened:
    asked, held = time.monotonic(), _shelf.get(folder)
    if held is None or held.stamp != signature(folder):
        with _opening:
            held = _shelf.get(folder)
            # what another window began to open after this one asked is new enough, whatever was saved since
            if held is None or held.began < asked:
                held = _shelf[folder] = _opened(folder, held)
                for other in list(_shelf)[:-_MOST]:
                    del _shelf[other]
    return held


def _configuration() -> Configuration:
    drawn = getattr(_drawn, "held", None) or {}
    return drawn[root()].configuration if root() in drawn else settings(root())


@dataclass(frozen=True)
class _Opened:
    began: float
    stamp: Signature
    library: Library


def _opened(folder: Path, held: _Opened | None) -> _Opened:
    began, stamp = time.monotonic(), signature(folder)
    before = held.library if held else None
    same = held is not None and held.stamp == stamp
    return _Opened(began, stamp, before if before and same else open_project(folder, before))


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
