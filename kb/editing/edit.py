"""Changing one work, study, definition or concept: checked, then saved like everything else."""

from __future__ import annotations

from collections.abc import Mapping

from kb.editing.changed_notes import ChangedNotes
from kb.editing.concepts import save_concept, written_concept
from kb.editing.definitions import save_definition, written_definition
from kb.editing.from_words import concept_of_words, definition_of_words
from kb.editing.named_concepts import label_turtle
from kb.editing.statements import values_in
from kb.editing.studies import written_study
from kb.editing.study_statements import write_statements
from kb.editing.targets import Target, target
from kb.editing.turtle_text import literal
from kb.errors import InputError
from kb.queries.labels import names
from kb.review.selection import facet_named
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change, Saved, save
from kb.vocabulary import SKOS

Values = Mapping[str, str | None]
"""Key -> new value; None or an empty text takes the value away."""

_LABELS = {"label": "id", "label.en": "en"}


def edit(library: Library, identifier: str, values: Values, by: By = "edit") -> Saved:
    """Change what `identifier` names and save; `library.files` are what the change is based on.

    InputError for an id or key that nothing bears; SaveError, with the files as they were, for everything else.
    """
    wanted = target(library, identifier)
    if wanted.kind == "definition":
        definition = definition_of_words(library, values, written_definition(library, wanted.id))
        return save_definition(library, definition, wanted.id, by).saved
    if wanted.kind == "concept":
        concept = concept_of_words(library, values, written_concept(library, wanted.id))
        return save_concept(library, concept, wanted.id, by).saved
    if wanted.kind == "study":
        return _edit_study(library, wanted, values, by)
    base = library.files[wanted.file]
    mine = _work(library, wanted, base, values)
    summary = f"{wanted.id}: {', '.join(values)}"
    return save(library.root, [Change(wanted.file, base, mine)], by, summary)


def _work(library: Library, wanted: Target, data: bytes, values: Values) -> bytes:
    from kb.store.bibliography_edit import set_field

    for field, value in values.items():
        data = set_field(data, wanted.id, field.casefold(), value or None)
    return data


def _edit_study(library: Library, wanted: Target, values: Values, by: By) -> Saved:
    """Labels and note as those of a concept, facets by their names in either language."""
    notes = ChangedNotes(library)
    labels = {key: value for key, value in values.items() if key in ("label", "label.en", "note")}
    if labels:
        notes.change(wanted.iri, _label_properties(library, wanted, labels))
    held = written_study(library, wanted.id).values
    for key, line in values.items():
        if key not in labels:
            facet = facet_named(library, key)
            before = held.get(facet, ())
            write_statements(notes, wanted.iri, facet, before, values_in(library, facet, line, before))
    return notes.save(by, f"{wanted.id}: {', '.join(values)}")


def _label_properties(library: Library, wanted: Target, values: Values) -> dict[str, str | None]:
    """A study's labels of both languages together, since a predicate is written whole; it keeps an Indonesian one."""
    known = names(library).get(wanted.iri)
    preferred = dict(known.preferred) if known else {}
    for key, language in _LABELS.items():
        if key in values:
            preferred[language] = values[key] or ""
    if not preferred.get("id"):
        raise InputError("value-needed", key="label")
    found: dict[str, str | None] = {SKOS + "prefLabel": label_turtle(preferred)}
    if "note" in values:
        found[SKOS + "editorialNote"] = literal(values["note"]) if values["note"] else None
    return found
