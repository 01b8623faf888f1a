"""The audit of a draft: one of the project's, or a file that is uploaded and looked at, never kept."""

from __future__ import annotations

import streamlit as st

from app import session
from app.components import findings_list, prose
from kb.audit.audit import audit
from kb.audit.noted import noted
from kb.errors import KajianError
from kb.locale import error_text
from kb.model.draft import Draft
from kb.model.report import Report
from kb.outputs import audit_html, audit_report
from kb.reading.drafts import read_draft

KINDS = ["docx", "md", "txt", "tex"]


def show() -> None:
    """Choose or upload, then the summary, the findings by severity, and the chapter with its findings to download."""
    _ = session.words()
    files = _chosen()
    if not files:
        prose.note(
            _("Pilih naskah proyek ini, atau unggah bab Anda (.docx, .md, .txt, .tex). Berkas Anda tidak diubah.")
        )
        return
    try:
        with st.spinner(_("Memeriksa naskah …")):
            draft, report = _audited(files)
    except KajianError as refused:
        st.error(error_text(refused, session.language()))
        return
    prose.paragraph(audit_report.summary(report, session.language()))
    st.download_button(
        _("Unduh naskah bercatatan (HTML)"),
        lambda: audit_html.render(report, draft, session.language()),
        "pemeriksaan-naskah.html",
        on_click="ignore",
        icon=":material/download:",
    )
    findings_list.show(report.findings)


def _chosen() -> list[tuple[str, bytes]]:
    _ = session.words()
    sources = session.library().sources
    left, right = st.columns(2)
    with left:
        names = list(sources)
        first = 0 if names else None
        picked = st.selectbox(_("Naskah proyek"), names, index=first, placeholder="–", key="audit-source")
    with right:
        uploaded = st.file_uploader(_("Atau unggah bab Anda"), KINDS, accept_multiple_files=True, key="audit-upload")
    if uploaded:
        return [(file.name, file.getvalue()) for file in uploaded]
    return [(sources[picked].path, sources[picked].data)] if picked else []


def _audited(files: list[tuple[str, bytes]]) -> tuple[Draft, Report]:
    opened = session.library()

    def answer() -> tuple[Draft, Report]:
        draft = read_draft(files)
        file = opened.configuration.bibliography
        return draft, audit(draft, opened.bibliography, noted(opened), bibliography_file=file)

    return opened.remember(("audit", *files), answer)
