"""Opening a project: every file into its own graph, every broken one a finding, the rest is there."""

from __future__ import annotations

import threading
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from kb.findings import Finding, Place
from kb.store import notes_bounds
from kb.store.bibliography_graph import works_triples
from kb.store.bibliography_read import Bibliography, read_bibliography
from kb.store.configuration import Configuration, read_configuration
from kb.store.library import Library
from kb.store.pending import KEPT, is_open
from kb.store.project_files import copies_of_works, notes_names, read_file, read_sources
from kb.store.resources import ONTOLOGY


def open_project(root: Path) -> Library:
    """The project in folder `root`; ProjectError only for its `kajian.toml`, all else is a finding.

    Oxigraph parses the notes in a thread of its own while Python splits the bibliography's names.
    """
    configuration = read_configuration(root)
    findings = _finish_killed_save(root)
    files: dict[str, bytes] = {}
    store = Store()
    works = read_file(configuration, configuration.bibliography, "missing-bibliography", files, findings)
    findings += copies_of_works(configuration)
    names = list(notes_names(configuration, findings))
    notes = {name: read_file(configuration, name, "notes-unreadable", files, findings) for name in names}
    sources = {source.id: source for source in read_sources(configuration, files, findings)}
    loading = _Loading(store, configuration, {name: data for name, data in notes.items() if data is not None})
    loading.start()
    bibliography = _load_bibliography(store, configuration, works or b"")
    loading.join()
    found = [*findings, *bibliography.findings, *loading.finished()]
    found += _whole_versions(root, found, files)
    return Library(configuration, store, bibliography, sources, tuple(found), files)


def _finish_killed_save(root: Path) -> list[Finding]:
    """A save that was cut off is finished before anything is read; the saving rooms are loaded for that alone."""
    if not is_open(root):
        return []
    from kb.store.recovery import recover

    return recover(root)


def _whole_versions(root: Path, found: list[Finding], files: dict[str, bytes]) -> list[Finding]:
    """What history still holds of damaged files; it is loaded only where something is damaged."""
    if not (root / KEPT).is_dir() or all(finding.severity != "error" for finding in found):
        return []
    from kb.store.good_versions import offers

    return offers(root, found, files)


def graph_name(configuration: Configuration, path: str) -> NamedNode:
    """The named graph of a file: base + its path in the project."""
    from urllib.parse import quote

    return NamedNode(configuration.base + quote(path, safe="/-._~"))


def _load_bibliography(store: Store, configuration: Configuration, data: bytes) -> Bibliography:
    name = configuration.bibliography
    bibliography = read_bibliography(data, name)
    triples = works_triples(bibliography, configuration.base)
    store.bulk_load(input=triples, format=RdfFormat.N_TRIPLES, to_graph=graph_name(configuration, name))
    return bibliography


class _Loading(threading.Thread):
    """Loads facets and notes, a named graph each; a file that is broken is a finding, and nothing of it is loaded."""

    def __init__(self, store: Store, configuration: Configuration, notes: dict[str, bytes]) -> None:
        super().__init__(daemon=True)
        self.store, self.configuration, self.notes = store, configuration, notes
        self.findings: list[Finding] = []
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            facets = str(ONTOLOGY / "facets.ttl")
            self.store.load(path=facets, format=RdfFormat.TURTLE, to_graph=NamedNode("urn:kajian:facets"))
            for name, data in self.notes.items():
                self.load(name, data)
        except BaseException as failure:
            self.failure = failure

    def load(self, name: str, data: bytes) -> None:
        if check := notes_bounds.refusal(data):
            limit = notes_bounds.LARGEST // 2**20 if check == "notes-too-large" else notes_bounds.DEEPEST
            self.findings.append(Finding(check, "error", Place(name), {"file": name, "limit": limit}))
            return
        try:
            self.store.load(
                input=data.removeprefix(b"\xef\xbb\xbf"),
                format=RdfFormat.TURTLE,
                base_iri=self.configuration.base,
                to_graph=graph_name(self.configuration, name),
            )
        except SyntaxError as broken:
            line = broken.lineno
            words = data.decode("utf-8", "replace").splitlines()[line - 1 : line] if line else []
            place = Place(name, line, broken.offset, words[0].strip() if words else "")
            why = broken.msg or str(broken)
            self.findings.append(Finding("notes-broken", "error", place, {"file": name, "why": why}))

    def finished(self) -> list[Finding]:
        """What the notes lacked; a failure of the thread is raised here, never lost."""
        if self.failure is not None:
            raise self.failure
        return self.findings
