"""Where in the files a thing is written down."""

from __future__ import annotations

import re
from urllib.parse import unquote

from pyoxigraph import NamedNode

from kb.findings import Place
from kb.store.library import Library
from kb.vocabulary import citekey_of, short_id


def place_of(library: Library, iri: str) -> Place:
    """File and line where a subject's block begins; a work's is its entry in the bibliography."""
    citekey = citekey_of(library.base, iri)
    if citekey is not None:
        entry = next((entry for entry in library.bibliography.entries if entry.key == citekey), None)
        return Place(library.configuration.bibliography, entry.line if entry else None, None, f"@{citekey}")
    for quad in library.store.quads_for_pattern(NamedNode(iri), None, None, None):
        name = getattr(quad.graph_name, "value", "")
        if name.startswith(library.base):
            path = unquote(name[len(library.base) :])
            return Place(path, _line(library, path, short_id(library.base, iri)), None, short_id(library.base, iri))
    return Place()


def _line(library: Library, path: str, name: str) -> int | None:
    lines = library.remember(("lines", path), lambda: _subject_lines(library, path))
    return lines.get(name)


def _subject_lines(library: Library, path: str) -> dict[str, int]:
    """Lines at which blocks begin: a prefixed name or an IRI in the first column."""
    try:
        text = (library.root / path).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return {}
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r"(?:\w*:([\w.~-]+)|<[^>]*?([^#/<>]+)>)\s", line + " ")
        if match:
            found.setdefault(match.group(1) or match.group(2), number)
    return found
