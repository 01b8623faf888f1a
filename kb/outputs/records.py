"""Answers as plain data for JSON, with the keys of the contract (docs/cli.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kb.model.concept import Concept, Typology
from kb.model.coverage import Coverage, Crosstab, Meeting
from kb.model.definition import Attribution, Definition, Hop
from kb.model.narrative import Narrative
from kb.model.passage import Passage
from kb.model.study import FacetValue, Sentence, Study
from kb.model.table import Table

Record = dict[str, Any]


def passage_record(passage: Passage | None) -> Record | None:
    """A passage, or None where the value was entered by hand."""
    if passage is None:
        return None
    return {
        "source": passage.source,
        "exact": passage.exact,
        "start": passage.start,
        "end": passage.end,
        "line": passage.line,
    }


def _via(hop: Hop) -> Record:
    return {
        "name": hop.name,
        "name_as_written": hop.name_as_written,
        "year": hop.year_as_written,
        "work_year": hop.work_year,
        "locator": hop.locator,
        "citekey": hop.citekey,
        "identification": hop.identification,
    }


def definition_record(definition: Definition, citation: str | None) -> Record:
    """A definition of the ledger; `citation` is how it is printed in the text."""
    attribution = definition.attribution
    origin = attribution.originator if attribution else None
    return {
        "id": definition.id,
        "concept": definition.concept,
        "labels": dict(definition.labels),
        "text": definition.text,
        "language": definition.language,
        "quotation": definition.quotation,
        "author": origin.name if origin else None,
        "author_as_written": origin.name_as_written if origin else None,
        "year": origin.year_as_written if origin else None,
        "work_year": origin.work_year if origin else None,
        "locator": origin.locator if origin else None,
        "citekey": origin.citekey if origin else None,
        "identification": origin.identification if origin else None,
        "via": [_via(hop) for hop in attribution.via] if attribution else [],
        "attributed_to": [_attributed(chain) for chain in (attribution, *definition.also) if chain],
        "citation": citation,
        "citation_as_written": attribution.as_printed if attribution else None,
        "passage": passage_record(definition.passage),
        "similar": [{"id": other.id, "score": other.score} for other in definition.similar],
        "note": definition.note,
    }


def _attributed(attribution: Attribution) -> Record:
    origin = attribution.originator
    return {
        "author": origin.name,
        "author_as_written": origin.name_as_written,
        "year": origin.year_as_written,
        "citekey": origin.citekey,
        "via": [_via(hop) for hop in attribution.via],
    }


def typology_record(typology: Typology) -> Record:
    """A typology with its members' labels in the text's order."""
    return {
        "id": typology.id,
        "label": typology.label,
        "labels": dict(typology.labels),
        "kind": typology.kind,
        "attributed_to": [_attributed(attribution) for attribution in typology.attributed_to],
        "stated_count": typology.stated_count,
        "members": list(typology.member_labels),
        "member_ids": list(typology.members),
        "passage": passage_record(typology.passage),
    }


def concept_record(concept: Concept, labels: Mapping[str, str]) -> Record:
    """A concept; `labels` turns the ids of other concepts into the names that are shown."""
    return {
        "id": concept.id,
        "label": concept.label,
        "labels": dict(concept.labels),
        "alt_labels": {language: list(group) for language, group in concept.alt_labels.items()},
        "main": concept.main,
        "broader": list(concept.broader),
        "narrower": list(concept.narrower),
        "related": list(concept.related),
        "relations": [
            {
                "id": relation.id,
                "verb": relation.verb_labels.get("id", relation.verb),
                "verb_labels": dict(relation.verb_labels),
                "to": relation.object,
                "to_label": labels.get(relation.object, relation.object),
                "passage": passage_record(relation.passage),
            }
            for relation in concept.relations
        ],
        "definitions": len(concept.definitions),
        "definition_ids": list(concept.definitions),
        "studies": list(concept.studies),
        "typologies": [typology_record(typology) for typology in concept.typologies],
    }


def _facet_value(value: FacetValue) -> Record:
    return {
        "value": value.value,
        "text": value.text,
        "state": value.state,
        "basis": value.basis,
        "labels": dict(value.labels),
        "passage": passage_record(value.passage),
    }


def _sentence(sentence: Sentence) -> Record:
    return {
        "id": sentence.id,
        "text": sentence.text,
        "origin": sentence.origin,
        "facets": list(sentence.facets),
        "basis": sentence.basis,
        "passages": [passage_record(passage) for passage in sentence.passages],
    }


def study_record(study: Study, glance: Mapping[str, Sequence[str]] | None = None) -> Record:
    """A study with every facet, one entry per value; `glance` names the facets shared with the focal one, and the rest."""
    work = study.work
    return {
        "id": study.id,
        "citekey": work.citekey if work else None,
        "authors": [author.name for author in work.authors] if work else [],
        "year": work.year if work else None,
        "title": work.title if work else None,
        "label": study.label,
        "focal": study.focal,
        "aspects": list(study.aspects),
        "facets": {name: [_facet_value(value) for value in values] for name, values in study.facets.items()},
        "similarities": [_sentence(sentence) for sentence in study.similarities],
        "differences": [_sentence(sentence) for sentence in study.differences],
        "not_comparable": [{"facet": item.facet, "why": item.why} for item in study.not_comparable],
        "at_a_glance": {name: list(names) for name, names in glance.items()} if glance is not None else None,
        "note": study.note,
    }


def matrix_record(matrix: Coverage) -> Record:
    """The coverage matrix."""
    return {
        "facet": matrix.facet,
        "facet_labels": dict(matrix.facet_labels),
        "values": list(matrix.values),
        "value_ids": list(matrix.value_ids),
        "rows": [
            {
                "study": row.study,
                "label": row.label,
                "cells": {value: {"state": mark.state, "basis": mark.basis} for value, mark in row.cells.items()},
            }
            for row in matrix.rows
        ],
        "uncovered": list(matrix.uncovered),
        "covered_by": {value: list(by) for value, by in matrix.covered_by.items()},
        "smallest_cover": list(matrix.smallest_cover),
        "uncovered_pairs": [list(pair) for pair in matrix.uncovered_pairs],
        "gap_sentence": dict(matrix.gap_sentence),
    }


def crosstab_record(table: Crosstab) -> Record:
    """Two facets against each other: a row a value, its cells by the other facet's values, empty ones too."""
    return {
        "facet": table.facet,
        "by": table.by,
        "facet_labels": dict(table.facet_labels),
        "by_labels": dict(table.by_labels),
        "values": list(table.values),
        "by_values": list(table.by_values),
        "rows": [
            {
                "value": a,
                "cells": {b: _meeting(table, a, b) for b in table.by_values},
                "total": table.total(a, row=True),
            }
            for a in table.values
        ],
        "totals": {b: table.total(b, row=False) for b in table.by_values},
        "uncovered": [list(pair) for pair in table.uncovered],
        "focal": sorted(list(pair) for pair in table.focal),
        "left_out": list(table.left_out),
    }


def _meeting(table: Crosstab, value: str, by: str) -> Record:
    meeting = table.cells.get((value, by), Meeting())
    return {
        "count": len(meeting.studies),
        "studies": list(meeting.studies),
        "interpreted": list(meeting.interpreted),
        "focal": (value, by) in table.focal,
    }


def narrative_record(narrative: Narrative) -> Record:
    """The narrative; foreign terms of the text stand between asterisks."""
    return {
        "heading": narrative.heading,
        "language": narrative.language,
        "paragraphs": [
            {
                "kind": paragraph.kind,
                "study": paragraph.study,
                "text": paragraph.text,
                "facets": list(paragraph.facets),
                "passages": [passage_record(passage) for passage in paragraph.passages],
            }
            for paragraph in narrative.paragraphs
        ],
        "left_out": [{"study": study, "facets": list(facets)} for study, facets in narrative.left_out],
    }


def table_record(table: Table) -> Record:
    """The comparison table."""
    from kb.model.text import plain

    return {
        "caption": table.caption,
        "number": table.number,
        "source_line": plain(table.source_line),
        "notes": [plain(runs) for runs in table.notes],
        "columns": [{"id": column.id, "label": column.label} for column in table.columns],
        "rows": [
            {
                "study": row.study,
                "group": row.group,
                "cells": {
                    name: {
                        "text": cell.text,
                        "origin": cell.origin,
                        "state": cell.state,
                        "passages": [passage_record(passage) for passage in cell.passages],
                    }
                    for name, cell in row.cells.items()
                },
            }
            for row in table.rows
        ],
    }
