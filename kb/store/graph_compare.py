"""Whether two sets of triples say the same, whatever their blank nodes are called.

A blank node that hangs in one place is named by what is said of it, from the leaves up: that is all that nested Turtle can
say. Where nodes are shared or go round in circles, colours are refined from their surroundings until they settle: in
bounded time, since an exact canonical form can take for ever on a file made to that end.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from pyoxigraph import Quad, Triple

Line = tuple[str, str, str]
"""Subject, predicate and object as N-Triples writes them."""
Meaning = Counter[Line]

_NESTED = re.compile(rb'_:.*|.* _:[^ "]+ \.')
"""A line of N-Triples with a blank node; no literal ends in one, for it ends with its quotation mark, language or type."""


def same_lines(one: bytes, other: bytes) -> bool:
    """Whether two sets of N-Triples say the same; only those with blank nodes are worth the long way."""
    lines, other_lines = set(one.split(b"\n")), set(other.split(b"\n"))
    nested, other_nested = _nested(lines), _nested(other_lines)
    if lines.difference(nested) != other_lines.difference(other_nested):
        return False
    return _named(map(_parts, nested)) == _named(map(_parts, other_nested))


def _nested(lines: Iterable[bytes]) -> list[bytes]:
    return [line for line in lines if b"_:" in line and _NESTED.fullmatch(line)]


def _parts(line: bytes) -> Line:
    subject, predicate, rest = line.decode("utf-8").split(" ", 2)
    return subject, predicate, rest.removesuffix(" .")


def same_meaning(one: Iterable[Triple | Quad], other: Iterable[Triple | Quad]) -> bool:
    """Whether two sets of triples say the same."""
    return meaning(one) == meaning(other)


def meaning(triples: Iterable[Triple | Quad]) -> Meaning:
    """The triples with blank nodes named by what is said of them; equal for graphs that say the same."""
    return _named((str(each.subject), str(each.predicate), str(each.object)) for each in triples)


def _named(lines: Iterable[Line]) -> Meaning:
    known = list(dict.fromkeys(lines))
    names = _by_content(known)
    if names is None:
        names = _settled(known)
    return Counter((names.get(one, one), predicate, names.get(other, other)) for one, predicate, other in known)


def _by_content(lines: list[Line]) -> dict[str, str] | None:
    """Names from what is said of each node; None where a node hangs in two places or in a circle."""
    said: dict[str, list[tuple[str, str]]] = {}
    above: dict[str, str] = {}
    for one, predicate, other in lines:
        if one.startswith("_:"):
            said.setdefault(one, []).append((predicate, other))
        if other.startswith("_:"):
            said.setdefault(other, [])
            if other in above:
                return None
            above[other] = one
    waiting = Counter(one for one in above.values() if one in said)
    ready = [node for node in said if node not in waiting]
    names: dict[str, str] = {}
    for node in ready:
        names[node] = _hashed(sorted((predicate, names.get(other, other)) for predicate, other in said[node]))
        over = above.get(node, "")
        if over in waiting:
            waiting[over] -= 1
            if not waiting[over]:
                ready.append(over)
    return names if len(names) == len(said) else None


def _settled(lines: list[Line]) -> dict[str, str]:
    around: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for one, predicate, other in lines:
        if one.startswith("_:"):
            around[one].append((">", predicate, other))
        if other.startswith("_:"):
            around[other].append(("<", predicate, one))
    colours = dict.fromkeys(around, "_")
    kinds = 0
    while len(set(colours.values())) > kinds:
        kinds = len(set(colours.values()))
        colours = {node: _colour(node, seen, colours) for node, seen in around.items()}
    return colours


def _colour(node: str, seen: list[tuple[str, str, str]], colours: dict[str, str]) -> str:
    return _hashed((colours[node], sorted((way, name, colours.get(other, other)) for way, name, other in seen)))


def _hashed(what: object) -> str:
    return "_:" + hashlib.blake2b(repr(what).encode(), digest_size=16).hexdigest()
