"""The same thing changed in two places: both versions are handed back, nothing is written."""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors import SaveError


@dataclass(frozen=True, slots=True)
class Conflict:
    """Three versions of one entry or subject; `entry` is its citekey or IRI, empty for a file as a whole.

    None is a version in which it does not exist.
    """

    file: str
    entry: str
    base: str | None
    mine: str | None
    theirs: str | None


class ConflictError(SaveError):
    """What a person changed was changed elsewhere meanwhile; they must choose."""

    def __init__(self, code: str, conflicts: tuple[Conflict, ...], **params: object) -> None:
        first = conflicts[0]
        entries = ", ".join(conflict.entry for conflict in conflicts if conflict.entry)
        super().__init__(code, file=first.file, entries=entries, **params)
        self.conflicts = conflicts


def whole_file(code: str, file: str, base: bytes | None, mine: bytes | None, theirs: bytes | None) -> ConflictError:
    """A conflict about a file that cannot be merged piece by piece."""
    return ConflictError(code, (Conflict(file, "", _text(base), _text(mine), _text(theirs)),))


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "replace")
