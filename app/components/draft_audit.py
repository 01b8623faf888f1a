"""The audit of a draft: one of the project's, or a file that is uploaded and looked at, never kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import audit_copies, audit_view, bibliography_mends, draft_upload, prose
from kb.audit.audit import audit
from kb.audit.in_project import audit_in_project
from kb.errors import KajianError
from kb.locale import check_title, error_text
from kb.model.draft import Draft
from kb.model.report import Report
from kb.outputs import audit_payload, audit_report
from kb.reading.uploads import read_upload
from kb.store.bibliography_read import Bibliography, read_bibliography
from kb.store.library import Library

KINDS = ["docx", "md", "txt", "tex"]
Files = Sequence[tuple[str, bytes]]


def show() -> None:
    """Choose or upload, then what the audit says."""
    _ = session.words()
    opened = session.library()
    left, middle, right = st.columns(3)
    with left:
        picked = _picked(opened)
    with middle:
        files = _uploaded(_("Atau unggah bab Anda")) or picked
    with right:
        bib = _bibliography()
    if not files:
        prose.note(
            _("Pilih naskah proyek ini, atau unggah bab Anda (.docx, .md, .txt, .tex). Berkas Anda tidak diubah.")
        )
        return
    result(files, bib, opened)
    if files != picked:
        draft_upload.offer(files)


def bring() -> None:
    """The same for a window that has no project yet."""
    _ = session.words()
    left, right = st.columns(2)
    with left:
        files = _uploaded(_("Bab Anda (.docx, .md, .txt, .tex)"))
    with right:
        bib = _bibliography()
    if files:
        result(files, bib, None)


def result(files: Files, bib: tuple[str, bytes] | None, opened: Library | None) -> None:
    """Summary, copies to take away, and the text with its findings; or why the file cannot be read."""
    _ = session.words()
    language = session.language()
    mark = _mark(files, bib)
    try:
        with st.spinner(_("Memeriksa naskah; 300 halaman perlu beberapa detik …"), show_time=True):
            draft, report = session.kept("audit", mark, lambda: _audited(files, bib, opened))
    except KajianError as refused:
        st.error(error_text(refused, language))
        return
    prose.paragraph(audit_report.summary(report, language))
    audit_copies.show(files, draft, report)
    if opened is not None and bib is None:
        bibliography_mends.show(opened)
    drawing = session.kept(f"drawing-{language}", mark, lambda: audit_payload.payload(report, draft, language))
    audit_view.show("audit-view", drawing, mark)
    if report.allowed:
        with st.expander(f"{_('Dibolehkan')} ({len(report.allowed)})"):
            for each in report.allowed:
                title = check_title(each.finding.check, language)
                prose.paragraph(f"{title} – {each.allowance.reason}", quiet=True)


def _picked(opened: Library) -> Files:
    _ = session.words()
    names = list(opened.sources)
    picked = st.selectbox(_("Naskah proyek"), names, index=0 if names else None, placeholder="–", key="audit-source")
    return [(opened.sources[picked].path, opened.sources[picked].data)] if picked else []


def _uploaded(label: str) -> Files:
    found = st.file_uploader(label, KINDS, accept_multiple_files=True, key="audit-upload")
    return [(file.name, file.getvalue()) for file in found or ()]


def _bibliography() -> tuple[str, bytes] | None:
    _ = session.words()
    found = st.file_uploader(
        _("Daftar pustaka .bib (boleh kosong)"),
        ["bib"],
        key="audit-bib",
        help=_("Tanpa .bib dipakai daftar pustaka proyek, atau bagian “Daftar Pustaka” dalam naskah."),
    )
    return (found.name, found.getvalue()) if found else None


def _audited(files: Files, bib: tuple[str, bytes] | None, opened: Library | None) -> tuple[Draft, Report]:
    draft = read_upload(files)
    own: Bibliography | None = read_bibliography(bib[1], bib[0]) if bib else None
    if opened is not None and bib is None:
        return draft, audit_in_project(opened, draft)
    return draft, audit(draft, own, bibliography_file=bib[0] if bib else "references.bib")


def _mark(files: Files, bib: tuple[str, bytes] | None) -> str:
    """A short name of exactly these files."""
    digest = hashlib.sha256()
    for name, data in [*files, *([bib] if bib else [])]:
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "replace") + data)
    return digest.hexdigest()[:20]
