"""What an import is asked to take in, and what that comes to before anything is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kb.model.record import Imported
from kb.reading.records.reading import Kind
from kb.store.library import Library
from kb.store.save import Change

Progress = Callable[[int, int], None]
"""Called with how many records are done, of how many."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A foreign file on its way into a project; `mapping`: a table's column -> facet, bibliographic content or "-".

    `accept` names cells of a table that came back, STUDY:COLUMN; none named: all.
    """

    library: Library
    file: str
    data: bytes
    kind: Kind
    mapping: Mapping[str, str] = field(default_factory=dict)
    progress: Progress | None = None
    accept: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import comes to, and the files that it would change."""

    result: Imported
    changes: Sequence[Change] = ()


Planner = Callable[[Incoming], Plan]
"""Reads the file and plans; writes nothing. InputError where the file as a whole cannot be read."""
