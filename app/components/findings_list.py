"""Findings by severity and check, each with its place, reason and fix."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from app import session
from app.components import links, prose
from kb.findings import SEVERITIES, Finding
from kb.locale import check_title, fill, finding_fix, finding_message

ICONS = {"error": ":material/error:", "warning": ":material/warning:", "info": ":material/info:"}

_AT_ONCE = 20
"""Findings of one check at once: a thousand of them would take seconds to draw, and nobody reads them all."""
MARKS = {"error": "●", "warning": "▲", "info": "○"}


def show(findings: Sequence[Finding]) -> None:
    """Three groups, the worst first; long groups fold."""
    _ = session.words()
    titles = {"error": _("Wajib diperbaiki"), "warning": _("Perlu dicek"), "info": _("Saran")}
    for severity in SEVERITIES:
        group = [finding for finding in findings if finding.severity == severity]
        if not group:
            continue
        with st.expander(f"{ICONS[severity]} {titles[severity]} ({len(group)})", expanded=severity != "info"):
            for check, found in groupby(group, key=lambda finding: finding.check):
                _check(check, list(found))


def brief(findings: Sequence[Finding]) -> None:
    """A sentence each, with the way to its place: for a page that only points to the work."""
    _ = session.words()
    for finding in findings:
        left, right = st.columns([5, 1], vertical_alignment="center")
        with left:
            message = prose.as_html(finding_message(finding, session.language()))
            st.html(f"<p style='margin:0'><span aria-hidden='true'>{MARKS[finding.severity]}</span> {message}</p>")
        with right:
            if _in_draft(finding):
                links.to("draft", finding.place.line or 1, _("Lihat"))
            else:
                links.to_page("checks", _("Lihat"))


def _in_draft(finding: Finding) -> bool:
    sources = session.library().sources.values()
    return bool(finding.place.line) and any(source.path == finding.place.file for source in sources)


def _check(check: str, found: Sequence[Finding]) -> None:
    _ = session.words()
    title = prose.as_html(check_title(check, session.language()))
    st.html(f"<p style='margin:0'><strong>{title}</strong> ({len(found)}) <small><code>{check}</code></small></p>")
    for finding in found[:_AT_ONCE]:
        _finding(finding)
    more = fill(_("Tampilkan semua {n}"), {"n": len(found)})
    if len(found) > _AT_ONCE and st.toggle(more, key=f"all-of-{check}"):
        for finding in found[_AT_ONCE:]:
            _finding(finding)


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
                prose.note(where)
