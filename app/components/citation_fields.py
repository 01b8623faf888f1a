"""The chain of a citation as fields: who said it, where, and what it was "dikutip dalam"."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app import session
from app.components.form import Form
from app.components.form_state import FormState
from kb.citing.chains import TERMS, cite_work
from kb.editing.definition_fields import MOST_HOPS
from kb.locale import fill
from kb.queries.people import people
from kb.queries.works import works_by_key
from kb.store.library import Library


def show(form: Form, opened: Library, prefix: str = "") -> None:
    """All hops, the originator first; their number is a field of its own."""
    _ = session.words()
    held = str(form.values.get(f"{prefix}hops", "0"))
    count = form.choice(
        f"{prefix}hops", _("Sumbernya"), _depths(max(MOST_HOPS, int(held) if held.isdigit() else 0)),
        help=_("“Dikutip dalam”: Anda tidak membaca karya tokoh itu sendiri, tetapi karya lain yang mengutipnya."),
    )  # fmt: skip
    works = {"": _("belum ada dalam daftar pustaka")} | _work_labels(opened)
    names = {person.id: person.name for person in people(opened).values()}
    spelled = {person.id: (person.name, *person.spellings) for person in people(opened).values()}
    for place in range(int(count)):
        with st.container(border=True, key=f"{form.state.key}/{prefix}hop-{place}"):
            st.markdown(f"**{_title(place, int(count))}**")
            _hop(form, f"{prefix}hop.{place}", works, names, spelled)
    if count != "0":
        form.text(
            f"{prefix}printed", _("Rujukan seperti tertulis dalam naskah"), placeholder="(Nama, 2007) dalam Nama Lain",
            help=_("Boleh kosong: lalu dibentuk dari isian di atas."),
        )  # fmt: skip


def _depths(most: int) -> dict[str, str]:
    _ = session.words()
    found = {"0": _("tanpa rujukan"), "1": _("dibaca langsung"), "2": _("dikutip dalam karya lain")}
    for count in range(3, most + 1):
        found[str(count)] = fill(_("dikutip melalui {count} karya berturut-turut"), {"count": count - 1})
    return found


def _title(place: int, count: int) -> str:
    _ = session.words()
    if place == 0:
        return _("Tokoh yang mengemukakan")
    return _("Dikutip dalam (sumber yang Anda baca)") if place == count - 1 else _("Dikutip dalam")


def _hop(
    form: Form, stem: str, works: Mapping[str, str], names: Mapping[str, str], spelled: Mapping[str, tuple[str, ...]]
) -> None:
    _ = session.words()
    work = form.choice(f"{stem}.work", _("Karya dalam daftar pustaka"), works)
    if work and not form.values.get(f"{stem}.people") and not form.values.get(f"{stem}.year"):
        st.button(
            _("Isi tokoh dan tahun dari karya ini"), key=f"{form.state.key}/{stem}:fill", icon=":material/auto_fix_high:",
            type="tertiary", on_click=_from_work, args=(form.state, stem, work),
        )  # fmt: skip
    form.several(
        f"{stem}.people", _("Tokoh atau lembaga"), names, spelled, placeholder=_("pilih, atau ketik nama baru")
    )
    left, middle, right = st.columns([2, 1, 1])
    with left:
        form.text(f"{stem}.name", _("Nama seperti tertulis"))
    with middle:
        form.text(f"{stem}.year", _("Tahun tertulis"))
    with right:
        form.text(f"{stem}.locator", _("Halaman"))
    if work:
        certain = {"certain": _("pasti"), "probable": _("sangat mungkin"), "possible": _("mungkin")}
        form.choice(f"{stem}.certainty", _("Seberapa pasti karya ini yang dimaksud"), certain)


def _from_work(state: FormState, stem: str, key: str) -> None:
    found = works_by_key(state.library).get(key)
    if found is None:
        return
    known = {person.name.casefold(): person.id for person in people(state.library).values()}
    by_work = {key: person.id for person in people(state.library).values() for key in person.works}
    whole = [
        f"{author.given} {author.family}" if author.given and author.family else author.name for author in found.authors
    ]
    one = [by_work[key]] if key in by_work and len(whole) == 1 else []
    state.type(f"{stem}.people", one or [known.get(name.casefold(), name) for name in whole])
    state.type(f"{stem}.year", found.year or "")


def _work_labels(opened: Library) -> dict[str, str]:
    terms = TERMS[session.language()]
    return {key: f"{cite_work(work, terms)} — {(work.title or key)[:70]}" for key, work in works_by_key(opened).items()}
