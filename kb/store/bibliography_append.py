"""Adding many entries to a `.bib` at once: all that stands there stays byte for byte, and what came is read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.errors import InputError
from kb.store.bibliography_blocks import bibliography_blocks, even_lines
from kb.store.bibliography_edit import set_field
from kb.store.bibliography_encoding import codec_of, text_to_edit
from kb.store.bibliography_layout import Layout, entry_layout
from kb.store.bibliography_read import ReadText, read_text
from kb.store.bibliography_writing import written_value

_KEY = re.compile(r"[^\W_][\w.:/+-]*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry ready to be written: its text, and what must be read from it (`fields` None: the key alone)."""

    key: str
    text: str
    fields: Mapping[str, str] | None = None


def made_entry(type: str, key: str, fields: Mapping[str, str]) -> NewEntry:
    """An entry of a person's or a program's values; InputError where one cannot be written."""
    if not is_key(key):
        raise InputError("edit-bad-key", key=key)
    column = max(map(len, fields), default=0)
    lines, meant = [], {}
    for name, value in fields.items():
        if not _NAME.fullmatch(name):
            raise InputError("edit-bad-name", name=name)
        source, read = written_value(key, name.casefold(), value, latex=False)
        if source:
            meant[name.casefold()] = read
            lines.append(f"  {name.ljust(column)} = {{{source}}}")
    return NewEntry(key, ",\n".join([f"@{type}{{{key}", *lines]) + "\n}", meant)


def kept_entry(raw: str, key: str, fields: Mapping[str, str]) -> NewEntry:
    """An entry as it was written elsewhere, character for character but for its key where that is another."""
    found = entry_layout(even_lines(raw), 0, len(raw))
    if not isinstance(found, Layout):
        raise InputError("edit-not-laid-out", key=key, field="key", line=1)
    if found.key != key:
        comma = "" if found.key or raw[found.key_start : found.key_start + 1] == "," else ","
        raw = raw[: found.key_start] + key + comma + raw[found.key_end :]
    return NewEntry(key, raw, fields)


def with_parents(entry: NewEntry, renamed: Mapping[str, str]) -> NewEntry:
    """The entry inheriting from entries that got other keys; `renamed`: old key in lower case -> new key."""
    data, fields = entry.text.encode(), dict(entry.fields or {})
    for name in ("crossref", "xdata"):
        keys = [key.strip() for key in fields.get(name, "").split(",")]
        new = ",".join(renamed.get(key.casefold(), key) for key in keys)
        if new != ",".join(keys):
            data = set_field(data, entry.key, name, new)
            fields[name] = new
    return NewEntry(entry.key, data.decode(), fields)


def is_key(key: str) -> bool:
    """Whether a text can be a citekey that every program understands."""
    return _KEY.fullmatch(key) is not None


def macros_of(data: bytes) -> dict[str, str]:
    """The `@string` definitions of a file by name in lower case, as they are written."""
    text = _text(data)
    return {
        block.fields[0][0].casefold(): text[block.start : block.end]
        for block in bibliography_blocks(even_lines(text))
        if block.kind == "macro"
    }


class Writable:
    """What the encoding of a file has letters for."""

    def __init__(self, data: bytes) -> None:
        codec = codec_of(data)
        if codec is None:
            raise InputError("edit-encoding-unknown")
        self.codec = codec

    def letter(self, text: str) -> str | None:
        """The first character of `text` that the encoding does not have, None where it has all."""
        try:
            self.codec.bytes_of(text)
        except UnicodeEncodeError as letter:
            return letter.object[letter.start]
        return None


def append_entries(data: bytes, entries: Sequence[NewEntry], macros: Iterable[str] = ()) -> bytes:
    """The file with the macros and entries at its end.

    InputError, naming the entry, where what was read from the file or from an entry would then be something else.
    """
    codec = codec_of(data)
    if codec is None or codec.bytes_of(text_to_edit(data, codec)) != data:
        raise InputError("edit-encoding-unknown")
    text = text_to_edit(data, codec)
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n" if text.strip() else ""
    parts = [even_lines(part).replace("\n", newline) if newline else part for part in
             ([*macros] and ["\n".join(macros)]) + [entry.text for entry in entries]]  # fmt: skip
    if not parts:
        return data
    end = newline or "\n"
    lead = "" if not text.strip() else end if text.endswith(("\n", "\r")) else end * 2
    after = text + lead + (end * 2).join(parts) + end
    _require_meant(read_text(text, ""), read_text(after, ""), entries)
    return codec.bytes_of(after)


def _require_meant(before: ReadText, after: ReadText, entries: Sequence[NewEntry]) -> None:
    held = len(before.blocks)
    for old, new in zip(before.blocks, after.blocks, strict=False):
        if (old.type, old.key, [f[:2] for f in old.fields]) != (new.type, new.key, [f[:2] for f in new.fields]):
            raise InputError("edit-not-as-meant", key=old.key, field="*")
    read = after.entries[held:]
    for entry, got in zip(entries, read, strict=False):
        own = {name: text for name, text in got.fields.items() if name not in got.inherited}
        if got.key != entry.key or (entry.fields is not None and own != dict(entry.fields)):
            raise InputError("edit-not-as-meant", key=entry.key, field="*")
    if len(read) != len(entries) or _errors(after) > _errors(before):
        raise InputError("edit-not-as-meant", key=entries[-1].key if entries else "?", field="*")


def _errors(read: ReadText) -> int:
    return sum(finding.severity == "error" for finding in read.findings)


def _text(data: bytes) -> str:
    codec = codec_of(data)
    if codec is None:
        raise InputError("edit-encoding-unknown")
    return text_to_edit(data, codec)
