"""What a project's notes add to an audit."""

from __future__ import annotations

from kb.audit.chapter import Notes
from kb.queries.identifications import same_works
from kb.queries.people import persons
from kb.store.library import Library


def noted(library: Library) -> Notes:
    """People with their spellings, and which entries are held to be one work."""
    return Notes(persons(library), same_works(library))
