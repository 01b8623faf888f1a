"""Persamaan and Perbedaan in a person's words: kept as written, linked to the facets they speak of."""

from __future__ import annotations

from collections.abc import Iterable

from kb.editing.changed_notes import ChangedNotes, Properties
from kb.editing.passages import write_passage
from kb.editing.study_statements import facet_iri, numbered, remove_statement, settled, stem_of
from kb.editing.turtle_text import literal, resource
from kb.editing.written_study import WrittenSentence, WrittenStudy
from kb.model.study import FacetValue, Study
from kb.queries.studies import focal_study
from kb.review.written import fingerprint
from kb.vocabulary import DCT, KAJIAN, RDF

_CLASSES = {"similarity": ("Similarity", "sama"), "difference": ("Difference", "beda")}


def write_sentences(
    notes: ChangedNotes,
    study: str,
    before: Iterable[WrittenSentence],
    after: Iterable[WrittenSentence],
    all: WrittenStudy,
) -> None:
    """The sentences that compare a study (an IRI) with the focal one; each remembers what its facets say now."""
    held, wanted = {each.id: each for each in before if each.id}, list(after)
    kept = {each.id for each in wanted}
    for identifier in held:
        if identifier not in kept:
            remove_statement(notes, notes.iri(identifier))
    for sentence in wanted:
        old = held.get(sentence.id)
        if old is None or old.kind != sentence.kind:
            if old is not None:
                remove_statement(notes, notes.iri(old.id))
            _add(notes, study, sentence, all)
        elif old != sentence:
            _change(notes, old, sentence, all)


def _add(notes: ChangedNotes, study: str, sentence: WrittenSentence, all: WrittenStudy) -> None:
    kind, prefix = _CLASSES[sentence.kind]
    focal = focal_study(notes.library)
    iri = numbered(notes, f"{prefix}-{stem_of(notes, study)}")
    source = write_passage(notes, iri, sentence.passage) if sentence.passage else None
    notes.add(
        iri,
        KAJIAN + kind,
        {
            KAJIAN + "compares": resource(notes.iri(focal.id)) if focal else None,
            KAJIAN + "comparedWith": resource(study),
            **_own(notes, sentence, all),
            DCT + "source": source,
        },
        "review",
    )


def _change(notes: ChangedNotes, old: WrittenSentence, sentence: WrittenSentence, all: WrittenStudy) -> None:
    properties = dict(_own(notes, sentence, all))
    if sentence.passage != old.passage:
        properties[DCT + "source"] = write_passage(notes, notes.iri(old.id), sentence.passage)
    notes.change(notes.iri(old.id), properties)


def _own(notes: ChangedNotes, sentence: WrittenSentence, all: WrittenStudy) -> Properties:
    facets = " , ".join(resource(facet_iri(notes.library, facet)) for facet in sentence.facets)
    return {
        KAJIAN + "facet": facets or None,
        RDF + "value": literal(" ".join(sentence.text.split())),
        KAJIAN + "basedOn": literal(_basis(notes, sentence, all), None) if sentence.facets else None,
    }


def _basis(notes: ChangedNotes, sentence: WrittenSentence, all: WrittenStudy) -> str:
    """What the facets of the sentence say once the study is saved."""
    focal = focal_study(notes.library)
    values = {
        facet: tuple(
            FacetValue("", facet, v.value or None, v.text, v.state, v.basis, None, {})
            for v in (settled(notes.library, facet, each) for each in all.values.get(facet, ()))
        )
        for facet in sentence.facets
    }
    mine = Study("", "", None, False, values)
    return fingerprint([side for side in (focal, mine) if side], sentence.facets)
