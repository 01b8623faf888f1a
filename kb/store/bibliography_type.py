"""Another type for an entry of a `.bib`; every other byte stays."""

from __future__ import annotations

import re

from kb.errors import InputError
from kb.store.bibliography_encoding import codec_of, text_to_edit
from kb.store.bibliography_read import read_text

_TYPE = re.compile(r"(@?[ \t]*)([\w-]+)")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def set_type(data: bytes, key: str, type: str) -> bytes:
    """The file with one entry's type changed; InputError where it is not there or cannot be read back as meant."""
    codec = codec_of(data)
    if codec is None or codec.bytes_of(text_to_edit(data, codec)) != data:
        raise InputError("edit-encoding-unknown")
    if not _NAME.fullmatch(type):
        raise InputError("edit-bad-name", name=type)
    text = text_to_edit(data, codec)
    before = read_text(text, "")
    place = next((n for n, entry in enumerate(before.entries) if entry.key.casefold() == key.casefold()), None)
    if place is None:
        raise InputError("edit-unknown-key", key=key)
    if before.entries[place].type == type.casefold():
        return data
    start = before.blocks[place].start
    found = _TYPE.match(text, start)
    if found is None:
        raise InputError("edit-not-laid-out", key=key, field="type", line=before.blocks[place].line)
    changed = text[: found.start(2)] + type + text[found.end(2) :]
    after = read_text(changed, "")
    same = [
        (one.key, dict(one.fields)) == (other.key, dict(other.fields)) and (n == place or one.type == other.type)
        for n, (one, other) in enumerate(zip(before.entries, after.entries, strict=False))
    ]
    if len(before.entries) != len(after.entries) or not all(same) or after.entries[place].type != type.casefold():
        raise InputError("edit-not-as-meant", key=key, field="type")
    return codec.bytes_of(changed)
