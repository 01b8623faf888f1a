"""Crediting the hops of a citation to another person, nothing else of its block changed in meaning."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from kb.errors import SaveError
from kb.store.turtle_edit import rewritten
from kb.store.turtle_meaning import said
from kb.store.turtle_spans import read_document
from kb.vocabulary import KAJIAN, PROV

_NAME, _CREDITED = NamedNode(KAJIAN + "nameAsWritten"), NamedNode(PROV + "wasAttributedTo")


def credit_hops(data: bytes, pointer: str, written: str, old: str, new: str, base: str) -> bytes:
    """The file with the pointer's hops that are written so credited to `new` instead of `old`; SaveError without a block."""
    document = read_document(data, base)
    blocks = document.blocks(pointer)
    if not blocks:
        raise SaveError("turtle-no-subject", subject=pointer)
    quads = said(document, blocks)
    hops = {quad.subject for quad in quads if quad.predicate == _NAME and quad.object == Literal(written)}
    changed = [
        Quad(quad.subject, quad.predicate, NamedNode(new))
        if quad.subject in hops and quad.predicate == _CREDITED and quad.object == NamedNode(old)
        else quad
        for quad in quads
    ]
    return rewritten(data, document, blocks, changed, base)
