"""Rules of the vocabulary as queries that expect no rows: `ontology/checks/*.rq`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb.findings import Severity
from kb.queries.question import Row, rows
from kb.store.library import Library
from kb.store.resources import ONTOLOGY


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its header: what is wrong when it has rows, how to mend it, how grave it is."""

    name: str
    problem: str
    fix: str
    severity: Severity
    text: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    return tuple(_read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(ONTOLOGY.glob("checks/*.rq")))


def broken(library: Library) -> Iterator[tuple[Rule, Row]]:
    """Each row of each rule: something of the project that breaks it."""
    for rule in rules():
        for row in sorted(rows(library, rule.text), key=lambda row: (row["entity"] or "", row.get("value") or "")):
            if (row["entity"] or "").startswith(library.base):
                yield rule, row


def _read(name: str, text: str) -> Rule:
    header = {
        match.group(1).casefold(): match.group(2).strip()
        for match in re.finditer(r"^#\s*(Problem|Fix|Severity):\s*(.+)$", text, re.MULTILINE | re.IGNORECASE)
    }
    severity = header.get("severity", "warning")
    known: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}
    return Rule(
        name, header.get("problem", name), header.get("fix", ""), known.get(severity.casefold(), "warning"), text
    )
