"""What stands around every page: the document's language, the pages by group, the project, the language switch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from app import session
from app.components import links, prose, unsaved_drafts
from kb.locale import fill
from kb.store.form_drafts import form_drafts
from kb.store.history import last_record

_SET_LANGUAGE = """
export default function ({ data }) { document.documentElement.lang = data.language; }
"""
_STYLE = """<style>
[data-testid=stMainBlockContainer]{padding-top:3.5rem;padding-bottom:4rem}
@media (min-width:64rem){[data-testid=stMainBlockContainer]{padding-left:3rem;padding-right:3rem}}
[class*=st-key-count-] strong{display:block;font-size:2rem;line-height:1.25}
.st-key-main-action a{background:light-dark(#1F4E9C,#8AB4F8)}.st-key-main-action a:hover{filter:brightness(1.1)}
.st-key-main-action a *,[data-testid=stBaseButton-primary],[data-testid=stBaseButton-primary] *{color:light-dark(#fff,#101418)!important}
[data-tag],[data-tag] *{color:light-dark(#fff,#101418)!important}
.st-key-pages{gap:.1rem}
[data-testid=stPageLink-NavLink]{height:auto;min-height:1.75rem}
[data-testid=stPageLink-NavLink] :is(span:last-child,span:last-child *){white-space:normal;overflow:visible;overflow-wrap:break-word;word-break:normal}
.st-key-pages h2{font-size:.85rem;font-weight:600;margin:.6rem 0 .1rem;padding:0}
@media print{[data-testid=stSidebar],header,[data-testid=stTextInput],[data-testid=stDownloadButton],.stPopover{display:none!important}}
</style>"""


def document_language(language: str) -> None:
    """Tell the browser the page's language: Streamlit always says English, and browsers then offer to translate."""
    component = st.components.v2.component("kajian_language", html="<span></span>", js=_SET_LANGUAGE)
    component(key="document-language", data={"language": language}, height=1)
    st.html(_STYLE)


def sidebar(tree: Mapping[str, Sequence[StreamlitPage]]) -> None:
    """The project and whether all is saved, the pages, and the language switch at the foot.

    The pages are links of our own: Streamlit's list stands above everything else and is no list to a screen reader.
    """
    _ = session.words()
    opened = session.library()
    with st.sidebar:
        st.markdown(f"**{prose.escaped(opened.configuration.title or opened.root.name)}**")
        if opened.configuration.example:
            prose.note(_("Ini contoh: Bab II tentang jejaring kerja."))
            links.to_page("start", _("Buat proyek saya"), ":material/rocket_launch:")
        _saved()
        unsaved_drafts.show()
        with st.container(key="pages"):
            for group, pages in tree.items():
                if group:
                    st.html(f"<h2>{prose.as_html(group)}</h2>")
                for page in pages:
                    if page.visibility == "visible":
                        st.page_link(page, label=page.title, icon=page.icon, width="stretch")
        st.segmented_control(
            _("Bahasa"),
            ["id", "en"],
            format_func={"id": "Indonesia", "en": "English"}.get,
            default=session.language() if session.LANGUAGE not in st.session_state else None,
            key=session.LANGUAGE,
            required=True,
        )


def _saved() -> None:
    """Whether everything is on the disk; both lines lead to where that can be changed."""
    _ = session.words()
    drafts = len(form_drafts(session.root()))
    last = last_record(session.root())
    if drafts:
        prose.note(fill(_("● {n} isian belum disimpan"), {"n": drafts}))
    words = {"n": last.save, "when": last.when[:16].replace("T", " ")} if last else {}
    label = fill(_("Tersimpan: simpanan {n}, {when}"), words) if last else _("Semua tersimpan")
    links.to_page("settings", label, ":material/cloud_done:" if not drafts else ":material/edit_note:")
