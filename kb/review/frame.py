"""The typology that frames this study: its members are the aspects, its concept their owner."""

from __future__ import annotations

from kb.model.concept import Typology
from kb.queries.concepts import typologies
from kb.queries.studies import frame_of
from kb.store.library import Library
from kb.vocabulary import short_id


def frame(library: Library) -> Typology | None:
    """The focal study's frame, where the notes name one."""
    return library.remember("frame", lambda: _find(library))


def _find(library: Library) -> Typology | None:
    named = frame_of(library)
    return next((t for t in typologies(library) if named and t.id == short_id(library.base, named)), None)


def frame_members(library: Library) -> tuple[str, ...]:
    """Ids of the frame's members, in the text's order."""
    found = frame(library)
    return found.members if found else ()
