"""One subject's triples as Turtle, always in the same form: type first, predicates in one order, objects as they came.

Blank nodes and lists stand inside the block. Line ends within texts are escaped, so that a tool that changes the line
ends of a file cannot change a quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kb.errors import SaveError
from kb.store.turtle_order import predicate_place, prefix_place
from kb.vocabulary import RDF, XSD

Term = NamedNode | BlankNode | Literal | Triple
_FIRST, _REST, _NIL = RDF + "first", RDF + "rest", RDF + "nil"
_PERCENT = "%[0-9A-Fa-f]{2}"
_LOCAL = re.compile(rf"(?:[A-Za-z0-9_]|{_PERCENT})(?:(?:[A-Za-z0-9_.-]|{_PERCENT})*(?:[A-Za-z0-9_-]|{_PERCENT}))?")
_SHORT = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "double": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
_CONTROL = re.compile(r'[\\"\x00-\x08\x0a-\x1f\x7f]')
_INDENT = 4
_DEEPEST = 50


def render_subject(subject: str, triples: Iterable[Triple | Quad], prefixes: Mapping[str, str], newline: str) -> str:
    """The block of `subject` (an IRI) with its full stop; `triples` are its own and those of its blank nodes.

    SaveError where they do not form one block: something else is a subject, or a blank node is used twice.
    """
    writer = _Writer(triples, prefixes, newline)
    block = f"{writer.iri(subject)} {writer.properties(NamedNode(subject), _INDENT, 0)} ."
    if NamedNode(subject) not in writer.about or writer.about.keys() - writer.written:
        raise SaveError("turtle-not-one-block", subject=subject)
    return block


@lru_cache(maxsize=64)
def _spaces(prefixes: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """The longest namespaces first; thousands of blocks are written with one table."""
    return sorted(prefixes, key=lambda item: (-len(item[1]), prefix_place(item[0])))


class _Writer:
    """Holds the triples by subject, and which subjects have been written."""

    def __init__(self, triples: Iterable[Triple | Quad], prefixes: Mapping[str, str], newline: str) -> None:
        self.about: dict[Term, dict[str, list[Term]]] = {}
        for triple in triples:
            objects = self.about.setdefault(triple.subject, {}).setdefault(triple.predicate.value, [])
            if triple.object not in objects:
                objects.append(triple.object)
        pointed = Counter(o for said in self.about.values() for objects in said.values() for o in objects)
        self.shared = {term for term, count in pointed.items() if isinstance(term, BlankNode) and count > 1}
        self.written: set[Term] = set()
        self.newline = newline
        self.spaces = _spaces(tuple(prefixes.items()))

    def properties(self, subject: Term, pad: int, depth: int) -> str:
        if subject in self.written or subject in self.shared or depth > _DEEPEST:
            raise SaveError("turtle-not-one-block", subject=str(subject))
        self.written.add(subject)
        said = self.about.get(subject, {})
        lines = [self.property(iri, said[iri], pad, depth) for iri in sorted(said, key=predicate_place)]
        return f" ;{self.newline}{' ' * pad}".join(lines)

    def property(self, predicate: str, objects: list[Term], pad: int, depth: int) -> str:
        name = "a" if predicate == RDF + "type" else self.iri(predicate)
        return f"{name} " + " , ".join(self.term(term, pad, depth) for term in objects)

    def term(self, term: Term, pad: int, depth: int) -> str:
        if isinstance(term, NamedNode):
            return "()" if term.value == _NIL else self.iri(term.value)
        if isinstance(term, Literal):
            return self.literal(term)
        if isinstance(term, Triple):
            raise SaveError("turtle-not-one-block", subject=str(term))
        members = self.members(term)
        if members is not None:
            return self.list(members, pad, depth + 1)
        inner = self.properties(term, pad + _INDENT, depth + 1)
        return f"[ {inner} ]" if inner else "[]"

    def members(self, node: BlankNode) -> list[Term] | None:
        """The members of a list that begins here, None where this is another kind of node."""
        cells: list[Term] = []
        members: list[Term] = []
        at: Term = node
        while isinstance(at, BlankNode):
            said = self.about.get(at, {})
            if set(said) != {_FIRST, _REST} or any(len(o) != 1 for o in said.values()) or at in self.shared:
                return None
            if at in cells:
                return None
            cells.append(at)
            members.append(said[_FIRST][0])
            at = said[_REST][0]
        if at != NamedNode(_NIL):
            return None
        self.written.update(cells)
        return members

    def list(self, members: list[Term], pad: int, depth: int) -> str:
        if not any(isinstance(member, BlankNode) for member in members):
            return f"( {' '.join(self.term(member, pad, depth) for member in members)} )"
        inner = pad + _INDENT
        # the members of a node in a list stand under its first one, two columns after the bracket
        lines = [self.term(member, inner + 2 - _INDENT, depth) for member in members]
        return "(" + "".join(f"{self.newline}{' ' * inner}{line}" for line in lines) + " )"

    def iri(self, iri: str) -> str:
        for prefix, space in self.spaces:
            local = iri.removeprefix(space)
            if space and local != iri and _LOCAL.fullmatch(local):
                return prefix + local
        return f"<{iri}>"

    def literal(self, literal: Literal) -> str:
        text = _CONTROL.sub(lambda match: _ESCAPES.get(match.group()) or f"\\u{ord(match.group()):04X}", literal.value)
        if literal.language:
            direction = getattr(literal, "direction", None)
            return f'"{text}"@{literal.language}' + (f"--{direction}" if direction else "")
        datatype = literal.datatype.value
        if datatype in _SHORT and _SHORT[datatype].fullmatch(literal.value):
            return literal.value
        return f'"{text}"' if datatype == XSD + "string" else f'"{text}"^^{self.iri(datatype)}'
