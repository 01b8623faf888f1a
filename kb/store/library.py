"""An opened project: one Oxigraph store with a named graph per file, the entries, and what could not be read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pyoxigraph import Store

from kb.findings import Finding
from kb.store.bibliography_read import Bibliography
from kb.store.configuration import Configuration

if TYPE_CHECKING:
    import rdflib

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Source:
    """A draft of the project: `id` is what passages name, `path` is relative to the project's folder."""

    id: str
    path: str
    data: bytes


@dataclass(frozen=True, eq=False)
class Facts:
    """A project's graph, and what questions to it gave; openings whose `made_of` is equal share both.

    `made_of` is all that such answers may rest on: settings, notes and drafts, then the triples of the works and their
    order. `findings` are about notes that could not be loaded.
    """

    store: Store
    made_of: tuple[object, bytes, object]
    findings: tuple[Finding, ...] = ()
    answers: dict[object, Any] = field(default_factory=dict, repr=False)
    asking: threading.RLock = field(default_factory=threading.RLock, repr=False)


@dataclass(frozen=True, eq=False)
class Library:
    """What `open_project` hands out; read-only.

    `files` are the bytes that were read, by path relative to the project's folder; an edit hands them back to the
    save as what it was based on; `stamps` tell whether a file is still that one. `answers` keeps what questions to this library gave.
    """

    configuration: Configuration
    facts: Facts
    bibliography: Bibliography
    sources: Mapping[str, Source]
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]
    stamps: Mapping[str, tuple[str, int, int, int]]
    answers: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def store(self) -> Store:
        """The graph, a named one for each file."""
        return self.facts.store

    @property
    def base(self) -> str:
        """The IRI under which the project's own things live."""
        return self.configuration.base

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.configuration.root

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the settings and of every byte that was read: equal for equal content, wherever it lies."""
        return self.remember("fingerprint", self._digest)

    def _digest(self) -> str:
        import hashlib

        digest = hashlib.sha256(repr(replace(self.configuration, root=Path())).encode())
        for name, data in sorted(self.files.items()):
            digest.update(f"\0{name}\0{len(data)}\0".encode() + data)
        return digest.hexdigest()

    @property
    def graph(self) -> rdflib.Dataset:
        """An rdflib view of the same store, made on first use: loads rdflib."""
        from kb.store.rdflib_view import view

        return self.remember(view, lambda: view(self.store))

    def remember(self, question: object, answer: Callable[[], Answer]) -> Answer:
        """The answer given before to the same question, else the one that `answer` makes now."""
        return _remembered(self.answers, question, answer)

    def recall(self, question: object, answer: Callable[[], Answer]) -> Answer:
        """The same for what rests on the graph and the drafts alone; it outlives a change of a mere field of a work.

        One thread at a time makes such answers, for every page needs nearly all of them; they never ask `remember`.
        """
        if question in self.facts.answers:
            return _remembered(self.facts.answers, question, answer)
        with self.facts.asking:
            return _remembered(self.facts.answers, question, answer)


def _remembered(answers: dict[object, Any], question: object, answer: Callable[[], Answer]) -> Answer:
    if question not in answers:
        answers[question] = answer()
    found: Answer = answers[question]
    return found
