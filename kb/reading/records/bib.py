"""A `.bib`, or BibTeX that somebody pasted, to works that keep the very text of their entries."""

from __future__ import annotations

from kb.findings import Place
from kb.model.record import Records, WorkRecord
from kb.store.bibliography_blocks import bibliography_blocks, even_lines
from kb.store.bibliography_encoding import decode
from kb.store.bibliography_read import read_text

_LOST = frozenset({"unreadable-entry", "fields-outside-entry", "not-a-bibliography", "encoding-unknown"})
"""Findings that speak of something that would not arrive."""

_TOLD_LATER = frozenset({"duplicate-key", "missing-key"})
"""Findings about working keys: an import gives keys of its own and says so."""


def read_bib(file: str, data: bytes) -> Records:
    """Every entry with its text as written; what is no entry is rejected or noted with its line."""
    decoded = decode(data, file)
    read = read_text(decoded.text, file)
    findings = (*decoded.findings, *read.findings)
    even = even_lines(decoded.text)
    macros = {
        block.fields[0][0]: even[block.start : block.end].strip()
        for block in bibliography_blocks(even)
        if block.kind == "macro"
    }
    works = tuple(
        WorkRecord(
            Place(file, entry.line, None, entry.raw.split("\n", 1)[0][:120]),
            entry.type,
            block.key,
            dict(entry.fields),
            decoded.text[block.start : block.end],
            tuple(name for name in entry.fields if name not in entry.inherited),
        )
        for entry, block in zip(read.entries, read.blocks, strict=True)
    )
    rejected = tuple(each for each in findings if each.check in _LOST or each.check.startswith("encoding-u"))
    notes = tuple(each for each in findings if each not in rejected and each.check not in _TOLD_LATER)
    return Records(works=works, macros=macros, rejected=rejected, notes=notes)
