"""What the audit of a draft says."""

from __future__ import annotations

from dataclasses import dataclass

from kb.findings import Finding
from kb.model.citation import Resolved
from kb.model.draft import Allowance


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that the student let pass, with the allowance that did so."""

    finding: Finding
    allowance: Allowance


@dataclass(frozen=True, slots=True)
class Report:
    """Citations with what they mean, and the findings, worst first.

    `unlisted` counts citations whose source is not in the bibliography; `uncited` are entries that no citation means.
    """

    draft: tuple[str, ...]
    citations: tuple[Resolved, ...]
    unlisted: int
    uncited: tuple[str, ...]
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...] = ()
