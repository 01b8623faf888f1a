"""The work that reports a new study: one that the bibliography has, else a new entry of what the person typed."""

from __future__ import annotations

import re

from kb.citing.same_work import known
from kb.editing.incoming_works import bibliography_change, works_into
from kb.editing.matching import known_works
from kb.editing.written_study import ReportedWork
from kb.errors import InputError, SaveError
from kb.findings import Place
from kb.locale import finding_message
from kb.model.record import WorkRecord
from kb.reading.records.names import whole
from kb.store.bibliography_organisations import is_organisation
from kb.store.library import Library
from kb.store.save import Change

_TYPES = {"skripsi": "thesis", "tesis": "thesis", "disertasi": "thesis", "report": "techreport", "": "misc"}
_CONTAINERS = {"article": "journal", "inproceedings": "booktitle", "thesis": "institution", "techreport": "institution",
               "book": "publisher"}  # fmt: skip
_BETWEEN = re.compile(r"\s*;\s*|\s*\n\s*|\s+(?:dan|and)\s+|\s*&\s*", re.IGNORECASE)
_DEGREE = re.compile(
    r",\s*(?:[SMD]\.\s?[A-Z][\w.]*|M\.?A\.?|M\.?Sc\.?|M\.?M\.?|M\.?Si\.?|Ph\.?\s?D\.?|Dr\.?|Prof\.?|A\.?Md\.?[\w.]*)(?=,|$)"
)
_BEFORE = re.compile(r"^(?:(?:prof|dr|drs|dra|ir|h|hj)\.\s*)+", re.IGNORECASE)


def work_of(library: Library, work: ReportedWork) -> tuple[str, list[Change]]:
    """The citekey, and the change of the bibliography where the work is new to it."""
    found = known_work(library, work)
    if found:
        return found, []
    works = works_into(library)
    key = works.write(_record(work))
    changes = bibliography_change(library, works)
    if key is None or key not in works.added:
        why = "; ".join(finding_message(finding, "id") for finding in works.rejected)
        raise SaveError("work-refused", why=why or "?")
    return key, changes


def known_work(library: Library, work: ReportedWork) -> str | None:
    """The citekey of a work of the bibliography that is the one typed; likeness of words alone is not enough."""
    if not work.title.strip():
        return None
    record = _record(work)
    entries = library.remember(
        "known-works", lambda: known_works((e.key, e.type, e.fields) for e in library.bibliography.entries)
    )
    found = entries.find(known("", record.type, record.fields), Place())
    return found[0] if found else None


def author_names(typed: str) -> list[str]:
    """The names of a line of authors, without degrees; `Family, Given` stays one name."""
    names = [_plain(part) for part in _BETWEEN.split(typed) if part.strip(" ,.")]
    if len(names) == 1 and names[0].count(",") and all(len(part.split()) > 1 for part in names[0].split(",")):
        names = [part.strip() for part in names[0].split(",")]
    return [name for name in names if name]


def family_name(name: str) -> str:
    """The part of a name that a citation prints."""
    if is_organisation(name):
        return name
    return name.partition(",")[0].strip() if "," in name else name.split()[-1]


def study_label(work: ReportedWork) -> str:
    """What a study is called: its authors as they are named, and the year."""
    names = author_names(work.authors)
    spoken = [" ".join(reversed([part.strip() for part in name.split(",", 1)])) for name in names]
    who = spoken[0] if len(spoken) == 1 else " & ".join(spoken) if len(spoken) == 2 else f"{spoken[0]} dkk."
    return f"{who} ({work.year.strip()})" if work.year.strip() else who


def _plain(name: str) -> str:
    return _BEFORE.sub("", _DEGREE.sub("", " ".join(name.split()))).strip(" ,")


def _record(work: ReportedWork) -> WorkRecord:
    if work.kind and work.kind not in _TYPES and work.kind not in _CONTAINERS:
        raise InputError("unknown-kind", name=work.kind, nearest=", ".join(_CONTAINERS))
    type = _TYPES.get(work.kind, work.kind)
    names = [whole(name) if is_organisation(name) else name for name in author_names(work.authors)]
    fields = {
        "author": " and ".join(names),
        "title": " ".join(work.title.split()),
        _CONTAINERS.get(type, "howpublished"): " ".join(work.container.split()),
        "type": work.kind.capitalize() if type == "thesis" else "",
        "year": work.year.strip(),
    }
    return WorkRecord(Place(), type, "", {name: text for name, text in fields.items() if text})
