"""The audit of a draft in words: for a terminal, and as JSON with the contract's keys."""

from __future__ import annotations

from typing import Any

from kb.locale import check_title, translator
from kb.model.citation import Resolved
from kb.model.report import Report
from kb.outputs import findings

LONGEST = 1_000
"""Characters of a citation as written: one of a thousand works would else be repeated a thousand times."""


def record(report: Report, language: str) -> dict[str, Any]:
    """The report with the keys of the contract; `allowed` are findings that the student lets pass."""
    return {
        "draft": list(report.draft),
        "citations": [citation_record(each) for each in report.citations],
        "unlisted": report.unlisted,
        "uncited": list(report.uncited),
        "findings": [findings.record(finding, language) for finding in report.findings],
        "allowed": [
            {**findings.record(each.finding, language), "reason": each.allowance.reason} for each in report.allowed
        ],
    }


def citation_record(each: Resolved) -> dict[str, Any]:
    """One citation; `via` carries the keys of the source that was read beside its names."""
    citation, host = each.citation, each.citation.via
    via = None
    if host is not None:
        via = {
            "authors": list(host.authors),
            "year": host.year,
            "locator": host.locator,
            "citekeys": list(each.host.keys) if each.host else [],
        }
    return {
        "as_written": citation.as_written[:LONGEST],
        "file": citation.file,
        "line": citation.line,
        "column": citation.column,
        "form": citation.form,
        "authors": list(citation.authors),
        "year": citation.year,
        "locator": citation.locator,
        "via": via,
        "citekeys": list(each.citekeys),
        "status": each.status,
    }


def text(report: Report, language: str, *, colour: bool = False) -> str:
    """What was read, then the findings by severity, then what was let pass."""
    lines = [summary(report, language), "", findings.text(report.findings, language, colour=colour)]
    _ = translator(language)
    if report.allowed:
        lines += ["", _("Dibolehkan ({count}):").format(count=len(report.allowed))]
        for each in report.allowed:
            place = each.finding.place
            check = each.finding.check
            words = f"{check_title(check, language)} – {each.allowance.reason}  [{check}]"
            lines.append(f"  {place.file}:{place.line}  {words}")
    return "\n".join(lines)


def summary(report: Report, language: str) -> str:
    """One line: files, citations, how many through others, what is not listed and not cited."""
    _ = translator(language)
    secondary = sum(1 for each in report.citations if each.citation.via)
    words = _(
        "{files}: {citations} kutipan, {secondary} di antaranya lewat sumber sekunder; "
        "{unlisted} tidak ada dalam daftar pustaka; {uncited} karya dalam daftar tidak dikutip."
    )
    return words.format(
        files=", ".join(report.draft),
        citations=len(report.citations),
        secondary=secondary,
        unlisted=report.unlisted,
        uncited=len(report.uncited),
    )
