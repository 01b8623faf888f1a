"""Links to pages: one thing, one page, one stable address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from app import session
from app.pages import ADDRESSES

PARAMETERS = {
    "concepts": "konsep",
    "studies": "studi",
    "study_form": "studi",
    "definitions": "pengertian",
    "draft": "baris",
    "search": "kata",
    "works": "karya",
    "people": "tokoh",
    "definition_form": "pengertian",
    "concept_form": "konsep",
    "work_form": "karya",
}
"""View -> the parameter that names its thing."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!:$<>~|])")


def to(name: str, identifier: str | int, label: str, icon: str | None = None, parameter: str = "") -> None:
    """A link to the page of one thing; `parameter` where the page has things of more than one kind."""
    asked = {parameter or PARAMETERS[name]: str(identifier)}
    st.page_link(session.page(name), label=label, icon=icon, width="stretch", query_params=asked)


def to_form(name: str, label: str, key: str, **parameters: str) -> None:
    """A link to a form, for the thing that the parameters name or for a new one."""
    icon = ":material/edit:" if PARAMETERS[name] in parameters else ":material/add:"
    with st.container(key=f"form-link-{key}", width="content"):
        st.page_link(session.page(name), label=label, icon=icon, query_params=parameters)


def to_page(name: str, label: str, icon: str | None = None) -> None:
    """A link to a page as a whole."""
    st.page_link(session.page(name), label=label, icon=icon, width="stretch")


def empty(message: str, **doors: str) -> None:
    """Where a page has nothing to show yet: why, and the pages (view=words) where that changes."""
    st.info(message)
    with st.container(horizontal=True):
        for name, words in doors.items():
            st.page_link(session.page(name), label=words, icon=":material/arrow_forward:")


def address(name: str, identifier: str, parameter: str = "") -> str:
    """The address of the page of one thing, for links in tables; it carries the language that was chosen here."""
    asked = {parameter or PARAMETERS[name]: identifier}
    if session.LANGUAGE in st.session_state:
        asked[session.LANGUAGE] = session.language()
    return f"{ADDRESSES[name]}?{urlencode(asked)}"


def several(targets: Mapping[str, tuple[str, dict[str, str], str]], *, marked: bool = False) -> None:
    """A list of links: each a view, its parameters and its words, which are Markdown only where `marked` says so."""
    for name, parameters, label in targets.values():
        words = label if marked else plain(label)
        st.page_link(session.page(name), label=words, width="stretch", query_params=parameters)


def choose(parameter: str, options: dict[str, str], label: str, empty: str) -> str | None:
    """A choice whose only truth is the link: shows the thing that `?parameter=` names; unknown ids say so."""
    wanted = st.query_params.get(parameter)
    if wanted and wanted not in options:
        st.warning(empty, icon=":material/search_off:")
        wanted = None
    key = f"choose-{parameter}"
    st.session_state[key] = wanted

    def follow() -> None:
        picked = st.session_state[key]
        if picked:
            st.query_params[parameter] = picked
        elif parameter in st.query_params:
            del st.query_params[parameter]

    st.selectbox(
        label, list(options), index=None, format_func=options.get, key=key, on_change=follow, placeholder=label
    )
    return wanted


def pills(parameter: str, options: dict[str, str], label: str) -> str | None:
    """One of a few, or none, whose only truth is the link."""
    wanted = st.query_params.get(parameter)
    key = f"pills-{parameter}"
    st.session_state[key] = wanted if wanted in options else None

    def follow() -> None:
        st.query_params.pop("halaman", None)
        if st.session_state[key]:
            st.query_params[parameter] = st.session_state[key]
        else:
            st.query_params.pop(parameter, None)

    st.pills(label, list(options), format_func=options.get, key=key, on_change=follow)
    return st.session_state[key] if wanted in options else None


def plain(label: str) -> str:
    """A label of which Streamlit makes no Markdown."""
    return _MARKDOWN.sub(r"\\\1", label)
