"""The form of a work: the fields of its type on the left, the printed entry on the right."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import cited_as, prose
from app.components.form import Check, Form, Load, Save
from kb.editing.checking import told
from kb.editing.rebase import Fields
from kb.editing.work_fields import PREFIX, of_form, shown_fields, work_fields, work_of
from kb.editing.work_types import TYPES, type_like
from kb.editing.works import entry_of, save_work, work_faults, written_work
from kb.editing.written import WrittenWork
from kb.errors import InputError, KajianError
from kb.locale import error_text
from kb.store.bibliography_entry import NAME_FIELDS
from kb.store.library import Library
from kb.store.save import Saved


def roads(key: str | None) -> tuple[Load, Check, Save]:
    """How an entry is read, checked and saved."""

    def held(library: Library) -> WrittenWork | None:
        try:
            return written_work(library, key) if key else None
        except InputError:
            return None

    def load(library: Library) -> Fields | None:
        found = held(library)
        if found is None and key:
            return None
        return work_fields(found or WrittenWork("article", {}))

    def check(library: Library, values: Fields) -> dict[str, str]:
        old = held(library)
        return told(of_form(work_faults(library, work_of(values, old), old)), session.language())

    def save(library: Library, base: Fields, values: Fields) -> tuple[Saved, str]:
        kept = save_work(library, work_of(values, held(library)), key, "app")
        return kept.saved, kept.id

    return load, check, save


def show(form: Form, opened: Library, key: str | None) -> None:
    """All fields, and beside them the printed entry."""
    _ = session.words()
    left, right = st.columns([3, 2], gap="large")
    with left:
        kind = form.choice("type", _("Jenis karya"), type_names())
        own, others = shown_fields(kind, form.values)
        for name in own:
            _field(form, name, needed=name in type_like(kind).needed)
        if others:
            with st.expander(f"{_('Bidang lain')} ({len(others)})"):
                for name in others:
                    _field(form, name, needed=False)
        if key is None:
            form.text("key", _("Kunci"), help=_("Boleh kosong: lalu dibentuk dari penulis, tahun, dan judul."))
    with right, cited_as.beside():
        _printed(form, opened, key)


def _field(form: Form, name: str, *, needed: bool) -> None:
    _ = session.words()
    label = field_names().get(name, name) + ("" if needed else f" ({_('boleh kosong')})")
    if name in NAME_FIELDS:
        form.long_text(
            PREFIX + name, label, height=90, placeholder=_("satu orang satu baris: Nama Belakang, Nama Depan")
        )
    else:
        form.text(PREFIX + name, label)


def _printed(form: Form, opened: Library, key: str | None) -> None:
    _ = session.words()
    st.header(_("Tercetak sebagai"))
    work = work_of(form.values, written_work(opened, key) if key and not form.state.gone else None)
    entry = entry_of(opened, work)
    if entry is None or not entry.fields.get("title"):
        prose.note(_("Isi judulnya; entrinya lalu tampil di sini."))
        return
    try:
        ways = session.ways_of_entries((entry,))[entry.key]
    except KajianError as refused:
        st.warning(prose.escaped(error_text(refused, session.language())))
        return
    cited_as.show(ways, f"{form.state.key}-printed")


def type_names() -> dict[str, str]:
    """Types of works as a person calls them."""
    _ = session.words()
    names = {
        "article": _("artikel jurnal"), "book": _("buku"), "incollection": _("bab dalam buku"),
        "inproceedings": _("makalah prosiding"), "thesis": _("skripsi, tesis, disertasi"), "report": _("laporan"),
        "legislation": _("undang-undang, peraturan"), "online": _("halaman web"), "misc": _("lain-lain"),
    }  # fmt: skip
    return {name: names.get(name, name) for name in TYPES}


def field_names() -> dict[str, str]:
    """Fields of the bibliography as a person calls them."""
    _ = session.words()
    return {
        "author": _("Penulis"), "editor": _("Penyunting"), "translator": _("Penerjemah"), "year": _("Tahun"),
        "title": _("Judul"), "journal": _("Nama jurnal"), "booktitle": _("Judul buku atau prosiding"),
        "publisher": _("Penerbit"), "school": _("Perguruan tinggi"), "institution": _("Lembaga"),
        "type": _("Jenis (Skripsi, Tesis, …)"), "volume": _("Volume"), "number": _("Nomor"), "pages": _("Halaman"),
        "edition": _("Edisi"), "address": _("Kota"), "doi": "DOI", "url": _("Alamat web"), "isbn": "ISBN",
        "urldate": _("Tanggal diakses"), "howpublished": _("Cara terbit"), "note": _("Catatan"), "date": _("Tanggal"),
    }  # fmt: skip
