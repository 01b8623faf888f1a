"""Findings of the bibliography: one place for the severity of each check."""

from __future__ import annotations

from kb.findings import Finding, Place, Severity

_ERRORS = frozenset({"unreadable-entry", "fields-outside-entry", "not-a-bibliography"})
_INFOS = frozenset(
    {
        "text-between-entries", "entry-commented-out", "field-commented-out", "extra-comma", "duplicate-string",
        "unusual-key", "unusual-year", "unknown-type", "html-in-field", "name-with-degree", "unbraced-organisation",
        "dkk-in-names", "empty-name", "patronymic-name", "initials-or-degree",
    }
)  # fmt: skip


def note(check: str, file: str, line: int, quote: str, key: str = "", **params: object) -> Finding:
    """A finding about the entry `key`; what is neither an error nor a remark is a warning."""
    severity: Severity = "error" if check in _ERRORS else "info" if check in _INFOS else "warning"
    return said(check, severity, file, line, quote, key, **params)


def said(check: str, severity: Severity, file: str, line: int, quote: str, key: str = "", **params: object) -> Finding:
    """A finding whose severity depends on more than its check."""
    about = (key,) if key else ()
    place = Place(file, line, None, " ".join(quote[:1000].split())[:200])
    return Finding(check, severity, place, {"file": file, "key": key or "?", "line": line, **params}, about, about)
