"""What is still open, in words: findings by severity and check, a remedy said once for all that share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.findings import SEVERITIES, Finding
from kb.locale import fill, finding_fix, finding_message, translator
from kb.outputs.findings import titles

_MOST_OF_A_CHECK = 6
"""Of one check so many findings are told; a supervisor reads kinds of faults, not lists."""
_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One point; `fix` stands behind the last of those that share it."""

    message: str
    where: str = ""
    quote: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """The points of one severity under its heading."""

    severity: str
    heading: str
    points: tuple[OpenPoint, ...]


def open_groups(findings: Sequence[Finding], language: str) -> tuple[OpenGroup, ...]:
    """All findings, the gravest first."""
    groups = []
    for severity in SEVERITIES:
        found = [finding for finding in findings if finding.severity == severity]
        if found:
            heading = f"{titles(language)[severity]} ({len(found)})"
            groups.append(OpenGroup(severity, heading, tuple(_points(found, language))))
    return tuple(groups)


def _points(found: Sequence[Finding], language: str) -> Iterator[OpenPoint]:
    by_check: dict[str, list[Finding]] = {}
    for finding in found:
        by_check.setdefault(finding.check, []).append(finding)
    for group in by_check.values():
        shown = group[:_MOST_OF_A_CHECK]
        fixes = [finding_fix(finding, language) for finding in shown]
        for at, finding in enumerate(shown):
            last = at + 1 == len(shown) or fixes[at + 1] != fixes[at]
            yield _point(finding, fixes[at] if last else "", language)
        left = len(group) - len(shown)
        if left > 0:
            yield OpenPoint(fill(translator(language)("… dan {n} catatan serupa."), {"n": left}))


def _point(finding: Finding, fix: str, language: str) -> OpenPoint:
    place = ":".join(str(part) for part in (finding.place.file, finding.place.line) if part)
    quote = " ".join(finding.place.quote.split())
    short = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
    return OpenPoint(finding_message(finding, language), place, short, fix)


def no_search_note(language: str) -> str:
    """What a gap without a search log is worth."""
    return translator(language)(
        "Catatan: penelusuran (basis data, kata kunci, tanggal, jumlah) belum dicatat; celah ini hanya berlaku bagi "
        "penelitian yang ditelaah."
    )
