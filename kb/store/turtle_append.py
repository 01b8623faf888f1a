"""Many new subjects in one Turtle file at once: a new file with the prefixes it needs, or more blocks behind the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kb.errors import SaveError
from kb.store.turtle_meaning import require_meaning, triples, typed
from kb.store.turtle_order import header
from kb.store.turtle_spans import Document, read_document
from kb.store.turtle_write import render_subject


@dataclass(frozen=True, slots=True)
class NewBlock:
    """A subject and all that is said of it as Turtle; `heading` is a remark that stands above it."""

    subject: str
    turtle: str
    heading: str = ""


def append_blocks(data: bytes | None, blocks: Sequence[NewBlock], base: str, heading: str = "") -> bytes:
    """The file with all blocks at its end, every other byte as it was; None makes a file with `heading` on top.

    SaveError where a subject has a block already, or the file would not say just what was meant.
    """
    if not blocks:
        return data or b""
    document = read_document(data or b"", base)
    fresh = not document.statements
    if fresh:
        lead = document.text + "".join(f"# {line}\n" for line in heading.splitlines())
        document = read_document(f"{lead}\n{header(base)}".lstrip("\n").encode(), base)
    _refuse_taken(document, blocks)
    newline = document.newline
    said = typed("\n".join(block.turtle for block in blocks), document.prefixes, document.base)
    about = _by_subject(said)
    parts: list[str] = []
    for block in blocks:
        quads = about.get(block.subject, []) if about else typed(block.turtle, document.prefixes, document.base)
        remark = f"# ---- {_one_line(block.heading)} ----{newline * 2}" if block.heading else ""
        parts.append(remark + render_subject(block.subject, quads, document.prefixes, newline))
    before = _needed(document.text, parts) if fresh else document.text
    gap = "" if before.endswith(newline * 2) else newline if before.endswith(newline) else newline * 2
    result = before + gap + (newline * 2).join(parts) + newline
    written = triples("\n".join(parts), document.prefixes, document.base)
    return require_meaning(result, before, written, said, base, blocks[0].subject)


def _by_subject(quads: Iterable[Quad]) -> dict[str, list[Quad]]:
    """The triples of each subject; empty where blank nodes hang on them, which only their own block can tell."""
    found: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if not isinstance(quad.subject, NamedNode):
            return {}
        found[quad.subject.value].append(quad)
    return found


def _refuse_taken(document: Document, blocks: Iterable[NewBlock]) -> None:
    there = {statement.about for statement in document.statements if statement.kind == "triples"}
    for block in blocks:
        if block.subject in there:
            raise SaveError("turtle-subject-exists", subject=block.subject)
        there.add(block.subject)


def _needed(text: str, parts: Sequence[str]) -> str:
    """The head of a new file without the prefixes that nothing in it uses."""
    body = re.sub(r'"(?:[^"\\]|\\.)*"', "", "\n".join(parts))
    used = set(re.findall(r"(?<![\w<])(\w*):", body))
    lines = (line for line in text.splitlines() if not (name := re.match(r"@prefix (\w*):", line)) or name[1] in used)
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
