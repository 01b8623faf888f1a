"""Studies: written with their work, changed, taken out with all that speaks of them alone."""

from __future__ import annotations

from dataclasses import replace

from kb.editing.changed_notes import ChangedNotes
from kb.editing.faults import require
from kb.editing.passages import held_quote
from kb.editing.study_faults import reported_already, reported_faults, study_faults
from kb.editing.study_sentences import write_sentences
from kb.editing.study_statements import remove_statement, settled, value_iri, write_statements
from kb.editing.study_works import author_names, family_name, study_label, work_of
from kb.editing.turtle_text import literal, resource
from kb.editing.written import Kept
from kb.editing.written_study import Kind, ReportedWork, WrittenSentence, WrittenStudy, WrittenValue
from kb.errors import InputError
from kb.model.study import FacetValue, Sentence, Study
from kb.model.work import Author, Work
from kb.queries.labels import labels_of, names
from kb.queries.naming import nearest
from kb.queries.question import ask
from kb.queries.studies import prior_studies, studies
from kb.queries.uses import uses
from kb.queries.works import works_by_key
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change, Saved, save
from kb.store.turtle_edit import subjects
from kb.vocabulary import KAJIAN, SKOS, work_iri

_WITH_IT = frozenset({"FacetStatement", "Similarity", "Difference", "Admission"})
"""Classes of things that say something of one study and mean nothing without it."""


def study_named(library: Library, identifier: str) -> Study:
    """The study with this id, letter case aside; InputError with the nearest ids where there is none."""
    folded = {study.id.casefold(): study for study in studies(library)}
    found = folded.get(identifier.casefold())
    if found is None:
        close = nearest(identifier, [s.id for s in folded.values()]) or tuple(s.id for s in folded.values())[:5]
        raise InputError("unknown-id", name=identifier, nearest=", ".join(close) or "–")
    return found


def written_study(library: Library, identifier: str) -> WrittenStudy:
    """A study as a form shows it."""
    found = study_named(library, identifier)
    return WrittenStudy(
        label=found.label,
        work=found.work.citekey if found.work else "",
        values={facet: tuple(_value(library, v) for v in held) for facet, held in found.facets.items() if held},
        sentences=(
            *(_sentence(library, "similarity", each) for each in found.similarities),
            *(_sentence(library, "difference", each) for each in found.differences),
        ),
        note=found.note or "",
    )


def add_study(library: Library, study: WrittenStudy, work: ReportedWork | None = None, by: By = "app") -> Kept:
    """A new prior study, last in the review, with its work; FormError where something is missing or cannot be.

    `work` is what the person typed of a work, None where `study.work` names one of the bibliography.
    """
    faults = study_faults(library, study)
    if work:
        faults |= reported_faults(library, work)
    elif not study.work:
        faults["title"] = InputError("entry-needed")
    elif there := reported_already(library, study.work):
        faults["work"] = there
    require(faults)
    citekey, changes = work_of(library, work) if work else (study.work, [])
    notes = ChangedNotes(library)
    label = study.label.strip() or (study_label(work) if work else citekey)
    iri = notes.iri(_free_id(notes, work, citekey))
    said = f"{literal(label)} , {literal(label, 'en')}"
    notes.add(
        iri,
        KAJIAN + "Study",
        {
            SKOS + "prefLabel": said,
            KAJIAN + "reportedIn": resource(work_iri(library.base, citekey)),
            SKOS + "editorialNote": literal(study.note) if study.note.strip() else None,
        },
        f"studies/{notes.short(iri).removeprefix('studi-')}",
        like=(),
    )
    _in_review(notes, [*_order(library), iri])
    for facet, values in study.values.items():
        write_statements(notes, iri, facet, (), values)
    write_sentences(notes, iri, (), study.sentences, study)
    return Kept(notes.short(iri), notes.save(by, f"{notes.short(iri)}: {label}", changes))


def save_study(library: Library, study: WrittenStudy, identifier: str, by: By = "app") -> Kept:
    """Change a study: what is the same stays untouched, byte for byte."""
    found, held = study_named(library, identifier), written_study(library, identifier)
    faults = study_faults(library, study, held)
    if study.work != held.work and (there := reported_already(library, study.work, found.id)):
        faults["work"] = there
    require(faults)
    notes = ChangedNotes(library)
    changed = change_study(notes, found, held, study)
    return Kept(found.id, notes.save(by, f"{found.id}: {', '.join(changed) or '–'}"))


def change_study(notes: ChangedNotes, found: Study, held: WrittenStudy, study: WrittenStudy) -> list[str]:
    """Write what differs; returns the names of the fields and facets that do."""
    iri, changed = notes.iri(found.id), []
    properties: dict[str, str | None] = {}
    if study.label.strip() and study.label != held.label:
        properties[SKOS + "prefLabel"] = _labels(notes.library, iri, study.label.strip())
        changed.append("label")
    if study.work != held.work:
        properties[KAJIAN + "reportedIn"] = resource(work_iri(notes.library.base, study.work)) if study.work else None
        changed.append("work")
    if study.note.strip() != held.note.strip():
        properties[SKOS + "editorialNote"] = literal(study.note.strip()) if study.note.strip() else None
        changed.append("note")
    notes.change(iri, properties)
    for facet in dict.fromkeys((*held.values, *study.values)):
        before, after = held.values.get(facet, ()), study.values.get(facet, ())
        if before != after:
            write_statements(notes, iri, facet, before, after)
            changed.append(facet)
    if study.sentences != held.sentences:
        write_sentences(notes, iri, held.sentences, study.sentences, study)
        changed.append("sentences")
    return changed


def remove_study(library: Library, identifier: str, by: By = "app") -> Saved:
    """A prior study out, with its statements, sentences and passages; its work stays in the bibliography."""
    found = study_named(library, identifier)
    if found.focal:
        raise InputError("study-focal", name=found.id)
    notes = ChangedNotes(library)
    iri = notes.iri(found.id)
    for use in uses(library, iri):
        if use.kind in _WITH_IT:
            remove_statement(notes, notes.iri(use.id))
    _in_review(notes, [other for other in _order(library) if other != iri])
    notes.remove(iri)
    changes = [_without_empty(library, change) for change in notes.changes()]
    return save(library.root, changes, by, f"{found.id}: –")


def as_study(library: Library, written: WrittenStudy, work: ReportedWork | None) -> Study:
    """What the notes would say once it is saved: for a preview."""
    known = next((w for w in works_by_key(library).values() if w.citekey == written.work), None)
    if known is None and work is not None and author_names(work.authors):
        authors = tuple(Author(name, family_name(name)) for name in author_names(work.authors))
        known = Work("", "", authors, work.year.strip() or None, work.title.strip() or None)
    values = {
        facet: tuple(
            _shown(library, facet, settled(library, facet, value), number) for number, value in enumerate(held)
        )
        for facet, held in written.values.items()
    }
    return Study("", written.label or (study_label(work) if work and known else "–"), known, False, values)


def _shown(library: Library, facet: str, value: WrittenValue, number: int) -> FacetValue:
    labels = labels_of(library, value_iri(library, value.value)) if value.value else {}
    return FacetValue(
        value.id or f"fs-{number}",
        facet,
        value.value or None,
        value.text or None,
        value.state,
        value.basis,
        None,
        labels,
    )


def _without_empty(library: Library, change: Change) -> Change:
    """A file that says nothing any more is taken away."""
    gone = change.mine is not None and not subjects(change.mine, library.base)
    return replace(change, mine=None) if gone else change


def _value(library: Library, value: FacetValue) -> WrittenValue:
    held = held_quote(library, library.base + value.id)
    return WrittenValue(
        value=value.value or "",
        text=value.text or "",
        state=value.state,
        basis=value.basis,
        passage=held[1] if held else None,
        locator=value.locator or "",
        language=value.language,
        id=value.id,
    )


def _sentence(library: Library, kind: Kind, sentence: Sentence) -> WrittenSentence:
    held = held_quote(library, library.base + (sentence.id or ""))
    return WrittenSentence(kind, sentence.text, sentence.facets, held[1] if held else None, sentence.id or "")


def _free_id(notes: ChangedNotes, work: ReportedWork | None, citekey: str) -> str:
    """`studi-` and the first author's family name, with the year where another study has that."""
    if work is None:
        return notes.free("studi", citekey)
    family = family_name(author_names(work.authors)[0])
    first = notes.free("studi", family)
    return first if not first[-1].isdigit() else notes.free("studi", f"{family} {work.year}")


def _labels(library: Library, iri: str, label: str) -> str:
    """The label in Indonesian, and in English too where that was the same word."""
    known = names(library).get(iri)
    old = dict(known.preferred) if known else {}
    english = label if old.get("en") in (None, old.get("id")) else old["en"]
    return f"{literal(label)} , {literal(english, 'en')}"


def _order(library: Library) -> list[str]:
    return [library.base + study.id for study in prior_studies(library)]


def _in_review(notes: ChangedNotes, order: list[str]) -> None:
    reviews = [row["review"] or "" for row in ask(notes.library, "review")]
    listed = f"( {' '.join(resource(each) for each in order)} )" if order else None
    if reviews:
        notes.change(reviews[0], {KAJIAN + "priorStudies": listed})
