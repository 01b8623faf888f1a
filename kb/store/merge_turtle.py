"""Cutting a Turtle file into its subjects for a merge, and whether the merged file says what both people meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kb.errors import SaveError
from kb.store.graph_compare import Meaning, meaning
from kb.store.merge import Merged, NotInPieces, Pieces, Versions, cut, merge_pieces
from kb.store.turtle_meaning import said
from kb.store.turtle_spans import Document, blank_labels, read_document

_BASE = "urn:x-kajian:base#"


def merge_turtle(file: str, versions: Versions) -> Merged:
    """Mine and theirs together; NotInPieces where a piece would mean something else than where it was written."""
    try:
        base, mine, theirs = (version.decode("utf-8") for version in versions)
    except UnicodeDecodeError as broken:
        raise NotInPieces from broken
    merged = merge_pieces(file, base, mine, theirs, turtle_pieces)
    require_same_meaning(base, mine, theirs, merged.text)
    return Merged(merged.text.encode(), merged.theirs)


def turtle_pieces(text: str) -> Pieces:
    """The prefixes and subjects of a file; NotInPieces where a piece means something only in its place."""
    document = _document(text)
    prefixes = [s.about for s in document.statements if s.kind == "prefix"]
    if len(prefixes) != len(set(prefixes)) or any(s.kind == "base" for s in document.statements):
        raise NotInPieces
    if any(blank_labels(document, statement) for statement in document.statements):
        raise NotInPieces
    return cut(text, ((s.kind, s.about or document.part(s), s.start, s.end) for s in document.statements))


def require_same_meaning(base_text: str, mine_text: str, theirs_text: str, merged: str) -> None:
    """NotInPieces where a subject says something else than in the version that its piece was taken from.

    That happens where one person changed a prefix on which the other's words rest.
    """
    documents = [_document(text) for text in (base_text, mine_text, theirs_text, merged)]
    untouched = _untouched(documents)
    try:
        base, mine, theirs, result = (_meanings(document, untouched) for document in documents)
    except SaveError as unreadable:
        raise NotInPieces from unreadable
    for subject in {*base, *mine, *theirs, *result}:
        old, ours, disk = (version.get(subject, Counter()) for version in (base, mine, theirs))
        # statements without a name are never changed, only added and taken away
        wanted = disk + (ours - old) - (old - ours) if not subject else disk if ours == old else ours
        if result.get(subject, Counter()) != wanted:
            raise NotInPieces


def _untouched(documents: Sequence[Document]) -> set[str]:
    first, *others = ({s.about: document.part(s) for s in document.statements} for document in documents)
    if any(document.prefixes != documents[0].prefixes for document in documents):
        return set()
    repeated = {about for d in documents for about, n in Counter(s.about for s in d.statements).items() if n > 1}
    return {about for about, text in first.items() if all(other.get(about) == text for other in others)} - repeated


def _meanings(document: Document, untouched: set[str]) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for statement in document.statements:
        if statement.kind == "triples" and statement.about not in untouched:
            found.setdefault(statement.about, Counter()).update(meaning(said(document, [statement])))
    return found


def _document(text: str) -> Document:
    try:
        return read_document(text.encode(), _BASE)
    except SaveError as unreadable:
        raise NotInPieces from unreadable
