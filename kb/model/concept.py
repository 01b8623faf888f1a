"""Concepts, their typologies and the relations that the text states between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model.definition import Attribution
from kb.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Typology:
    """An ordered list that the text makes: aspects, principles, kinds, causes, roles of a concept.

    `members` are concept ids in the text's order; `stated_count` is the number the text announces.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    kind: str
    owner: str
    members: tuple[str, ...]
    member_labels: tuple[str, ...]
    attributed_to: tuple[Attribution, ...]
    stated_count: int | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Relation:
    """Subject, verb, object as the text says it; all three are concepts with labels in both languages."""

    id: str
    subject: str
    verb: str
    verb_labels: Mapping[str, str]
    object: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with what hangs on it; every reference is an id."""

    id: str
    label: str
    labels: Mapping[str, str]
    alt_labels: Mapping[str, tuple[str, ...]]
    hidden_labels: tuple[str, ...] = ()
    main: bool = False
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    typologies: tuple[Typology, ...] = ()
    relations: tuple[Relation, ...] = ()
    incoming: tuple[Relation, ...] = ()
    note: str | None = None
