"""Checks of passages and typologies against the text they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding, Place
from kb.model.passage import Passage
from kb.queries.concepts import typologies
from kb.queries.passages import passages
from kb.store.library import Library
from kb.store.places import place_of
from kb.vocabulary import short_id


def place_in_draft(library: Library, passage: Passage | None, quote: str | None = None) -> Place:
    """The place of a passage in its draft, as the person names the file."""
    if passage is None:
        return Place(quote=quote or "")
    source = library.sources.get(passage.source)
    return Place(source.path if source else passage.source, passage.line, None, quote or passage.exact)


def passage_not_found(library: Library) -> Iterator[Finding]:
    """A passage must occur exactly once with its context; a look-alike is no evidence."""
    for iri, passage in passages(library).items():
        if passage.start is None:
            place = place_of(library, iri)
            yield Finding(
                "passage-not-found",
                "error",
                Place(place.file, place.line, None, passage.exact),
                {"passage": short_id(library.base, iri), "source": passage.source},
                about=(short_id(library.base, iri),),
            )


def count_differs(library: Library) -> Iterator[Finding]:
    """The number that the text announces against the members it lists."""
    for typology in typologies(library):
        if typology.stated_count is not None and typology.stated_count != len(typology.members):
            yield Finding(
                "count-differs",
                "error",
                place_in_draft(library, typology.passage),
                {"label": typology.label, "stated": typology.stated_count, "listed": len(typology.members)},
                about=(typology.id,),
            )
