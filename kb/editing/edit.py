"""Changing one work, study, definition or concept: checked, then saved like everything else."""

from __future__ import annotations

from collections.abc import Mapping

from kb.editing.concepts import save_concept, written_concept
from kb.editing.definitions import save_definition, written_definition
from kb.editing.from_words import concept_of_words, definition_of_words
from kb.editing.named_concepts import label_turtle
from kb.editing.statements import set_facet
from kb.editing.targets import Target, target
from kb.editing.turtle_text import literal
from kb.errors import InputError
from kb.queries.labels import names
from kb.review.selection import facet_named
from kb.store.history import By
from kb.store.library import Library
from kb.store.save import Change, Saved, save
from kb.store.turtle_edit import set_properties
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
    base = library.files[wanted.file]
    mine = (_work if wanted.kind == "work" else _study)(library, wanted, base, values)
    summary = f"{wanted.id}: {', '.join(values)}"
    return save(library.root, [Change(wanted.file, base, mine)], by, summary)


def _work(library: Library, wanted: Target, data: bytes, values: Values) -> bytes:
    from kb.store.bibliography_edit import set_field

    for field, value in values.items():
        data = set_field(data, wanted.id, field.casefold(), value or None)
    return data


def _study(library: Library, wanted: Target, data: bytes, values: Values) -> bytes:
    labels = {key: value for key, value in values.items() if key in ("label", "label.en", "note")}
    if labels:
        data = set_properties(data, wanted.iri, _label_properties(library, wanted, labels), library.base)
    for key, value in values.items():
        if key not in labels:
            data = set_facet(library, wanted, data, facet_named(library, key), value)
    return data


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
