"""Slips in the names of a `.bib` that have one right form: people not joined by "and", "dkk.", bodies without braces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kb.findings import Finding
from kb.store.bibliography_edit import set_field
from kb.store.bibliography_read import Bibliography, read_bibliography
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change, Saved, save

_BETWEEN = re.compile(r"\s*;\s*|\s+(?:dan|&)\s+")
_AND_OTHERS = re.compile(r",?\s*(?:dkk|d\.k\.k|et\.?\s?al)\.?\s*$", re.IGNORECASE)
_LATEX = re.compile(r"[\\{}$%#~^]")
MENDED_CHECKS = frozenset({"separator-between-people", "dkk-in-names", "unbraced-organisation"})


@dataclass(frozen=True, slots=True)
class Mend:
    """A field of an entry as it stands and as it should."""

    key: str
    field: str
    written: str
    right: str


def mend_of(bibliography: Bibliography, finding: Finding) -> Mend | None:
    """What would set a finding right, or None where the student has to decide."""
    if finding.check not in MENDED_CHECKS:
        return None
    key, field, name = (str(finding.params.get(each, "")) for each in ("key", "field", "name"))
    entry = next((each for each in bibliography.entries if each.key == key), None)
    written = entry.fields.get(field, "") if entry else ""
    if entry is None or name not in written or _LATEX.search(written) or field in entry.inherited:
        return None
    right = written.replace(name, _right(finding.check, name), 1)
    return Mend(key, field, written, right) if right != written else None


def _right(check: str, name: str) -> str:
    if check == "unbraced-organisation":
        return f"{{{name}}}"
    if check == "dkk-in-names":
        return _AND_OTHERS.sub("", name) + " and others"
    return _BETWEEN.sub(" and ", name)


def mended(data: bytes, findings: Iterable[Finding], file: str = "references.bib") -> tuple[bytes, tuple[Mend, ...]]:
    """The `.bib` with these findings set right, and what was changed; a field is read anew before each change."""
    done: list[Mend] = []
    for finding in findings:
        mend = mend_of(read_bibliography(data, file), finding) if finding.check in MENDED_CHECKS else None
        if mend is not None:
            data = set_field(data, mend.key, mend.field, mend.right, latex=True)
            done.append(mend)
    return data, tuple(done)


def mend_bibliography(library: Library, findings: Iterable[Finding], by: By = "edit") -> tuple[Saved, tuple[Mend, ...]]:
    """Set right what of these findings can be, and save."""
    file = library.configuration.bibliography
    base = library.files[file]
    mine, done = mended(base, findings, file)
    summary = f"{file}: {', '.join(dict.fromkeys(mend.key for mend in done)) or '–'}"
    return save(library.root, [Change(file, base, mine)] if mine != base else [], by, summary), done
