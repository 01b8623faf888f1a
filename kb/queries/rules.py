"""Rules of the vocabulary as queries that expect no rows: `ontology/checks/*.rq`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kb.findings import Severity
from kb.queries.hierarchy import in_circles, related_and_above
from kb.queries.question import Row, rows
from kb.store.library import Library
from kb.store.resources import ONTOLOGY

_WALKED: Mapping[str, Callable[[Library], list[Row]]] = {
    "hierarchy-cycle": in_circles,
    "related-and-broader": related_and_above,
}
"""Rules that are worked out here: as queries they list all pairs, a gigabyte for a chain of three thousand concepts."""


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
        found = _WALKED[rule.name](library) if rule.name in _WALKED else rows(library, rule.text)
        for row in sorted(found, key=lambda row: (row["entity"] or "", row.get("value") or "")):
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
