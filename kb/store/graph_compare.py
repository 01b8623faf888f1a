"""Whether two sets of triples say the same, whatever their blank nodes are called.

Colours of blank nodes are refined from their surroundings until they settle. That tells apart all that nested Turtle
can say, in bounded time; an exact canonical form can take for ever on a file made to that end.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, Quad, Triple

Meaning = Counter[tuple[str, str, str]]


def same_meaning(one: Iterable[Triple | Quad], other: Iterable[Triple | Quad]) -> bool:
    """Whether two sets of triples say the same; only those with blank nodes are worth the long way."""
    plain, nested = _apart(one)
    other_plain, other_nested = _apart(other)
    return plain == other_plain and meaning(nested) == meaning(other_nested)


def _apart(triples: Iterable[Triple | Quad]) -> tuple[set[tuple[object, object, object]], list[Triple | Quad]]:
    plain: set[tuple[object, object, object]] = set()
    nested: list[Triple | Quad] = []
    for each in triples:
        if isinstance(each.subject, BlankNode) or isinstance(each.object, BlankNode):
            nested.append(each)
        else:
            plain.add((each.subject, each.predicate, each.object))
    return plain, nested


def meaning(triples: Iterable[Triple | Quad]) -> Meaning:
    """The triples with blank nodes named by what is said of them; equal for graphs that say the same."""
    known = list(dict.fromkeys(triples))
    colours = _settled(known)

    def named(term: object) -> str:
        return colours[term] if isinstance(term, BlankNode) else str(term)

    return Counter((named(t.subject), str(t.predicate), named(t.object)) for t in known)


def _settled(triples: list[Triple | Quad]) -> dict[BlankNode, str]:
    around: dict[BlankNode, list[tuple[str, str, object]]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, BlankNode):
            around[triple.subject].append((">", str(triple.predicate), triple.object))
        if isinstance(triple.object, BlankNode):
            around[triple.object].append(("<", str(triple.predicate), triple.subject))
    colours = dict.fromkeys(around, "_")
    kinds = 0
    while len(set(colours.values())) > kinds:
        kinds = len(set(colours.values()))
        colours = {node: _colour(node, lines, colours) for node, lines in around.items()}
    return colours


def _colour(node: BlankNode, lines: list[tuple[str, str, object]], colours: dict[BlankNode, str]) -> str:
    seen = sorted((way, name, colours[o] if isinstance(o, BlankNode) else str(o)) for way, name, o in lines)
    return "_:" + hashlib.blake2b(repr((colours[node], seen)).encode(), digest_size=16).hexdigest()
