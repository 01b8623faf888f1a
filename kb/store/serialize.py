"""The whole knowledge base as one document, in every RDF format, or the project's files as a zip."""

from __future__ import annotations

import io
import zipfile

from pyoxigraph import DefaultGraph, Quad, RdfFormat
from pyoxigraph import serialize as write

from kb.store.library import Library
from kb.store.ordinary import read_ordinary
from kb.vocabulary import PREFIXES, WORKS

_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "rdf": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def serialize(library: Library, form: str) -> bytes:
    """The project's triples as `ttl`, `rdf` (one graph) or `trig`, `nq`, `jsonld` (a graph per file), sorted; or `zip`.

    Sorted, so that two exports of one project differ only where the project does.
    """
    if form == "zip":
        return _zip(library)
    chosen = _FORMATS[form]
    quads = sorted(library.store.quads_for_pattern(None, None, None, None), key=str)
    if form in ("ttl", "rdf"):
        quads = sorted({Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads}, key=str)
    prefixes = {**PREFIXES, "": library.base, "karya": library.base + WORKS}
    written = write(quads, format=chosen, prefixes=prefixes)
    assert written is not None
    return written


def _zip(library: Library) -> bytes:
    """The files that make up the project; the same bytes for the same project."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted({"kajian.toml", *library.files}):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), read_ordinary(library.root / name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
