"""What points to a thing, wherever in the notes that is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode

from kb.model.use import Use
from kb.queries.labels import names
from kb.store.library import Library
from kb.vocabulary import C4O, DCT, FOAF, RDF, short_id

_LIST = (RDF + "first", RDF + "rest")
_WORDS = (RDF + "value", C4O + "hasContent", FOAF + "name", DCT + "title")


def uses(library: Library, iri: str) -> tuple[Use, ...]:
    """Everything of the notes that names `iri`, by id; a hop or a list counts for the thing that holds it."""
    found = {
        (user, property): Use(short_id(library.base, user), kind_of(library, user), property, _words(library, user))
        for user, property in _users(library, NamedNode(iri))
        if user != iri
    }
    return tuple(sorted(found.values(), key=lambda use: (use.kind, use.id, use.property)))


def users_by(library: Library, predicate: str) -> dict[str, list[str]]:
    """Thing -> IRIs of those that name it by a predicate, themselves or by a blank node of theirs."""
    found: dict[str, list[str]] = defaultdict(list)
    for quad in library.store.quads_for_pattern(None, NamedNode(predicate), None, None):
        if isinstance(quad.object, NamedNode):
            found[quad.object.value] += _named(library, quad.subject)
    return {thing: sorted(dict.fromkeys(users)) for thing, users in found.items()}


def _named(library: Library, user: object) -> Iterator[str]:
    if isinstance(user, NamedNode):
        yield user.value
    elif isinstance(user, BlankNode):
        yield from (iri for iri, _ in _users(library, user))


def kind_of(library: Library, iri: str) -> str:
    """The local name of a thing's class, empty where the notes do not know it."""
    types = (
        quad.object.value
        for quad in library.store.quads_for_pattern(NamedNode(iri), NamedNode(RDF + "type"), None, None)
        if isinstance(quad.object, NamedNode)
    )
    return min((type.rpartition("#")[2].rpartition("/")[2] for type in types), default="")


def is_named(library: Library, iri: str) -> bool:
    """Whether the project speaks of this IRI at all, as subject or as object."""
    term, store = NamedNode(iri), library.store
    said = store.quads_for_pattern(term, None, None, None)
    named = store.quads_for_pattern(None, None, term, None)
    return next(said, None) is not None or next(named, None) is not None


def _users(library: Library, thing: NamedNode | BlankNode) -> Iterator[tuple[str, str]]:
    """Whoever names a thing and by which property; by hand, for blank nodes can go round in a circle."""
    todo: list[tuple[NamedNode | BlankNode, str]] = [(thing, "")]
    seen: set[object] = set()
    while todo:
        here, inner = todo.pop()
        for quad in library.store.quads_for_pattern(None, None, here, None):
            property = inner or ("" if quad.predicate.value in _LIST else _local(quad.predicate.value))
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value, property
            elif isinstance(quad.subject, BlankNode) and (quad.subject, property) not in seen:
                seen.add((quad.subject, property))
                todo.append((quad.subject, property))


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]


def _words(library: Library, iri: str) -> str:
    known = names(library).get(iri)
    if known and known.preferred:
        return known.preferred.get("id") or next(iter(known.preferred.values()))
    for property in _WORDS:
        for quad in library.store.quads_for_pattern(NamedNode(iri), NamedNode(property), None, None):
            return str(getattr(quad.object, "value", ""))
    return short_id(library.base, iri)


def objects(library: Library, iri: str, predicate: str) -> list[str]:
    """What a thing says by a predicate, as plain text."""
    quads = library.store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None, None)
    return sorted(str(getattr(quad.object, "value", "")) for quad in quads)


def links(library: Library, user: str, thing: str) -> dict[str, list[str]]:
    """The properties by which `user` names `thing` itself, each with the other IRIs it names; lists are not among them."""
    store, found = library.store, dict[str, list[str]]()
    for quad in store.quads_for_pattern(NamedNode(user), None, NamedNode(thing), None):
        others = store.quads_for_pattern(NamedNode(user), quad.predicate, None, None)
        iris = {other.object.value for other in others if isinstance(other.object, NamedNode)} - {thing}
        found[quad.predicate.value] = sorted(iris)
    return found
