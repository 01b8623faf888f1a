"""Cutting a `.bib` into its entries for a merge, and whether a new version of one can still be read."""

from __future__ import annotations

import re

from kb.errors import SaveError
from kb.store.bibliography_block import Block
from kb.store.bibliography_blocks import bibliography_blocks, even_lines
from kb.store.bibliography_encoding import Codec, codec_of, text_to_edit
from kb.store.merge import Merged, NotInPieces, Pieces, Versions, cut, merge_pieces

_WRITTEN = ("entry", "macro", "preamble")
_EXPLICIT_COMMENT = re.compile(r"@\s*comment\s*[{(]([^:}\n]{0,40})", re.IGNORECASE)


def merge_bibliography(file: str, versions: Versions) -> Merged:
    """Mine and theirs together; NotInPieces where a block does not close or the encodings differ."""
    codec = _one_codec(versions)
    try:
        base, mine, theirs = (text_to_edit(version, codec) for version in versions)
        merged = merge_pieces(file, base, mine, theirs, bibliography_pieces)
        return Merged(codec.bytes_of(merged.text), merged.theirs)
    except UnicodeError as letter:
        raise NotInPieces from letter


def bibliography_pieces(text: str) -> Pieces:
    """The entries, macros and comments of a `.bib`; NotInPieces where one of them does not close."""
    spans = []
    for block in bibliography_blocks(even_lines(text)):
        if block.kind == "broken":
            raise NotInPieces
        comment = _EXPLICIT_COMMENT.match(text, block.start) if block.kind == "comment" else None
        if block.kind in _WRITTEN or comment:
            name = comment.group(1).strip() if comment else _name(text, block)
            spans.append((block.kind, name, block.start, block.end))
    return cut(text, spans)


def require_readable(file: str, before: bytes, after: bytes) -> None:
    """SaveError where `after` has more blocks that cannot be read than `before`; those there already are let be."""
    codec = codec_of(after)
    if codec is None:
        if codec_of(before) is not None:
            raise SaveError("save-unreadable", file=file, line="?", why="UTF-8")
        return
    broken = _broken(after, codec)
    if broken and len(broken) > len(_broken(before, codec_of(before))):
        raise SaveError("save-unreadable", file=file, line=broken[0].line, why=f"@{broken[0].type}{{{broken[0].key}")


def _broken(data: bytes, codec: Codec | None) -> list[Block]:
    try:
        text = text_to_edit(data, codec) if codec else ""
    except UnicodeError:
        return []
    return [block for block in bibliography_blocks(even_lines(text)) if block.kind == "broken"]


def _one_codec(versions: Versions) -> Codec:
    codecs = [codec_of(version) for version in versions if version]
    first = codecs[0] if codecs else None
    if first is None or any(codec != first for codec in codecs):
        raise NotInPieces
    return first


def _name(text: str, block: Block) -> str:
    if block.kind == "preamble":
        return text[block.start : block.end][:40]
    return block.key.casefold() if block.kind == "macro" else block.key
