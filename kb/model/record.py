"""What a foreign file holds, before it is known what of that is new to the project; and what an import came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.findings import Finding, Place


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """A work: BibTeX type and fields, names as BibTeX writes them.

    `key` may be empty or no citekey. `raw` is the entry of a `.bib` as it stands there, else empty; `own` then are the
    fields that it does not inherit.
    """

    place: Place
    type: str
    key: str
    fields: Mapping[str, str]
    raw: str = ""
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a table: its cells by heading, empty ones left out."""

    place: Place
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ConceptRecord:
    """A concept of a vocabulary; labels, synonyms, spellings and definitions are pairs of text and language.

    `broader` and `related` are IRIs of concepts of the same vocabulary.
    """

    place: Place
    iri: str
    labels: tuple[tuple[str, str], ...]
    synonyms: tuple[tuple[str, str], ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    notations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """All that was read of a file: one kind of record, what could not be taken, and what has to be said.

    `columns` are a table's headings in its order, `macros` the definitions of a `.bib` by name. `origin` is what Kajian
    wrote into a table that it exported (`kb.model.table_mark`); the cells of its rows then are by the columns' ids.
    """

    works: tuple[WorkRecord, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    concepts: tuple[ConceptRecord, ...] = ()
    columns: tuple[str, ...] = ()
    macros: Mapping[str, str] = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)
    rejected: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()

    @property
    def count(self) -> int:
        """How many records the file held, those among them that could not be read."""
        return len(self.works) + len(self.rows) + len(self.concepts) + len(self.rejected)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A record that is there already: `id` is what it is called in the file, `of` in the project."""

    id: str
    of: str
    why: Finding


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of a table that came back with other words: `before` is what the project says now.

    `title` and `heading` are what a person calls the study and the column.
    """

    study: str
    column: str
    before: str
    after: str
    place: Place
    title: str = ""
    heading: str = ""

    @property
    def words(self) -> str:
        """The cell as a person names it."""
        return f"{self.title or self.study} · {self.heading or self.column}"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or as a dry run would do; `rejected` say where, why and what to do.

    `columns` say what each heading was taken for (empty: left out); `titles` say in words what an added or updated id is; `files`
    and `save` are empty where nothing was written.
    """

    read: int
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    rejected: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    files: tuple[str, ...] = ()
    save: int | None = None
