"""What the student takes away from an audit: the page, a commented Word copy, a copy with slips set right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from app import session
from app.components import prose
from kb.audit.slips import slips
from kb.editing.tidy import tidied
from kb.model.draft import Draft
from kb.model.report import Report
from kb.outputs import audit_comments, audit_html
from kb.reading.word_comments import commented

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(files: Sequence[tuple[str, bytes]], draft: Draft, report: Report) -> None:
    """Buttons; each file is made when it is asked for, and none of them takes the place of the student's own."""
    _ = session.words()
    language = session.language()
    with st.container(horizontal=True):
        for number, (name, data) in enumerate(files):
            stem = PurePath(name).stem
            if data.startswith(b"PK"):
                st.download_button(
                    _("Unduh salinan Word berkomentar") + (f": {name}" if len(files) > 1 else ""),
                    lambda name=name, data=data: _commented(name, data, draft, report, language),
                    f"{stem}-diperiksa.docx", _WORD, on_click="ignore", type="primary", icon=":material/comment:",
                    key=f"commented-{number}",
                )  # fmt: skip
            else:
                _mended(number, name, data, draft, report)
        st.download_button(
            _("Unduh laporan (HTML)"), lambda: audit_html.render(report, draft, language), "pemeriksaan-naskah.html",
            "text/html", on_click="ignore", icon=":material/download:", key="audit-html",
        )  # fmt: skip


def _commented(name: str, data: bytes, draft: Draft, report: Report, language: str) -> bytes:
    """The Word file with the remarks on it; of several files that are one draft, those of this file."""
    remarks = audit_comments.comments(report, draft, language)
    return commented(name, data, [each for each in remarks if each.file == name])


def _mended(number: int, name: str, data: bytes, draft: Draft, report: Report) -> None:
    _ = session.words()
    result = tidied(name, data, slips(draft, report))
    if not result.done:
        return
    path = PurePath(name)
    words = _("Unduh salinan dengan {count} kesalahan ketik diperbaiki").format(count=len(result.done))
    st.download_button(
        words, result.data, f"{path.stem}-rapi{path.suffix}", on_click="ignore", type="primary",
        icon=":material/auto_fix_high:", key=f"mended-{number}",
    )  # fmt: skip
    with st.popover(_("Lihat perbaikannya")):
        for slip in result.done:
            prose.paragraph(f"{slip.line}: “{slip.written}” → “{slip.right}”", quiet=True)
