"""Opening a project: every file into its own graph, every broken one a finding, the rest is there."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from kb.findings import Finding, Place
from kb.store import notes_bounds
from kb.store.bibliography_graph import works_triples
from kb.store.bibliography_names import OTHERS
from kb.store.bibliography_read import Bibliography, read_bibliography
from kb.store.configuration import Configuration, read_configuration
from kb.store.library import Facts, Library, Source
from kb.store.pending import KEPT, is_open
from kb.store.project_files import Reading
from kb.store.resources import ONTOLOGY


def open_project(root: Path, before: Library | None = None) -> Library:
    """The project in folder `root`; ProjectError only for its `kajian.toml`, all else is a finding.

    `before` is an earlier opening: where all says the same as then, its graph and what was asked of it serve again.
    Oxigraph parses the notes in a thread of its own while Python splits the bibliography's names.
    """
    configuration = read_configuration(root)
    reading = Reading(configuration, before)
    reading.findings += _finish_killed_save(root)
    works = reading.file(configuration.bibliography, "missing-bibliography")
    reading.copies_of_works()
    notes = {name: reading.file(name, "notes-unreadable") for name in list(reading.notes_names())}
    sources = reading.sources()
    rest = _Rest(configuration, {name: data for name, data in notes.items() if data is not None}, sources)
    loading = _Loading(rest)
    known = before.facts if before and before.facts.made_of[0] == rest else None
    if known is None:
        loading.start()
    bibliography = _bibliography(reading, works or b"")
    same = before is not None and bibliography is before.bibliography and configuration.base == before.base
    triples = before.facts.made_of[1] if before and same else works_triples(bibliography, configuration.base)
    facts = _facts(loading, known, bibliography, triples)
    found = [*reading.findings, *bibliography.findings, *facts.findings]
    found += _whole_versions(root, found, reading.files)
    return Library(configuration, facts, bibliography, sources, tuple(found), reading.files, reading.stamps)


def _bibliography(reading: Reading, works: bytes) -> Bibliography:
    before, name = reading.before, reading.configuration.bibliography
    if before is not None and before.files.get(name) == works and before.configuration.bibliography == name:
        return before.bibliography
    return read_bibliography(works, name)


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


@dataclass(frozen=True, slots=True)
class _Rest:
    """All that the graph is made of besides the works."""

    configuration: Configuration
    notes: dict[str, bytes]
    sources: dict[str, Source]


def _facts(loading: _Loading, known: Facts | None, bibliography: Bibliography, triples: bytes) -> Facts:
    """The known facts where the works say the same too, else the graph loaded whole."""
    configuration = loading.rest.configuration
    # what the questions take from the entries themselves
    order = tuple((entry.key, OTHERS in entry.names.get("author", ())) for entry in bibliography.entries)
    made_of = (loading.rest, triples, order)
    if known is not None and known.made_of == made_of:
        return known
    name = graph_name(configuration, configuration.bibliography)
    loading.store.bulk_load(input=triples, format=RdfFormat.N_TRIPLES, to_graph=name)
    return Facts(loading.store, made_of, tuple(loading.finished()))


class _Loading(threading.Thread):
    """Loads facets and notes, a named graph each; a file that is broken is a finding, and nothing of it is loaded."""

    def __init__(self, rest: _Rest) -> None:
        super().__init__(daemon=True)
        self.store, self.rest = Store(), rest
        self.findings: list[Finding] = []
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            facets = str(ONTOLOGY / "facets.ttl")
            self.store.load(path=facets, format=RdfFormat.TURTLE, to_graph=NamedNode("urn:kajian:facets"))
            for name, data in self.rest.notes.items():
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
                base_iri=self.rest.configuration.base,
                to_graph=graph_name(self.rest.configuration, name),
            )
        except SyntaxError as broken:
            line = broken.lineno
            words = data.decode("utf-8", "replace").splitlines()[line - 1 : line] if line else []
            place = Place(name, line, broken.offset, words[0].strip() if words else "")
            why = broken.msg or str(broken)
            self.findings.append(Finding("notes-broken", "error", place, {"file": name, "why": why}))

    def finished(self) -> list[Finding]:
        """What the notes lacked, once all are loaded; a failure of the thread is raised here, never lost."""
        if self.ident is None:
            self.run()
        else:
            self.join()
        if self.failure is not None:
            raise self.failure
        return self.findings
