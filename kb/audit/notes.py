"""Checks of the notes: what `kajian check` asks of a project beside its shapes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from kb.audit.notes_alike import people_alike, same_work
from kb.audit.notes_rules import broken_rules, broken_shapes
from kb.audit.notes_sources import one_work_two_hosts, person_spelled_variously, source_without_year, year_differs
from kb.audit.notes_studies import (
    contradicts_facets,
    facet_contradicts_itself,
    names_another_study,
    only_place_differs,
    outdated_sentence,
)
from kb.audit.notes_texts import count_differs, passage_not_found
from kb.errors import InputError
from kb.findings import Finding, Place, worst_first
from kb.queries.question import ask
from kb.store.library import Library
from kb.store.worker import processor_seconds
from kb.vocabulary import short_id

SECONDS = 5.0
"""Processor time of all checks together; a thesis takes a part of a second, and what is made to take hours is stopped."""
NotesCheck = Callable[[Library], Iterable[Finding]]

NOTES_CHECKS: tuple[tuple[str, NotesCheck], ...] = (
    ("passage-not-found", passage_not_found),
    ("count-differs", count_differs),
    ("source-without-year", source_without_year),
    ("year-differs", year_differs),
    ("one-work-two-hosts", one_work_two_hosts),
    ("person-spelled-variously", person_spelled_variously),
    ("same-work", same_work),
    ("alike-people", people_alike),
    ("comparison-names-another-study", names_another_study),
    ("comparison-contradicts-facets", contradicts_facets),
    ("comparison-outdated", outdated_sentence),
    ("facet-contradicts-itself", facet_contradicts_itself),
    ("only-place-differs", only_place_differs),
    ("notes-shape", broken_shapes),
    ("notes-rule", broken_rules),
)
"""Name -> check, in the order of the report's groups."""

_OVER_ALL_NOTES = (broken_shapes, broken_rules)
"""These ask whether something is there, in whichever file; they take seconds, and mean nothing while a file is closed."""

_PAIRWISE = (same_work, people_alike)
"""These hold every name or entry against every other: seconds where there are a thousand."""


def check_notes(library: Library) -> tuple[Finding, ...]:
    """Everything found while opening and by the checks, worst first; what the project admits is `info`."""
    found = [*library.findings, *_history(library)]
    closed = _closed(library)
    late: list[str] = []
    until = time.process_time() + SECONDS
    for name, check in NOTES_CHECKS:
        if not (closed and check in _OVER_ALL_NOTES) and not _in_time(found, check(library), until):
            late.append(name)
    if late:
        found.append(
            Finding("notes-unfinished", "warning", params={"checks": ", ".join(late), "seconds": f"{SECONDS:g}"})
        )
    if closed:
        found.append(Finding("notes-unchecked", "info", Place(closed[0]), {"files": ", ".join(closed)}))
    admitted = _admissions(library)
    return tuple(worst_first([_admit(finding, admitted) for finding in found]))


def _in_time(found: list[Finding], checked: Iterable[Finding], until: float) -> bool:
    """Whether a check came to its end; what it had found by then is kept."""
    try:
        with processor_seconds(max(0.01, until - time.process_time()), "check-unfinished", ""):
            found.extend(checked)
    except InputError as stopped:
        if stopped.code != "check-unfinished":
            raise
        return False
    return True


_CLOSED = ("notes-broken", "notes-unreadable", "notes-too-deep", "notes-too-large", "file-over-limit")


def _closed(library: Library) -> list[str]:
    """The notes that could not be opened: what they hold is unknown, so nothing can be said to be missing."""
    return [f.place.file or "" for f in library.findings if f.check in _CLOSED]


def _history(library: Library) -> list[Finding]:
    """What was there after the last save and is not now; a project that never saved has no such file."""
    from kb.store.good_versions import gone

    return gone(library.root, library.files)


def quick_findings(library: Library) -> tuple[Finding, ...]:
    """As `check_notes`, without what takes seconds: for pages that a person waits for."""

    def answer() -> tuple[Finding, ...]:
        found = [*library.findings, *_history(library)]
        for _name, check in NOTES_CHECKS:
            found.extend(() if check in (*_OVER_ALL_NOTES, *_PAIRWISE) else check(library))
        admitted = _admissions(library)
        return tuple(worst_first([_admit(finding, admitted) for finding in found]))

    return library.remember("quick-findings", answer)


def _admissions(library: Library) -> dict[str, set[str]]:
    """Check -> ids that it is admitted for; the empty id admits it for all."""
    found: dict[str, set[str]] = {}
    for row in ask(library, "admissions"):
        about = short_id(library.base, row["about"]) if row["about"] else ""
        found.setdefault(row["check"] or "", set()).add(about)
    return found


def _admit(finding: Finding, admitted: dict[str, set[str]]) -> Finding:
    about = admitted.get(finding.check, set())
    if finding.severity == "info" or not about:
        return finding
    if "" in about or about & {*finding.about, *finding.citekeys}:
        return replace(finding, severity="info")
    return finding
