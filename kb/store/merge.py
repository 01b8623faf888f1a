"""Two people changed one file: their changes are put together piece by piece, or both versions are handed back.

The pieces are the entries of a `.bib`, the subjects of a `.ttl`, and each line of comment between them. `base` is what
mine was made from, `theirs` what is on the disk now.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from kb.store.bibliography_spans import bibliography_blocks, bibliography_bytes, bibliography_text
from kb.store.conflict import Conflict, ConflictError, whole_file

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


def merge_file(file: str, base: bytes | None, mine: bytes | None, theirs: bytes | None) -> Merged:
    """Mine and theirs together; ConflictError where both changed the same, or the file cannot be cut into pieces."""
    kind = PurePath(file).suffix.lower()
    if mine is None or theirs is None or kind not in (".bib", ".ttl"):
        raise whole_file("save-conflict-file", file, base, mine, theirs)
    versions = (base or b"", mine, theirs)
    try:
        if kind == ".bib":
            return _merge(file, versions, bibliography_pieces, bibliography_bytes)
        from kb.store.merge_turtle import require_same_meaning, turtle_pieces

        merged = _merge(file, versions, turtle_pieces, str.encode)
        require_same_meaning(versions, merged.data)
    except NotInPieces as whole:
        raise whole_file("save-conflict-file", file, base, mine, theirs) from whole
    return merged


class NotInPieces(Exception):
    """The file cannot be cut up safely."""


def bibliography_pieces(data: bytes) -> Pieces:
    """The entries, strings and comments of a `.bib`; NotInPieces where one of them does not close."""
    text = bibliography_text(data)
    if "\0" in text:  # two bytes a character: not cut here
        raise NotInPieces
    spans = []
    for block in bibliography_blocks(text):
        if block.broken:
            raise NotInPieces
        spans.append((block.kind, block.key, block.start, block.end))
    return cut(text, spans)


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


def _merge(file: str, versions: Versions, cut_up: Callable[[bytes], Pieces], encoded: Callable[[str], bytes]) -> Merged:
    old, mine, theirs = (cut_up(version) for version in versions)
    _refuse_same_piece(file, old, mine, theirs)
    pieces = list(_together(old, mine, theirs))
    tail = _chosen(old.tail, mine.tail, theirs.tail)
    data = encoded("".join(piece.lead + piece.text for piece in pieces) + tail)
    if [piece.text for piece in cut_up(data).pieces] != [piece.text for piece in pieces]:
        raise NotInPieces
    return Merged(data, tuple(dict.fromkeys(_shown(key) for key in _changed(old, theirs) if key[0] != BETWEEN)))


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
