"""What hinders the save of a definition."""

from __future__ import annotations

from kb.editing.faults import Faults, citation_faults, language_faults, passage_faults, word_faults
from kb.editing.written import Quote, WrittenDefinition
from kb.errors import InputError
from kb.queries.concepts import concept_iris
from kb.store.library import Library
from kb.vocabulary import short_id


def definition_faults(library: Library, definition: WrittenDefinition, held: Quote | None = None) -> Faults:
    """Field by field; `held` is the passage that the definition had before."""
    known = {short_id(library.base, iri) for iri in concept_iris(library)}
    found = word_faults({"text": definition.text, "note": definition.note}, ["text"])
    if definition.concept not in known:
        found["concept"] = InputError("entry-concept", name=definition.concept or "–")
    return {
        **found,
        **language_faults(definition.language),
        **citation_faults(library, definition.citations),
        **passage_faults(library, definition.passage, held),
    }
