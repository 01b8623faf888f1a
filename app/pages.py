"""The pages of the app, each with its stable address."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from kb.locale import Translator, bare

VIEWS = Path(__file__).parent / "views"

ADDRESSES = {
    "home": "",
    "start": "mulai",
    "concepts": "konsep",
    "definitions": "pengertian",
    "studies": "penelitian",
    "study_form": "sunting-penelitian",
    "own_study": "sunting-penelitian-ini",
    "table": "tabel",
    "matrix": "matriks",
    "concept_map": "peta",
    "draft": "naskah",
    "checks": "pemeriksaan",
    "search": "cari",
    "imports": "impor",
    "ask": "tanya",
    "export": "ekspor",
    "settings": "pengaturan",
    "works": "karya",
    "people": "tokoh",
    "definition_form": "sunting-pengertian",
    "concept_form": "sunting-konsep",
    "work_form": "sunting-karya",
}
"""View -> last part of its address; a link once shared keeps working in both languages."""


def view(name: str) -> str:
    """The file of a view, as page links want it."""
    return str(VIEWS / f"{name}.py")


def tree(_: Translator) -> dict[str, list[StreamlitPage]]:
    """Pages by group of the sidebar."""

    def page(name: str, title: str, icon: str, *, default: bool = False, hidden: bool = False) -> StreamlitPage:
        return st.Page(
            view(name), title=bare(title), icon=f":material/{icon}:", url_path=ADDRESSES[name] or None, default=default,
            visibility="hidden" if hidden else "visible",
        )  # fmt: skip

    return {
        "": [
            page("home", _("Beranda"), "home", default=True),
            page("start", _("Mulai"), "rocket_launch", hidden=True),
            page("search", _("Hasil pencarian"), "search", hidden=True),
        ],
        _("Proyek"): [
            page("concepts", _("menu|Konsep"), "hub"),
            page("definitions", _("menu|Pengertian"), "format_quote"),
            page("studies", _("menu|Penelitian terdahulu"), "menu_book"),
            page("works", _("menu|Karya"), "library_books"),
            page("people", _("Tokoh & sumber"), "groups"),
            page("study_form", _("Sunting penelitian"), "edit", hidden=True),
            page("own_study", _("Penelitian ini"), "edit", hidden=True),
            page("draft", _("Naskah"), "article"),
            page("imports", _("Impor"), "upload_file"),
            page("definition_form", _("Sunting pengertian"), "edit", hidden=True),
            page("concept_form", _("Sunting konsep"), "edit", hidden=True),
            page("work_form", _("Sunting karya"), "edit", hidden=True),
        ],
        _("Hasil"): [
            page("table", _("Tabel perbandingan"), "table"),
            page("matrix", _("Matriks aspek"), "grid_on"),
            page("concept_map", _("Peta konsep"), "account_tree"),
            page("ask", _("Tanya"), "contact_support"),
            page("export", _("Ekspor"), "download"),
        ],
        _("Mutu"): [page("checks", _("Pemeriksaan"), "fact_check")],
        _("Lainnya"): [page("settings", _("Pengaturan"), "settings")],
    }


def start_page(_: Translator) -> StreamlitPage:
    """The page that is shown where there is no project yet."""
    return st.Page(view("start"), title=_("Mulai"), icon=":material/rocket_launch:", default=True)
