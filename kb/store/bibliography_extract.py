"""Part of a `.bib`: chosen entries as they stand in the file, with what they need to be read alone."""

from __future__ import annotations

import re
from collections.abc import Collection

from kb.store.bibliography_blocks import bibliography_blocks, even_lines
from kb.store.bibliography_encoding import decode
from kb.store.bibliography_entry import Entry

_PARENTS = ("crossref", "xref", "xdata")


def extract(data: bytes, file: str, entries: Collection[Entry], keys: Collection[str]) -> str:
    """The entries of `keys` in the file's order, byte for byte, after the `@string` macros that they use.

    Entries that they inherit from come too, last, where BibTeX looks for them.
    """
    by_key = {entry.key.casefold(): entry for entry in entries}
    chosen = [entry for entry in entries if entry.key in keys]
    parents = [entry for entry in _parents(chosen, by_key) if entry.key not in keys]
    raw = [entry.raw.strip() for entry in (*chosen, *parents)]
    text = even_lines(decode(data, file).text)
    macros = [
        text[block.start : block.end].strip()
        for block in bibliography_blocks(text)
        if block.kind == "macro" and _used(block.fields[0][0], raw)
    ]
    parts = (["\n".join(macros)] if macros else []) + raw
    return "\n\n".join(parts) + ("\n" if parts else "")


def _parents(children: list[Entry], by_key: dict[str, Entry]) -> list[Entry]:
    found: dict[str, Entry] = {}
    todo = list(children)
    while todo:
        entry = todo.pop(0)
        for field in _PARENTS:
            for key in entry.fields.get(field, "").split(","):
                parent = by_key.get(key.strip().casefold())
                if parent is not None and parent.key not in found:
                    found[parent.key] = parent
                    todo.append(parent)
    return list(found.values())


def _used(macro: str, raw: list[str]) -> bool:
    """Whether a macro's name stands as a value: behind `=` or `#`."""
    name = re.compile(rf"[=#]\s*{re.escape(macro)}\s*[,#}}\n]", re.IGNORECASE)
    return any(name.search(entry) for entry in raw)
