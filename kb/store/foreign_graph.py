"""Foreign RDF as plain statements: parsed strictly, nothing fetched, refused where it could be turned against the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse
from pyoxigraph import Literal as Text

from kb.errors import InputError

Form = Literal["turtle", "rdf", "jsonld"]
_FORMATS = {"turtle": RdfFormat.TURTLE, "rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD}
_DEEPEST = 100
_BASE = "urn:x-kajian:import#"
_MARK = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One triple; `language` is None where the object is no text, `about` an IRI or the name of a blank node."""

    about: str
    predicate: str
    object: str
    language: str | None = None


def read_graph(file: str, data: bytes, form: Form) -> list[Said]:
    """The triples of a file in its order; InputError with the line where it is not what it says it is."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if form == "rdf":
        _require_plain_xml(file, data)
    elif form == "jsonld":
        _require_local_json(file, data)
    try:
        return list(_said(data, form))
    except (SyntaxError, ValueError, RecursionError) as broken:
        line = getattr(broken, "lineno", None) or 1
        why = str(getattr(broken, "msg", None) or broken).split("\n")[0][:160]
        raise InputError("import-graph-broken", file=file, line=line, why=why) from broken


def _said(data: bytes, form: Form) -> Iterator[Said]:
    for quad in parse(data, format=_FORMATS[form], base_iri=_BASE):
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, NamedNode | BlankNode):
            continue
        if isinstance(value, Text):
            yield Said(str(subject).strip("<>"), predicate, value.value, value.language or "")
        elif isinstance(value, NamedNode | BlankNode):
            yield Said(str(subject).strip("<>"), predicate, str(value).strip("<>"))


def _require_plain_xml(file: str, data: bytes) -> None:
    """No document type, no entities, and all of it closed: a cut-off file must not pass for a short one."""
    from lxml import etree

    found = _MARK.search(data) or _MARK.search(data.replace(b"\0", b""))
    if found:
        line = data.count(b"\n", 0, found.start()) + 1
        raise InputError("import-doctype", file=file, line=line)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError as broken:
        line = broken.lineno or 1
        raise InputError("import-graph-broken", file=file, line=line, why=str(broken.msg)[:160]) from broken
    except ValueError as broken:
        raise InputError("import-graph-broken", file=file, line=1, why=str(broken)[:160]) from broken


def _require_local_json(file: str, data: bytes) -> None:
    """No context that would have to be fetched, and no nesting that exhausts the reader."""
    try:
        found = json.loads(data)
    except RecursionError as deep:
        raise InputError("import-graph-too-deep", file=file) from deep
    except ValueError as broken:
        line, why = getattr(broken, "lineno", 1), str(getattr(broken, "msg", broken))[:160]
        raise InputError("import-graph-broken", file=file, line=line, why=why) from broken
    todo: list[tuple[Any, int, bool]] = [(found, 0, False)]
    while todo:
        value, depth, context = todo.pop()
        if depth > _DEEPEST:
            raise InputError("import-graph-too-deep", file=file)
        if context and isinstance(value, str):
            raise InputError("import-remote-context", file=file, address=value[:120])
        if isinstance(value, list):
            todo += [(each, depth + 1, context) for each in value]
        elif isinstance(value, dict):
            if isinstance(value.get("@import"), str):
                raise InputError("import-remote-context", file=file, address=value["@import"][:120])
            todo += [(each, depth + 1, name == "@context") for name, each in value.items()]


def lines_of(data: bytes) -> dict[str, int]:
    """Where names first begin a line or stand as `rdf:about` or `@id`: an IRI, or what comes behind its last # or /."""
    found: dict[str, int] = {}
    text = data.decode("utf-8", "replace")
    pattern = re.compile(
        r"^\s*<([^>\s]+)>|^\s*[\w-]*:([^\s;,.]+)|(?:rdf:about|rdf:ID)=[\"']([^\"']+)|\"@id\"\s*:\s*\"([^\"]+)\"", re.M
    )
    line, at = 1, 0
    for match in pattern.finditer(text):
        line += text.count("\n", at, match.end())
        at = match.end()
        name = next(group for group in match.groups() if group is not None)
        found.setdefault(name, line)
        found.setdefault(re.split(r"[#/:]", name)[-1], line)
    return found
