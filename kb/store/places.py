"""Where in the files a thing is written down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

from pyoxigraph import NamedNode

from kb.findings import Place
from kb.store.library import Library
from kb.store.ordinary import read_ordinary
from kb.vocabulary import RDF, citekey_of, short_id


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
        text = read_ordinary(library.root / path).decode("utf-8-sig", "replace")
    except OSError:
        return {}
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r"(?:\w*:([\w.~-]+)|<[^>]*?([^#/<>]+)>)\s", line + " ")
        if match:
            found.setdefault(match.group(1) or match.group(2), number)
    return found


def files_of(library: Library, iri: str) -> tuple[str, ...]:
    """Every notes file that has a block for a subject."""
    graphs = {quad.graph_name for quad in library.store.quads_for_pattern(NamedNode(iri), None, None, None)}
    found = (_path(library, getattr(graph, "value", "")) for graph in graphs)
    return tuple(sorted(path for path in found if path and path.endswith(".ttl")))


def home_of(library: Library, name: str, like: Iterable[str]) -> str:
    """The file into which a new thing goes: the one that holds most of those like it, else one called `name`."""
    counts = Counter(file for iri in like for file in files_of(library, iri) if file in library.files)
    if counts:
        return min(counts, key=lambda path: (-counts[path], path))
    for place in library.configuration.notes:
        if (library.root / place).is_dir():
            return f"{place.rstrip('/')}/{name}.ttl"
    return next(iter(library.configuration.notes), f"notes/{name}.ttl")


def things(library: Library, kind: str) -> list[str]:
    """The IRIs of all things of a class (an IRI)."""
    quads = library.store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(kind), None)
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})


def _path(library: Library, graph: str) -> str | None:
    return unquote(graph[len(library.base) :]) if graph.startswith(library.base) else None
