"""What an entry lacks or has in an unusual form; what it admits to lack is only a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.findings import Finding, Severity
from kb.patterns import pattern
from kb.store.bibliography_entry import CONTAINERS, Entry
from kb.store.bibliography_names import is_nobody
from kb.store.bibliography_notes import note, said

LAWS = frozenset({"legislation", "legal", "statute", "jurisdiction", "undang-undang", "peraturan"})
"""Types of acts and regulations: their author is the state, which nobody types."""

_TYPES = """article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings
    techreport unpublished online electronic www thesis report collection periodical mvbook mvcollection reference
    inreference suppbook bookinbook suppcollection suppperiodical patent dataset software audio video movie music image
    artwork performance letter review standard webpage presentation newspaper
    skripsi tesis disertasi jurnal artikel buku prosiding laporan makalah web"""
KNOWN_TYPES = LAWS | CONTAINERS | frozenset(_TYPES.split())

_ADMITTING = ("openfields", "unverified")
_PEOPLE = ("author", "editor", "translator", "editora", "bookauthor", "holder")
_BODIES = ("organization", "institution")
_WITHOUT_AUTHOR = LAWS | CONTAINERS | {"proceedings", "periodical", "collection", "reference", "prosiding"}
_YEAR = pattern(r"\d{4}")
_NO_YEAR = pattern(r"(?:t\.?\s?t\.?(?:h\.?)?|n\.?\s?d\.?|s\.?\s?a\.?|tanpa tahun|no date|-+|–|\?+)", re.IGNORECASE)


def completeness(entry: Entry, file: str) -> Iterator[Finding]:
    """Findings about year, author, title and type."""
    if entry.type in CONTAINERS:
        return
    year = entry.fields.get("year") or entry.fields.get("date") or ""
    if not year or _NO_YEAR.fullmatch(year):
        yield _lacks("missing-year", entry, file, {"year", "date"}, admits=bool(year))
    elif not _YEAR.fullmatch(year) and not ("date" in entry.fields and re.match(r"\d{4}(-|/|$)", year)):
        yield note("unusual-year", file, entry.line, year, entry.key, year=year)
    if entry.type not in _WITHOUT_AUTHOR and not _has_author(entry):
        yield _lacks("missing-author", entry, file, {"author", "editor"})
    if not entry.fields.get("title"):
        yield _lacks("missing-title", entry, file, {"title"})
    if entry.type not in KNOWN_TYPES:
        yield note("unknown-type", file, entry.line, _quote(entry), entry.key, type=entry.type)


def _has_author(entry: Entry) -> bool:
    people = (name for role in _PEOPLE for name in entry.names.get(role, ()))
    return any(not is_nobody(name) for name in people) or any(entry.fields.get(body) for body in _BODIES)


def _lacks(check: str, entry: Entry, file: str, fields: set[str], admits: bool = False) -> Finding:
    admitted = {name.casefold() for field in _ADMITTING for name in re.split(r"[,;\s]+", entry.fields.get(field, ""))}
    severity: Severity = "info" if admits or admitted & fields else "warning"
    return said(check, severity, file, entry.line, _quote(entry), entry.key)


def _quote(entry: Entry) -> str:
    return entry.raw.split("\n", 1)[0]
