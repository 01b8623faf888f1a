"""Findings by severity and check, each with its place, reason and fix."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session
from app.components import links, prose
from kb.findings import SEVERITIES, Finding
from kb.locale import finding_fix, finding_message

ICONS = {"error": ":material/error:", "warning": ":material/warning:", "info": ":material/info:"}


def show(findings: Sequence[Finding]) -> None:
    """Three groups, the worst first; long groups fold."""
    _ = session.words()
    titles = {"error": _("Wajib diperbaiki"), "warning": _("Perlu dicek"), "info": _("Saran")}
    for severity in SEVERITIES:
        group = [finding for finding in findings if finding.severity == severity]
        if not group:
            continue
        with st.expander(f"{ICONS[severity]} {titles[severity]} ({len(group)})", expanded=severity != "info"):
            for finding in group:
                _finding(finding)


def brief(findings: Sequence[Finding]) -> None:
    """One line each: for a page that only points to the work."""
    for finding in findings:
        message = finding_message(finding, session.language())
        label = f"{ICONS[finding.severity]} {message}"
        if _in_draft(finding):
            links.to("draft", finding.place.line or 1, label)
        else:
            links.to_page("checks", label)


def _in_draft(finding: Finding) -> bool:
    sources = session.library().sources.values()
    return bool(finding.place.line) and any(source.path == finding.place.file for source in sources)


def _finding(finding: Finding) -> None:
    language = session.language()
    with st.container(border=True):
        prose.paragraph(finding_message(finding, language))
        prose.paragraph(finding_fix(finding, language), quiet=True)
        place = finding.place
        if place.quote:
            st.html(f"<blockquote>{prose.as_html(' '.join(place.quote.split())[:400])}</blockquote>")
        if place.file:
            where = f"{place.file}:{place.line}" if place.line else place.file
            if _in_draft(finding):
                links.to("draft", place.line or 1, where, ":material/article:")
            else:
                st.caption(where)
