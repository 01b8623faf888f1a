"""A draft and a bibliography to a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kb.audit.allowed import let_pass
from kb.audit.chapter import Chapter, Notes
from kb.audit.checks import CHECKS, OTHER_CHECKS
from kb.audit.citations import uncited
from kb.citing.grammar import citations
from kb.citing.listing import from_entry, merged, without
from kb.citing.reference_list import list_blocks, typed_works
from kb.citing.resolution import Resolution
from kb.errors import InputError
from kb.findings import Finding, worst_first
from kb.model.draft import Allowance, Draft
from kb.model.limits import Limits
from kb.model.report import Report

if TYPE_CHECKING:
    from kb.store.bibliography_read import Bibliography

MOST = 10_000
"""Citations of a draft: a thesis has some hundred, and more only serve to exhaust the checks."""


def audit(
    draft: Draft,
    bibliography: Bibliography | None = None,
    notes: Notes | None = None,
    limits: Limits | None = None,
    *,
    bibliography_file: str = "references.bib",
    allowances: Sequence[Allowance] = (),
) -> Report:
    """All that a strict supervisor would mark; `allowances` are the project's, beside those in the draft itself."""
    chapter = _chapter(draft, bibliography, notes or Notes(), limits or Limits(), bibliography_file)
    found = [*draft.findings, *_unreadable(bibliography)]
    for check in CHECKS:
        found += check.function(chapter)
    known = (*(check.name for check in CHECKS), *OTHER_CHECKS)
    kept, allowed = let_pass(found, [*allowances, *draft.allowances], known)
    unlisted = sum(1 for each in chapter.citations if chapter.works and not each.held.keys and not each.held.mention)
    missing = tuple(work.key for work in uncited(chapter))
    return Report(draft.files, chapter.citations, unlisted, missing, tuple(worst_first(kept)), tuple(allowed))


def _chapter(draft: Draft, bibliography: Bibliography | None, notes: Notes, limits: Limits, file: str) -> Chapter:
    entries = [from_entry(entry, file) for entry in bibliography.entries] if bibliography else []
    listed = list_blocks(draft.blocks)
    every = merged(entries, typed_works(draft.blocks, listed))
    cited = citations(draft, listed)
    if len(cited) > MOST:
        raise InputError("draft-too-many-citations", file=draft.files[0], count=len(cited), most=MOST)
    found = Resolution(every, notes.people, notes.same).resolve(cited)
    works = without(every, notes.same)
    return Chapter(draft, tuple(found), works, listed, limits, notes)


_OF_PEOPLE = frozenset({"comma-between-people", "separator-between-people"})
"""Findings of the bibliography's reader that make citations of an entry impossible to match."""


def _unreadable(bibliography: Bibliography | None) -> list[Finding]:
    """What of the bibliography could not be read, or not as people: what it would have listed cannot be found."""
    found = bibliography.findings if bibliography else ()
    return [each for each in found if each.severity == "error" or each.check in _OF_PEOPLE]
