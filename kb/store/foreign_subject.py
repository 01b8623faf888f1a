"""A subject of another project beside what this one says of it: the same, more, or something else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal as Kind

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kb.findings import Place
from kb.store.graph_compare import meaning
from kb.store.library import Library
from kb.vocabulary import KAJIAN, SKOS

_ADDABLE = frozenset(
    SKOS + name
    for name in ("altLabel", "hiddenLabel", "definition", "related", "broader", "topConceptOf", "inScheme", "editorialNote",
                 "scopeNote", "hasTopConcept")
) | {KAJIAN + "searchLog", KAJIAN + "valueScheme"}  # fmt: skip
"""What a subject may say more than once, so that both projects' words can stand side by side."""
Objects = dict[str, list[str]]
"""Predicate -> objects as Turtle."""


@dataclass(frozen=True, slots=True)
class ForeignSubject:
    """A subject of the other project under its name here.

    `state`: `new`, `same`, `more` (`additions` can stand beside what is here), or `differs` in the predicates `differing`.
    """

    iri: str
    id: str
    types: frozenset[str]
    place: Place
    title: str
    turtle: str
    state: Kind["new", "same", "more", "differs"]
    additions: Objects = field(default_factory=dict)
    differing: tuple[str, ...] = ()
    about: str = ""


def compared(found: ForeignSubject, here: list[Quad], quads: list[Quad]) -> ForeignSubject:
    """`found` with what its triples are beside those that are here."""
    mine, theirs = meaning(here), meaning(quads)
    if all(triple in mine for triple in theirs):
        return replace(found, state="same")
    subject = NamedNode(found.iri)
    held = {quad.predicate.value for quad in here if quad.subject == subject}
    languages = {
        q.object.language for q in here if q.predicate.value == SKOS + "prefLabel" and isinstance(q.object, Literal)
    }
    additions: Objects = {}
    differing: list[str] = []
    inner = {quad.predicate.value for quad in quads if quad.subject == subject and isinstance(quad.object, BlankNode)}
    for quad in quads:
        name = quad.predicate.value
        if quad.subject != subject or isinstance(quad.object, BlankNode):
            continue
        if (str(quad.subject), str(quad.predicate), str(quad.object)) in mine:
            continue
        label = (
            name == SKOS + "prefLabel" and isinstance(quad.object, Literal) and quad.object.language not in languages
        )
        if name in _ADDABLE or name not in held or label:
            additions.setdefault(name, []).append(str(quad.object))
        else:
            differing.append(_local(name))
    differing += [_local(name) for name in inner if _part(here, subject, name) != _part(quads, subject, name)]
    state: Kind["more", "differs"] = "differs" if differing else "more"
    return replace(found, state=state, additions=additions, differing=tuple(dict.fromkeys(differing)))


def _part(quads: Iterable[Quad], subject: NamedNode, predicate: str) -> object:
    """What lies behind one predicate, blank nodes with all that they hold."""
    about: dict[object, list[Quad]] = defaultdict(list)
    for quad in quads:
        if quad.subject != subject or quad.predicate.value == predicate:
            about[quad.subject].append(quad)
    return meaning(reached_triples(about, subject))


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def own_triples(library: Library, iri: str) -> list[Quad]:
    """What this project says of a subject, blank nodes with it."""
    found: list[Quad] = []
    todo: list[NamedNode | BlankNode] = [NamedNode(iri)]
    seen: set[object] = set()
    while todo:
        node = todo.pop()
        for quad in library.store.quads_for_pattern(node, None, None, None):
            found.append(Quad(quad.subject, quad.predicate, quad.object))
            if isinstance(quad.object, BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                todo.append(quad.object)
    return found


def reached_triples(about: Mapping[object, list[Quad]], node: NamedNode | BlankNode) -> Iterable[Quad]:
    """What is said of a node, blank nodes with it."""
    todo, seen = [node], {node}
    while todo:
        for quad in about.get(todo.pop(0), ()):
            yield quad
            if isinstance(quad.object, BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                todo.append(quad.object)
