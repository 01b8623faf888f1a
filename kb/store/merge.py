"""Two people changed one file: their changes are put together piece by piece, or both versions are handed back.

The pieces are the entries of a `.bib`, the subjects of a `.ttl`, and each line of comment between them. `base` is what
mine was made from, `theirs` what is on the disk now.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from kb.store.conflict import Conflict, ConflictError, whole_file
from kb.store.text_memory import LARGE

Key = tuple[str, str, int]
"""Kind, name and how many pieces of the same name stand before it."""

BETWEEN = "between"
"""Kind of the lines between entries or subjects."""

Versions = tuple[bytes, bytes, bytes]
"""Base, mine, theirs."""


_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry, subject or line of comment, with the white space before it."""

    key: Key
    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """A file cut up: `lead`s and `text`s in their order and the white space after the last are all of it."""

    pieces: tuple[Piece, ...]
    tail: str

    def by_key(self) -> dict[Key, Piece]:
        """The pieces by what they are about."""
        return {piece.key: piece for piece in self.pieces}


@dataclass(frozen=True, slots=True)
class Merged:
    """The file with both people's changes, and the names of what the other one changed."""

    data: bytes
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedText:
    """The same before it is bytes."""

    text: str
    theirs: tuple[str, ...]


class NotInPieces(Exception):
    """The file cannot be cut up safely."""


def merge_file(file: str, base: bytes | None, mine: bytes | None, theirs: bytes | None) -> Merged:
    """Mine and theirs together; ConflictError where both changed the same, or the file cannot be cut into pieces."""
    kind = PurePath(file).suffix.lower()
    if mine is None or theirs is None or kind not in (".bib", ".ttl"):
        raise whole_file("save-conflict-file", file, base, mine, theirs)
    versions = (base or b"", mine, theirs)
    try:
        if kind == ".bib":
            from kb.store.merge_bibliography import merge_bibliography

            return merge_bibliography(file, versions)
        from kb.store.merge_turtle import merge_turtle

        return merge_turtle(file, versions)
    except NotInPieces as whole:
        raise whole_file("save-conflict-file", file, base, mine, theirs) from whole


def cut(text: str, spans: Iterable[tuple[str, str, int, int]]) -> Pieces:
    """The pieces of a text for spans of kind, name, start and end; every line between spans is a piece of its own."""
    seen: Counter[tuple[str, str]] = Counter()
    pieces: list[Piece] = []
    at = 0
    for kind, name, start, end in _with_lines_between(text, spans):
        pieces.append(Piece((kind, name, seen[kind, name]), text[at:start], text[start:end]))
        seen[kind, name] += 1
        at = end
    return Pieces(tuple(pieces), text[at:])


def _with_lines_between(text: str, spans: Iterable[tuple[str, str, int, int]]) -> Iterator[tuple[str, str, int, int]]:
    at = 0
    for span in (*spans, ("end", "", len(text), len(text))):
        for line in _LINE.finditer(text, at, span[2]):
            yield BETWEEN, line.group(), line.start(), line.end()
        if span[0] != "end":
            yield span
        at = span[3]


def merge_pieces(file: str, base: str, mine: str, theirs: str, cut_up: Callable[[str], Pieces]) -> MergedText:
    """The three texts cut up and put together; NotInPieces where the result falls into other pieces than were meant."""
    old, ours, disk = (_cut_up(cut_up, text) for text in (base, mine, theirs))
    _refuse_same_piece(file, old, ours, disk)
    pieces = list(_together(old, ours, disk))
    text = "".join(piece.lead + piece.text for piece in pieces) + _chosen(old.tail, ours.tail, disk.tail)
    if [(p.key[:2], p.text) for p in _cut_up(cut_up, text).pieces] != [(p.key[:2], p.text) for p in pieces]:
        raise NotInPieces
    return MergedText(text, tuple(dict.fromkeys(_shown(key) for key in _changed(old, disk) if key[0] != BETWEEN)))


def _cut_up(cut_up: Callable[[str], Pieces], text: str) -> Pieces:
    """What two people merge was mostly cut up before: when the file was merged last, or for the one before in the queue."""
    return _remembered(cut_up, text) if len(text) < LARGE else cut_up(text)


@lru_cache(maxsize=12)
def _remembered(cut_up: Callable[[str], Pieces], text: str) -> Pieces:
    return cut_up(text)


def _changed(old: Pieces, new: Pieces) -> list[Key]:
    before, after = old.by_key(), new.by_key()
    return [key for key in dict.fromkeys([*before, *after]) if _text(before, key) != _text(after, key)]


def _refuse_same_piece(file: str, old: Pieces, mine: Pieces, theirs: Pieces) -> None:
    before, ours, disk = old.by_key(), mine.by_key(), theirs.by_key()
    clashes = [
        Conflict(file, _shown(key), _text(before, key), _text(ours, key), _text(disk, key))
        for key in _changed(old, mine)
        if _text(disk, key) not in (_text(before, key), _text(ours, key))
    ]
    if clashes:
        raise ConflictError("save-conflict", tuple(clashes))


def _together(old: Pieces, mine: Pieces, theirs: Pieces) -> Iterator[Piece]:
    """The disk's pieces in the disk's order with my changes; my new ones follow what they follow in my version."""
    before, ours = old.by_key(), mine.by_key()
    new = _new_after(old, mine, theirs)
    yield from new.pop(None, ())
    for piece in theirs.pieces:
        was, is_mine = before.get(piece.key), ours.get(piece.key)
        if was is not None and is_mine is not None:
            lead = _chosen(was.lead, is_mine.lead, piece.lead)
            yield Piece(piece.key, lead, is_mine.text if is_mine.text != was.text else piece.text)
        elif was is None or is_mine is not None:
            yield piece
        yield from new.pop(piece.key, ())


def _new_after(old: Pieces, mine: Pieces, theirs: Pieces) -> dict[Key | None, list[Piece]]:
    before, disk = old.by_key(), theirs.by_key()
    new: dict[Key | None, list[Piece]] = {}
    anchor: Key | None = None
    for piece in mine.pieces:
        if piece.key in disk:
            anchor = piece.key
        elif piece.key not in before:
            new.setdefault(anchor, []).append(piece)
    return new


def _chosen(base: str, mine: str, theirs: str) -> str:
    return mine if theirs == base else theirs


def _text(pieces: dict[Key, Piece], key: Key) -> str | None:
    return pieces[key].text if key in pieces else None


def _shown(key: Key) -> str:
    return key[1] or key[0]
