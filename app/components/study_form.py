"""The form of a study: six quick fields with the work, then all facets, sentences and a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app import session
from app.components import pasted_text, prose, study_details
from app.components.form import Form, open_form
from kb.editing.faults import FormError
from kb.editing.rebase import Field, Fields
from kb.editing.studies import add_study, save_study, study_named, written_study
from kb.editing.study_faults import reported_faults, study_faults
from kb.editing.study_fields import new_study_fields, reported_work, study_fields, study_of
from kb.editing.study_options import facet_options, facet_spellings, work_options
from kb.editing.study_works import known_work
from kb.editing.written_study import WrittenStudy
from kb.errors import InputError
from kb.locale import error_text, fill
from kb.model.study import Facet
from kb.queries.facets import facets
from kb.queries.works import works_by_key
from kb.review.similarity import NARRATIVE_FACETS
from kb.store.library import Library
from kb.store.save import Saved

QUICK = ("topic", "approach", "subjects", "location", "theory", "findings")
"""Facets that are enough for a table of prior studies."""


def opened(identifier: str | None) -> Form | None:
    """The form of a study, or of a new one."""

    def load(library: Library) -> dict[str, Field] | None:
        if identifier is None:
            return new_study_fields(library)
        try:
            return study_fields(library, written_study(library, identifier))
        except InputError:
            return None

    def held(library: Library) -> WrittenStudy:
        return written_study(library, identifier) if identifier else WrittenStudy()

    def check(library: Library, values: Fields) -> Mapping[str, str]:
        if identifier and load(library) is None:
            return {}
        faults = study_faults(library, study_of(library, held(library), values), held(library))
        work = reported_work(values)
        if work and identifier is None:
            faults |= reported_faults(library, work)
        return {name: error_text(fault, session.language()) for name, fault in faults.items()}

    def save(library: Library, base: Fields, values: Fields) -> tuple[Saved, str]:
        study = study_of(library, held(library), values)
        try:
            kept = (
                save_study(library, study, identifier)
                if identifier
                else add_study(library, study, reported_work(values))
            )
        except FormError as refused:
            raise InputError(refused.code, **refused.params) from refused
        return kept.saved, kept.id

    return open_form("penelitian", identifier, load, check, save)


def show(form: Form, identifier: str | None, wanted: str | None) -> None:
    """All fields; `wanted` is the facet that a link asked for: it comes first."""
    _ = session.words()
    library = form.state.library
    every = {facet.name: facet for facet in facets(library).values()}
    if wanted in every:
        with st.container(border=True):
            facet_field(form, every[wanted])
    else:
        wanted = None
    if identifier is None:
        _work(form, library)
    pasted_text.show(form)
    for name in QUICK:
        if name in every and name != wanted:
            facet_field(form, every[name])
    others = [facet for name, facet in every.items() if name not in (*QUICK, wanted)]
    with st.expander(_("Unsur lain, kalimat perbandingan, catatan"), icon=":material/unfold_more:"):
        for facet in others:
            facet_field(form, facet)
        focal = identifier is not None and study_named(library, identifier).focal
        if not focal:
            study_details.sentences(form, {name: _title(facet) for name, facet in every.items()})
        if identifier is not None and not focal:
            form.choice("work", _("Karya yang melaporkan"), _works(library, str(form.values.get("work", ""))))
        form.text("label", _("Nama dalam daftar"), placeholder=_("penulis (tahun)"))
        form.long_text("note", _("Catatan Anda"))


def _work(form: Form, library: Library) -> None:
    """Author, title and year of the work, or one of the bibliography."""
    _ = session.words()
    options = _works(library, "")
    if len(options) > 1:
        form.choice("work", _("Karya"), options)
    if form.values.get("work"):
        return
    form.text("authors", _("Penulis"), placeholder=_("nama lengkap; nama lengkap"))
    form.text("title", _("Judul"))
    left, middle, right = st.columns([1, 2, 3])
    with left:
        form.text("year", _("Tahun"), placeholder="2019")
    with middle:
        form.choice("kind", _("Jenis karya"), kinds())
    with right:
        form.text("container", _("Jurnal, prosiding, atau universitas"))
    work = reported_work(form.values)
    known = known_work(library, work) if work else None
    if known:
        words = _("Karya ini sudah ada dalam daftar pustaka ({key}) dan akan dipakai.")
        st.info(prose.escaped(fill(words, {"key": known})), icon=":material/library_books:")


def kinds() -> dict[str, str]:
    """Kinds of works as a student calls them."""
    _ = session.words()
    return {
        "": _("belum tahu"),
        "article": _("artikel jurnal"),
        "skripsi": _("skripsi"),
        "tesis": _("tesis"),
        "disertasi": _("disertasi"),
        "inproceedings": _("makalah prosiding"),
        "book": _("buku"),
        "report": _("laporan"),
    }


def facet_field(form: Form, facet: Facet) -> None:
    """One facet: its values, and the details a click away."""
    _ = session.words()
    library, language = form.state.library, session.language()
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        if facet.name in NARRATIVE_FACETS:
            form.long_text(
                facet.name, _title(facet), help=_("Satu alinea untuk satu pernyataan; pisahkan dengan baris kosong.")
            )
        else:
            options, names = (f(library, facet.name, language) for f in (facet_options, facet_spellings))
            form.several(
                facet.name, _title(facet), options, names, placeholder=_("pilih, atau ketik kata Anda sendiri")
            )
    with right:
        study_details.facet(form, facet.name, _title(facet))


def _title(facet: Facet) -> str:
    label = facet.labels[session.language()]
    return label[:1].upper() + label[1:]


def _works(library: Library, own: str) -> dict[str, str]:
    _ = session.words()
    known: Sequence[str] = tuple(works_by_key(library))
    return {"": _("karya baru")} | dict(work_options(library, own)) if known else {"": _("karya baru")}
