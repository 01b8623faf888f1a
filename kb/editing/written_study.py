"""What a person writes down of a study: facets, sentences of comparison, a note; everything is text and ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kb.editing.written import Quote
from kb.model.study import Basis, State

Kind = Literal["similarity", "difference"]


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """One statement of a facet: `value` is a concept's id or empty for words of one's own, `text` the source's words.

    `state` is never `unread`: what is not stated has no value. `locator` is the page of the study's work where the words
    stand, `id` the statement's own, empty for a new one.
    """

    value: str = ""
    text: str = ""
    state: State = "stated"
    basis: Basis = "stated"
    passage: Quote | None = None
    locator: str = ""
    language: str = "id"
    id: str = ""


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A similarity or difference in the person's words, and the facets it speaks of by name."""

    kind: Kind
    text: str
    facets: tuple[str, ...] = ()
    passage: Quote | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class WrittenStudy:
    """A study: `work` is the citekey of what reports it, empty for the person's own; `values` by name of the facet."""

    label: str = ""
    work: str = ""
    values: Mapping[str, tuple[WrittenValue, ...]] = field(default_factory=dict)
    sentences: tuple[WrittenSentence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportedWork:
    """The work that reports a new study, as a person types it; `authors` are names parted by `;`, "dan" or lines.

    `kind` is one of `KINDS`, empty where it is not known; `container` the journal, proceedings or university.
    """

    authors: str
    title: str
    year: str
    kind: str = ""
    container: str = ""


KINDS = ("article", "skripsi", "tesis", "disertasi", "inproceedings", "book", "report")
