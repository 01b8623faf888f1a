"""Something of the project that points to another thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """A thing that names another: `kind` is the local name of its class, `property` that of the link.

    `words` are its label, its text or its citation as printed, else its id.
    """

    id: str
    kind: str
    property: str
    words: str
