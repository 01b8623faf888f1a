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
    """A rule with its header: what is wrong when it has rows, how to mend it, how grave it is.

    `problem` and `fix` are by language; `told_by` names the check of the program that tells the same with more words.
    """

    name: str
    problem: dict[str, str]
    fix: dict[str, str]
    severity: Severity
    told_by: str
    text: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    return tuple(_read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(ONTOLOGY.glob("checks/*.rq")))


def broken(library: Library) -> Iterator[tuple[Rule, Row]]:
    """Each row of each rule that no check of the program tells: something of the project that breaks it."""
    for rule in rules():
        if rule.told_by:
            continue
        for row in sorted(rows(library, rule.text), key=lambda row: (row["entity"] or "", row.get("value") or "")):
            if (row["entity"] or "").startswith(library.base):
                yield rule, row


def _read(name: str, text: str) -> Rule:
    header: dict[str, str] = dict(re.findall(r"^# ([A-Z][a-z-]+): (.+)$", text, re.MULTILINE))
    problem, fix = header.get("Problem", name), header.get("Fix", "")
    known: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}
    return Rule(
        name,
        {"id": problem, "en": header.get("Problem-en", problem)},
        {"id": fix, "en": header.get("Fix-en", fix)},
        known.get(header.get("Severity", ""), "warning"),
        header.get("Told-by", ""),
        text,
    )
