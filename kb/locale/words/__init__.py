"""All words of findings (check -> message, fix) and errors (code -> one line), gathered from the rooms."""

from kb.locale.words import (
    audit,
    audit_copies,
    bibliography,
    citations,
    entering,
    fronts,
    import_tables,
    import_works,
    imports,
    notes,
    people,
    project,
    reading,
    safety,
    save,
    studies,
)

_ROOMS = (
    project,
    bibliography,
    citations,
    notes,
    save,
    reading,
    audit,
    audit_copies,
    fronts,
    imports,
    import_works,
    import_tables,
    entering,
    people,
    safety,
    studies,
)

FINDINGS: dict[str, tuple[str, str]] = {name: words for room in _ROOMS for name, words in room.FINDINGS.items()}
ERRORS: dict[str, str] = {code: text for room in _ROOMS for code, text in room.ERRORS.items()}
