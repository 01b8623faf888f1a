"""What can be done with a study: change it, or delete it with what speaks of it alone."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import form, links, prose
from kb.editing.studies import remove_study
from kb.editing.study_options import pointers
from kb.model.study import Study


def show(study: Study) -> None:
    """Sunting, and Hapus for prior studies."""
    _ = session.words()
    with st.container(horizontal=True):
        links.to("study_form", study.id, _("Sunting"), ":material/edit:")
        if study.focal:
            links.to_page("own_study", _("Tahun, konsep utama, aspek"), ":material/tune:")
        else:
            form.delete(
                "studies",
                study.label,
                lambda: _pointers(study),
                lambda library: remove_study(library, study.id),
                study.id,
            )


def _pointers(study: Study) -> list[str]:
    """What goes with a study, and what stays, in words."""
    _ = session.words()
    words = {
        "FacetStatement": _("pernyataan unsur pembanding, ikut terhapus"),
        "Similarity": _("kalimat persamaan, ikut terhapus"),
        "Difference": _("kalimat perbedaan, ikut terhapus"),
        "Review": _("tinjauan yang memuatnya dalam urutan penelitian terdahulu"),
    }
    counts = pointers(session.library(), study.id)
    told = [f"{number} {words.get(kind, prose.escaped(kind))}" for kind, number in counts.items()]
    return [*told, _("Karyanya tetap ada dalam daftar pustaka.")]
