"""The sentences that a study in a form would give, as it stands right now."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import links, prose
from app.components.form import Form
from kb.editing.studies import as_study, written_study
from kb.editing.study_fields import reported_work, study_of
from kb.editing.written_study import WrittenStudy
from kb.queries.studies import focal_study
from kb.review.comparison import previewed_study


def show(form: Form, identifier: str | None) -> None:
    """Persamaan and Perbedaan computed from the fields; what is missing on the student's own side is said."""
    _ = session.words()
    library = form.state.library
    held = written_study(library, identifier) if identifier else WrittenStudy()
    study = as_study(library, study_of(library, held, form.values), reported_work(form.values))
    seen = previewed_study(library, study, session.language())
    st.header(_("Yang akan terhitung"))
    for title, sentences in ((_("Persamaan"), seen.similarities), (_("Perbedaan"), seen.differences)):
        st.markdown(f"**{title}**")
        for sentence in sentences:
            prose.paragraph(sentence.text)
        if not sentences:
            prose.note(_("Belum ada."))
    focal = focal_study(library)
    if focal and not focal.facets:
        st.info(_("Penelitian Anda sendiri belum diisi, jadi belum ada yang dapat dibandingkan."))
        links.to("study_form", focal.id, _("Isi penelitian ini"), ":material/edit:")
