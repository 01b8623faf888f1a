"""What a page says when something went wrong that nobody foresaw: in the person's language, with the log's place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from app import session
from kb.errors import KajianError
from kb.locale import error_text
from kb.store.log import note_failure


@contextmanager
def told(page: str) -> Iterator[None]:
    """Note the failure of this page, say so, and let it go on to the server, which leaves the page as it is."""
    try:
        yield
    except Exception as wrong:
        log = note_failure(f"app {page or '/'}", wrong)
        found = wrong if isinstance(wrong, KajianError) else KajianError("unforeseen-page", log=log)
        st.error(error_text(found, _language()))
        raise


def _language() -> str:
    try:
        return session.language()
    except KajianError:  # the project itself is what went wrong
        return "id"
