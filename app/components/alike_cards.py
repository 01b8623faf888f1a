"""What may be one: both sides, what speaks for it, and the two answers; each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import after_save, links, paging, prose
from kb.citing.evidence_words import evidence_line
from kb.editing.merging import merge
from kb.editing.splitting import split
from kb.errors import KajianError
from kb.locale import error_text
from kb.model.identification import Candidate


def show(candidates: Sequence[Candidate]) -> None:
    """Every candidate, the works first."""
    _ = session.words()
    if not candidates:
        st.success(_("Tidak ada karya atau ejaan yang tampak sama."))
        return
    prose.note(
        _(
            "Kajian hanya menawarkan. Kemiripan huruf saja tidak pernah menggabungkan apa pun; setiap entri dan ejaan tetap tersimpan."
        )
    )
    for candidate in paging.part(candidates, 20, "alike"):
        card(candidate)


def card(candidate: Candidate) -> None:
    """One of them."""
    _ = session.words()
    language, key = session.language(), "-".join(candidate.things)
    with st.container(border=True, key=f"alike-{key}"):
        certainty = _("sangat mungkin satu") if candidate.certainty == "probable" else _("mungkin satu")
        st.markdown(f"**{prose.escaped(' / '.join(candidate.names))}** — {certainty}")
        for line in dict.fromkeys(evidence_line(each, language) for each in candidate.evidence):
            prose.paragraph(f"· {line}")
        names = dict(zip(candidate.things, candidate.names, strict=True))
        stands = _standing(candidate, names, key)
        with st.container(horizontal=True):
            st.button(
                _("Gabungkan"), key=f"merge-{key}", icon=":material/merge:", type="primary",
                on_click=_merge, args=(stands, *(thing for thing in candidate.things if thing != stands)),
            )  # fmt: skip
            for other in candidate.things[1:]:
                label = _("Bukan satu") if len(candidate.things) == 2 else f"{_('Bukan')} {names[other]}"
                st.button(
                    links.plain(label), key=f"split-{key}-{other}", icon=":material/call_split:",
                    on_click=split_apart, args=(candidate.things[0], other),
                )  # fmt: skip


def _standing(candidate: Candidate, names: dict[str, str], key: str) -> str:
    """Whose name or facts are printed; a body beside a work has no choice to make."""
    _ = session.words()
    mixed = candidate.kind == "works" and any(thing.startswith("tokoh-") for thing in candidate.things)
    if mixed:
        return candidate.things[0]
    label = _("Data yang dipakai") if candidate.kind == "works" else _("Nama yang dipakai")
    chosen = st.radio(
        label,
        candidate.things,
        format_func=lambda thing: links.plain(_told(candidate, names, thing)),
        key=f"stands-{key}",
        horizontal=True,
    )
    return str(chosen)


def _told(candidate: Candidate, names: dict[str, str], thing: str) -> str:
    return f"{names[thing]} [{thing}]" if candidate.kind == "works" else names[thing]


def _merge(*things: str) -> None:
    _save(lambda: merge(session.library(), things, "app"))


def split_apart(one: str, other: str) -> None:
    """Say that two are two, as a save."""
    _save(lambda: split(session.library(), one, other, "app"))


def _save(change) -> None:  # type: ignore[no-untyped-def]
    try:
        after_save.saved(change())
    except KajianError as stopped:
        after_save.refused(error_text(stopped, session.language()))
