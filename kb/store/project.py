"""Opening a project: every file into its own graph, every broken one a finding, the rest is there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from kb.errors import ProjectError
from kb.findings import Finding, Place
from kb.store.bibliography_graph import works_triples
from kb.store.bibliography_read import Bibliography, read_bibliography
from kb.store.configuration import Configuration, read_configuration
from kb.store.library import Library, Source
from kb.store.resources import ONTOLOGY


def open_project(root: Path) -> Library:
    """The project in folder `root`; ProjectError only for its `kajian.toml`, all else is a finding."""
    configuration = read_configuration(root)
    findings: list[Finding] = []
    files: dict[str, str] = {}
    store = Store()
    bibliography = _load_bibliography(store, configuration, files, findings)
    store.load(path=str(ONTOLOGY / "facets.ttl"), format=RdfFormat.TURTLE, to_graph=NamedNode("urn:kajian:facets"))
    for path in _notes(configuration, findings):
        _load_notes(store, configuration, path, files, findings)
    sources = {source.id: source for source in _sources(configuration, files, findings)}
    digest = hashlib.sha256(repr((configuration, sorted(files.items()))).encode()).hexdigest()
    return Library(configuration, store, bibliography, sources, tuple(findings), digest, files)


def graph_name(configuration: Configuration, path: str) -> NamedNode:
    """The named graph of a file: base + its path in the project."""
    from urllib.parse import quote

    return NamedNode(configuration.base + quote(path, safe="/-._~"))


def _load_bibliography(
    store: Store, configuration: Configuration, files: dict[str, str], findings: list[Finding]
) -> Bibliography:
    name = configuration.bibliography
    data = _read(configuration, name, "missing-bibliography", files, findings)
    bibliography = read_bibliography(data or b"", name)
    findings.extend(bibliography.findings)
    triples = works_triples(bibliography, configuration.base)
    store.bulk_load(input=triples, format=RdfFormat.N_TRIPLES, to_graph=graph_name(configuration, name))
    return bibliography


def _load_notes(
    store: Store, configuration: Configuration, path: str, files: dict[str, str], findings: list[Finding]
) -> None:
    data = _read(configuration, path, "notes-unreadable", files, findings)
    if data is None:
        return
    try:
        store.load(
            input=data.removeprefix(b"\xef\xbb\xbf"),
            format=RdfFormat.TURTLE,
            base_iri=configuration.base,
            to_graph=graph_name(configuration, path),
        )
    except SyntaxError as broken:
        line = broken.lineno
        words = data.decode("utf-8", "replace").splitlines()[line - 1 : line] if line else []
        place = Place(path, line, broken.offset, words[0].strip() if words else "")
        findings.append(Finding("notes-broken", "error", place, {"file": path, "why": broken.msg or str(broken)}))


def _notes(configuration: Configuration, findings: list[Finding]) -> Iterator[str]:
    for name in configuration.notes:
        folder = configuration.root / name
        if folder.is_file():
            yield name
        elif folder.is_dir():
            for path in sorted(folder.rglob("*.ttl")):
                if path.is_file():
                    yield path.relative_to(configuration.root).as_posix()
        else:
            findings.append(Finding("missing-notes", "error", Place(name), {"file": name}))


def _sources(configuration: Configuration, files: dict[str, str], findings: list[Finding]) -> Iterator[Source]:
    for name in configuration.drafts:
        data = _read(configuration, name, "missing-draft", files, findings)
        if data is not None:
            yield Source(Path(name).stem, name, data)


def _read(
    configuration: Configuration, name: str, check: str, files: dict[str, str], findings: list[Finding]
) -> bytes | None:
    path = configuration.root / name
    if not path.resolve().is_relative_to(configuration.root.resolve()):
        raise ProjectError("path-outside-project", where=configuration.root / "kajian.toml", path=name)
    try:
        data = path.read_bytes()
    except OSError as missing:
        findings.append(Finding(check, "error", Place(name), {"file": name, "why": missing.strerror or missing}))
        return None
    files[name] = hashlib.sha256(data).hexdigest()
    return data
