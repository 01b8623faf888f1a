"""Changing one subject in a Turtle file: its block is written anew, every other byte stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from kb.errors import SaveError
from kb.store.graph_compare import same_meaning
from kb.store.turtle_meaning import reached, require_meaning, said, triples, typed
from kb.store.turtle_order import header
from kb.store.turtle_spans import Document, Statement, blank_labels, read_document
from kb.store.turtle_tokens import comments
from kb.store.turtle_write import render_subject

_REST_OF_LINE = re.compile(r"[ \t]*(?:\r?\n|\r|\Z)")
_EMPTY_LINES = re.compile(r"(?:[ \t]*(?:\r?\n|\r))*")


def subjects(data: bytes, base: str) -> list[str]:
    """The IRIs that have a block in the file, in its order."""
    found = (statement.about for statement in read_document(data, base).statements if statement.kind == "triples")
    return [about for about in dict.fromkeys(found) if about and not about.startswith("_:")]


def subject_block(data: bytes, subject: str, base: str) -> str | None:
    """The text of a subject's block or blocks as typed, None where it has none."""
    document = read_document(data, base)
    return "\n\n".join(document.part(block) for block in document.blocks(subject)) or None


def replace_subject(data: bytes, subject: str, turtle: str | None, base: str) -> bytes:
    """The file with `turtle` as all that `subject` says; None takes the subject out, an unknown one is added.

    The prefixes of the file and of the project hold in `turtle`. Comments within the old block move above the new one.
    The very same bytes come back where the new triples say what the old ones said.
    """
    document = read_document(data, base)
    blocks = document.blocks(subject)
    if not blocks:
        return data if turtle is None else add_subject(data, subject, turtle, base)
    new = [] if turtle is None else typed(turtle, blocks[0].prefixes, blocks[0].base)
    return rewritten(data, document, blocks, new, base)


def add_subject(data: bytes, subject: str, turtle: str, base: str) -> bytes:
    """The file with a block for `subject` at its end; a new file gets all prefixes.

    SaveError where the subject has a block already.
    """
    document = read_document(data, base)
    if document.blocks(subject):
        raise SaveError("turtle-subject-exists", subject=subject)
    newline = document.newline
    if not document.statements:
        gap = newline if document.text.removeprefix("\ufeff").strip() else ""
        document = read_document((document.text + gap + header(base, newline)).encode(), base)
    text = document.text
    new = typed(turtle, document.prefixes, document.base)
    gap = "" if text.endswith(newline * 2) else newline if text.endswith(newline) else newline * 2
    block = render_subject(subject, new, document.prefixes, newline)
    written = triples(block, document.prefixes, document.base)
    return require_meaning(text + gap + block + newline, text, written, new, base, subject)


def set_properties(data: bytes, subject: str, properties: Mapping[str, str | None], base: str) -> bytes:
    """The file with some predicates of `subject` changed and all its others kept; SaveError where it has no block.

    `properties`: the predicate's IRI with its objects as Turtle (`"a"@id , "b"@en`), None to take it out.
    """
    document = read_document(data, base)
    blocks = document.blocks(subject)
    if not blocks:
        raise SaveError("turtle-no-subject", subject=subject)
    kept = [
        quad
        for quad in said(document, blocks)
        if quad.subject != NamedNode(subject) or quad.predicate.value not in properties
    ]
    lines = (f"<{subject}> <{name}> {objects} ." for name, objects in properties.items() if objects is not None)
    new = typed("\n".join(lines), blocks[0].prefixes, blocks[0].base)
    return rewritten(data, document, blocks, [*reached(kept, subject), *new], base)


def rewritten(data: bytes, document: Document, blocks: Sequence[Statement], new: list[Quad], base: str) -> bytes:
    """The file with other triples in a subject's blocks; the very same bytes where they say what was said."""
    subject = blocks[0].about
    _refuse_shared_blanks(document, blocks)
    if same_meaning(new, said(document, blocks)):
        return data
    rest = _without(document.text, blocks)
    result, written = rest, new
    if new:
        first = blocks[0]
        notes = [c.text for block in blocks for c in comments(document.text, block.start, block.end)]
        block = render_subject(subject, new, first.prefixes, document.newline)
        written = triples(block, first.prefixes, first.base)
        kept = _without(document.text, blocks[1:])
        result = kept[: first.start] + document.newline.join([*notes, block]) + kept[first.end :]
    return require_meaning(result, rest, written, new, base, subject)


def _refuse_shared_blanks(document: Document, blocks: Sequence[Statement]) -> None:
    # a labelled blank node can be spoken of in another block, which would then speak of a different one
    inside = {label for block in blocks for label in blank_labels(document, block)}
    others = [s for s in document.statements if inside and s not in blocks]
    if any(inside & blank_labels(document, other) for other in others):
        raise SaveError("turtle-shared-blank", subject=blocks[0].about)


def _without(text: str, blocks: Sequence[Statement]) -> str:
    for block in sorted(blocks, key=lambda block: -block.start):
        before, after = text[: block.start], text[block.end :]
        line = _REST_OF_LINE.match(after)
        if line and (not before or before[-1] in "\r\n"):
            after = after[line.end() :]
            if not before.strip() or re.search(r"(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)\Z", before):
                after = after[_EMPTY_LINES.match(after).end() :]  # type: ignore[union-attr]
        text = before + after
    return text
