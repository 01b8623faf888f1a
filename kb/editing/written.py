"""What a person writes down: definitions, concepts and works as a form or a command hands them in.

Everything is text and ids, empty where nothing was said; what is derived (printed names, counts) is not among it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.store.save import Saved


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as the notes keep it: words of a source (its id), and what stands around them."""

    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class WrittenHop:
    """One source of a citation: `name`, `year`, `locator` as written, `work` the citekey that is meant.

    `people`: ids of those who are credited, or a name that no note knows yet. `certainty` is `certain`, `probable`
    or `possible`; it says nothing where no work is named.
    """

    people: tuple[str, ...] = ()
    name: str = ""
    year: str = ""
    locator: str = ""
    work: str = ""
    certainty: str = "certain"


@dataclass(frozen=True, slots=True)
class WrittenCitation:
    """A chain: the originator first, then each source "dikutip dalam", the one really read last.

    `printed` is the citation as the draft prints it; where it is empty it is made of the hops.
    """

    hops: tuple[WrittenHop, ...]
    printed: str = ""


@dataclass(frozen=True, slots=True)
class WrittenDefinition:
    """What a text says a concept (its id) is; `citations` is empty where the text credits nobody."""

    concept: str
    text: str
    language: str = "id"
    quotation: bool = False
    citations: tuple[WrittenCitation, ...] = ()
    passage: Quote | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WrittenRelation:
    """What a text says of two concepts; `verb` and `object` are ids, or labels that no note knows yet."""

    verb: str
    object: str
    passage: Quote | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class WrittenTypology:
    """An ordered list of a text; `members` are concepts by id, or labels that no note knows yet."""

    labels: Mapping[str, str]
    kind: str
    members: tuple[str, ...]
    stated_count: int | None = None
    citations: tuple[WrittenCitation, ...] = ()
    passage: Quote | None = None
    note: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class WrittenConcept:
    """A concept with what hangs on it; `labels` and `synonyms` by language."""

    labels: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    main: bool = False
    broader: tuple[str, ...] = ()
    relations: tuple[WrittenRelation, ...] = ()
    typologies: tuple[WrittenTypology, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class WrittenWork:
    """An entry of the bibliography: its type and its own fields by name in lower case."""

    type: str
    fields: Mapping[str, str]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a save left: the id of the thing, also where it was just given, and the save itself."""

    id: str
    saved: Saved
