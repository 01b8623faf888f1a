"""Findings that the student lets pass, and allowances that no longer let anything pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.findings import Finding, Phrase, Place
from kb.model.draft import Allowance
from kb.model.report import Allowed


def let_pass(
    findings: Sequence[Finding], allowances: Sequence[Allowance], known: Iterable[str]
) -> tuple[list[Finding], list[Allowed]]:
    """What remains, with a finding for each allowance that is stale or gives no reason; and what was let pass."""
    usable = [each for each in allowances if each.check and each.reason]
    used: set[Allowance] = set()
    kept: list[Finding] = []
    allowed: list[Allowed] = []
    for finding in findings:
        allowance = next((each for each in usable if _covers(each, finding)), None)
        if allowance is None:
            kept.append(finding)
        else:
            used.add(allowance)
            allowed.append(Allowed(finding, allowance))
    checks = set(known)
    kept += [_complaint(each, checks) for each in allowances if each not in used]
    return kept, allowed


def _covers(allowance: Allowance, finding: Finding) -> bool:
    if allowance.check != finding.check:
        return False
    if not allowance.words:
        return True
    told = [finding.place.quote, *(_words(value) for value in finding.params.values()), *finding.citekeys]
    return any(allowance.words.casefold() in words.casefold() for words in told)


def _words(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _complaint(allowance: Allowance, checks: set[str]) -> Finding:
    quote = f"boleh: {allowance.check} {allowance.reason}".strip()
    place = Place(allowance.file, allowance.line, 1, quote)
    if allowance.check not in checks or not allowance.reason:
        why = Phrase("pemeriksaan itu tidak ada" if allowance.check not in checks else "alasannya belum ditulis")
        return Finding("allowance-incomplete", "warning", place, {"check": allowance.check or "?", "why": why})
    return Finding("allowance-stale", "warning", place, {"check": allowance.check, "reason": allowance.reason})
