"""The "berkas bimbingan": all that a supervisor needs to see of a project, in one document."""

from __future__ import annotations

from dataclasses import dataclass

from kb.findings import Finding
from kb.model.concept_map import PlacedMap
from kb.model.coverage import Coverage
from kb.model.narrative import Narrative
from kb.model.table import Table


@dataclass(frozen=True, slots=True)
class Brief:
    """Title, table, matrix, map, prose, and what is still open.

    `counts` are (number, what) for the head of the document; `unread` names, for each study by its label, the facets
    that cannot be compared yet; `made` is the day in words, empty where it must not show.
    """

    title: str
    language: str
    table: Table
    matrix: Coverage
    map: PlacedMap | None
    narrative: Narrative
    findings: tuple[Finding, ...]
    unread: tuple[tuple[str, tuple[str, ...]], ...] = ()
    counts: tuple[tuple[int, str], ...] = ()
    made: str = ""
