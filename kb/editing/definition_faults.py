"""What hinders the save of a definition."""

from __future__ import annotations

from kb.editing.faults import Faults, citation_faults, language_faults, passage_faults, word_faults
from kb.editing.written import Quote, WrittenDefinition
from kb.errors import InputError
from kb.queries.concepts import concepts
from kb.store.library import Library


def definition_faults(library: Library, definition: WrittenDefinition, held: Quote | None = None) -> Faults:
    """Field by field; `held` is the passage that the definition had before."""
    known = {concept.id for concept in concepts(library).values()}
    found = word_faults({"text": definition.text, "note": definition.note}, ["text"])
    if definition.concept not in known:
        found["concept"] = InputError("entry-concept", name=definition.concept or "–")
    return {
        **found,
        **language_faults(definition.language),
        **citation_faults(library, definition.citations),
        **passage_faults(library, definition.passage, held),
    }
