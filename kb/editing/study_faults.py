"""What hinders the save of a study, field by field."""

from __future__ import annotations

import re

from kb.editing.faults import Faults, passage_faults, word_faults
from kb.editing.study_works import author_names, known_work
from kb.editing.written_study import ReportedWork, WrittenStudy
from kb.errors import InputError
from kb.queries.facets import facets
from kb.queries.studies import studies
from kb.queries.works import works_by_key
from kb.store.library import Library

_YEAR = re.compile(r"\d{4}[a-z]?|t\.\s?t\.|n\.\s?d\.|dalam proses|in press", re.IGNORECASE)


def study_faults(library: Library, study: WrittenStudy, held: WrittenStudy | None = None) -> Faults:
    """Facets, sentences and the work of a study; `held` is what the notes said of it before."""
    found = word_faults({"label": study.label, "note": study.note})
    known = {facet.name for facet in facets(library).values()}
    before = {v.id: v for values in (held.values.values() if held else ()) for v in values if v.id}
    for facet, values in study.values.items():
        if facet not in known:
            found[facet] = InputError("unknown-facet", name=facet, nearest=", ".join(sorted(known)))
        for value in values:
            old = before.get(value.id)
            found |= word_faults({facet: f"{value.text}{value.locator}"})
            found |= passage_faults(library, value.passage, old.passage if old else None, facet)
            if value.state == "stated" and not (value.value or value.text.strip()):
                found[facet] = InputError("entry-needed")
    for number, sentence in enumerate(study.sentences):
        found |= word_faults({f"sentence.{number}": sentence.text}, [f"sentence.{number}"])
    if study.work and study.work not in works_by_key(library):
        found["work"] = InputError("hop-unknown-work", work=study.work)
    return found


def reported_faults(library: Library, work: ReportedWork) -> Faults:
    """The work of a new study: who, what and when, and whether a study of it is there already."""
    found = word_faults({"authors": work.authors, "title": work.title, "container": work.container}, ["title"])
    if not author_names(work.authors):
        found["authors"] = InputError("entry-needed")
    if work.year.strip() and not _YEAR.fullmatch(work.year.strip()):
        found["year"] = InputError("entry-year", year=work.year.strip())
    if not found and (fault := reported_already(library, known_work(library, work))):
        found["title"] = fault
    return found


def reported_already(library: Library, citekey: str | None, but: str = "") -> InputError | None:
    """Another study of the same work: it is to be changed, not written twice."""
    for study in studies(library):
        if citekey and study.work and study.work.citekey == citekey and study.id != but:
            return InputError("study-there", label=study.label)
    return None
