"""Findings in words: for a terminal, as JSON with the contract's keys, and as annotations on a change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kb.findings import SEVERITIES, Finding, Place
from kb.locale import check_title, finding_fix, finding_message, translator

_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def record(finding: Finding, language: str) -> dict[str, Any]:
    """One finding with the keys of the contract."""
    place = finding.place
    return {
        "check": finding.check,
        "severity": finding.severity,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "quote": place.quote,
        "message": finding_message(finding, language),
        "fix": finding_fix(finding, language),
        "citekeys": list(finding.citekeys),
        "about": list(finding.about),
        "related": [{"file": p.file, "line": p.line, "quote": p.quote} for p in finding.related],
    }


def titles(language: str) -> dict[str, str]:
    """The headings of the three severities, as a supervisor says them."""
    _ = translator(language)
    return {"error": _("Wajib diperbaiki"), "warning": _("Perlu dicek"), "info": _("Saran")}


def text(findings: Sequence[Finding], language: str, *, colour: bool = False) -> str:
    """Grouped by severity and check, each with its place, words and fix; ends with the counts."""
    _ = translator(language)
    lines: list[str] = []
    for severity in SEVERITIES:
        group = [finding for finding in findings if finding.severity == severity]
        if group:
            heading = f"{titles(language)[severity]} ({len(group)})"
            lines += ["", _painted(heading, _COLOURS[severity], colour)]
        for check, found in groupby(group, key=lambda finding: finding.check):
            lines += _check(check, list(found), language)
    counts = ", ".join(f"{sum(f.severity == s for f in findings)} {titles(language)[s].lower()}" for s in SEVERITIES)
    lines += ["", counts if findings else _("Tidak ada catatan pemeriksaan.")]
    return "\n".join(lines).lstrip("\n")


def _check(check: str, found: list[Finding], language: str) -> list[str]:
    """What one check found under its title; its stable name, by which it is allowed, stands behind."""
    count = f" ({len(found)})" if len(found) > 1 else ""
    lines = [f"  {check_title(check, language)}{count}  [{check}]"]
    return lines + [line for finding in found for line in _entry(finding, language)]


def _entry(finding: Finding, language: str) -> list[str]:
    lines = [f"    {_where(finding.place)}  {finding_message(finding, language)}"]
    quote = " ".join(finding.place.quote.split())
    if quote:
        lines.append(f"        “{quote if len(quote) <= 160 else quote[:159] + '…'}”")
    also = ", ".join(dict.fromkeys(_where(place) for place in finding.related))
    if also:
        lines.append(f"        {translator(language)('juga')}: {also}")
    lines.append(f"        → {finding_fix(finding, language)}")
    return lines


def _where(place: Place) -> str:
    parts = (place.file, place.line, place.column)
    return ":".join(str(part) for part in parts if part) or "–"


def _painted(words: str, code: str, colour: bool) -> str:
    return f"\x1b[1;{code}m{words}\x1b[0m" if colour else words


def github(findings: Sequence[Finding], language: str) -> str:
    """Workflow commands, one a finding: they show on the lines of a change."""
    return "\n".join(_annotation(finding, language) for finding in findings)


def _annotation(finding: Finding, language: str) -> str:
    place = finding.place
    given = {"file": place.file, "line": place.line, "col": place.column, "title": finding.check}
    properties = ",".join(f"{name}={_escaped(str(value), True)}" for name, value in given.items() if value)
    words = f"{finding_message(finding, language)} {finding_fix(finding, language)}"
    return f"::{_LEVELS[finding.severity]} {properties}::{_escaped(words, False)}"


def _escaped(value: str, is_property: bool) -> str:
    escaped = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if is_property else escaped
