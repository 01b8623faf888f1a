"""Kinds of works as theses call them: skripsi, tesis, artikel jurnal …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.queries.labels import every_name, labels_of
from kb.queries.question import ask
from kb.store.library import Library
from kb.vocabulary import short_id


@dataclass(frozen=True, slots=True)
class WorkKind:
    """A kind with its id, its labels by language, and every word that names it."""

    id: str
    labels: Mapping[str, str]
    words: tuple[str, ...]


def work_kinds(library: Library) -> dict[str, WorkKind]:
    """Kinds by the name of the class that a work has (`Work.kind`)."""
    return library.recall("work-kinds", lambda: _gather(library))


def _gather(library: Library) -> dict[str, WorkKind]:
    found: dict[str, WorkKind] = {}
    for row in sorted(ask(library, "work_kinds"), key=lambda row: row["kind"] or ""):
        iri = row["kind"] or ""
        name = (row["class"] or "").rpartition("/")[2].rpartition("#")[2]
        found[name] = WorkKind(short_id(library.base, iri), labels_of(library, iri), tuple(every_name(library, iri)))
    return found
