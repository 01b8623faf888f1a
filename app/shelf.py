"""The opened projects that all windows share: each opened anew by one window for all that wait for it.

Of this process, not Streamlit's cache: that opens the project once for each state of its files that some window saw, one
after the other, although all windows want the last alone.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from kb.store.freshness import Signature, signature
from kb.store.library import Library
from kb.store.project import open_project

_MOST = 4
_MOMENT = 1.0
"""Seconds that an opening may be old for a page that is only drawn, while another window opens the next."""
_shelf: dict[Path, Opened] = {}
_opening = threading.Lock()


@dataclass(frozen=True)
class Opened:
    """A project as its files were at the time `began` of the machine's steady clock, in seconds."""

    began: float
    stamp: Signature
    library: Library


def current(folder: Path) -> Opened:
    """The project as it is on disk now; opened again only when a file changed."""
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


def recent(folder: Path, least: float) -> Opened | None:
    """The last opening while another is under way, if it is but a moment old and began after `least`."""
    held = _shelf.get(folder)
    if held is None or not _opening.locked():
        return None
    return held if held.began >= max(least, time.monotonic() - _MOMENT) else None


def _opened(folder: Path, held: Opened | None) -> Opened:
    began, stamp = time.monotonic(), signature(folder)
    before = held.library if held else None
    same = held is not None and held.stamp == stamp
    return Opened(began, stamp, before if before and same else open_project(folder, before))
