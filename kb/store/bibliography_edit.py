"""Editing a `.bib` in place: an edit changes the characters it speaks of, every other byte stays.

Each edit is read again and compared with what was meant before it is handed out; nothing here writes to the disk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kb.errors import InputError
from kb.store.bibliography_block import Block
from kb.store.bibliography_blocks import even_lines
from kb.store.bibliography_encoding import Codec, codec_of, text_to_edit
from kb.store.bibliography_entry import Entry
from kb.store.bibliography_layout import FieldSpan, Layout, entry_layout
from kb.store.bibliography_read import ReadText, read_text
from kb.store.bibliography_writing import enclosed, written_value

_KEY = re.compile(r"[^\W_][\w.:/+-]*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
Change = tuple[int, int, str]
"""From, to, and what stands there instead."""


def set_field(data: bytes, key: str, field: str, value: str | None, latex: bool = False) -> bytes:
    """The file with one field of one entry changed, added, or (`value` None) taken away.

    `value` is text as a person reads it, with `latex` the file's own language. A value that is there already changes
    nothing. InputError where the entry does not exist, or the value cannot be written so that it is read back the same.
    """
    file = _File(data)
    name = field.casefold()
    if not _NAME.fullmatch(name):
        raise InputError("edit-bad-name", name=field)
    place = file.place(key)
    own = {each: text for each, text in file.entry(place).fields.items() if each not in file.entry(place).inherited}
    if value is not None and not value.strip():
        value = None
    if own.get(name) == value and not latex:
        return data
    layout = file.layout(place, name)
    spans = [span for span in layout.fields if span.name.casefold() == name]
    if value is None:
        return file.changed([_removal(file.text, span) for span in spans], _Meant(place, name, None))
    source, meant = written_value(key, name, value, latex)
    if spans:
        like = file.text[spans[0].value_start : spans[0].value_end]
        change = (spans[0].value_start, spans[0].value_end, enclosed(source, like))
    else:
        change = _insertion(file, layout, name, enclosed(source, "{"))
    return file.changed([change], _Meant(place, name, meant))


def add_entry(data: bytes, type: str, key: str, fields: Mapping[str, str], latex: bool = False) -> bytes:
    """The file with an entry at its end, laid out like the last one there; fields in the order given."""
    file = _File(data)
    file.require_free(key)
    for name in (type, *fields):
        if not _NAME.fullmatch(name):
            raise InputError("edit-bad-name", name=name)
    column, indent, newline = file.style()
    lines, meant = [], {}
    for name, value in fields.items():
        source, meant[name.casefold()] = written_value(key, name.casefold(), value, latex)
        lines.append(f"{indent}{name.ljust(column)} = {{{source}}}")
    body = f",{newline}".join([f"@{type}{{{key}", *lines]) + f"{newline}}}{newline}"
    before = file.text if file.text.endswith(("\n", "\r")) or not file.text.strip() else file.text + newline
    lead = before[len(file.text) :] + (newline if file.text.strip() else "")
    end = len(file.text)
    return file.changed([(end, end, lead + body)], _Meant(len(file.read.entries), "", None, key, meant))


def delete_entry(data: bytes, key: str) -> bytes:
    """The file without one entry and the empty line behind it; comments stay. Entries that lend fields are kept."""
    file = _File(data)
    place = file.place(key)
    children = [entry.key for entry in file.read.entries if key.casefold() in _parents(entry) and entry.key != key]
    if children:
        raise InputError("edit-referred-to", key=key, children=", ".join(children))
    block, text = file.read.blocks[place], file.text
    line_end = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)").match(text, block.end)
    end = line_end.end() if line_end else block.end
    again = re.compile(r"[ \t]*(?:\r\n|\n|\r)").match(text, end)
    if again and re.search(r"(?:\A|\n|\r)[ \t]*(?:\r\n|\n|\r)\Z|\A\Z", text[max(0, block.start - 200) : block.start]):
        end = again.end()
    return file.changed([(block.start, end, "")], _Meant(place, "", None, removed=True))


def rename_key(data: bytes, key: str, new: str) -> bytes:
    """The file with another citekey for one entry, also where other entries name it in crossref or xdata."""
    file = _File(data)
    place = file.place(key)
    if new == file.read.blocks[place].key:
        return data
    if new.casefold() != key.casefold() or not _KEY.fullmatch(new):
        file.require_free(new)
    layout = file.layout(place, "")
    start, end = layout.key_start, layout.key_end
    comma = "" if layout.key or file.text[start : start + 1] == "," else ","
    changes = [(start, end, new + comma), *file.references(key, new)]
    return file.changed(changes, _Meant(place, "", None, new))


@dataclass(frozen=True, slots=True)
class _Meant:
    """What an edit is to have done: to the entry at `place` (before the edit), to its field or its key."""

    place: int
    field: str
    value: str | None
    key: str = ""
    added: Mapping[str, str] | None = None
    removed: bool = False


class _File:
    """A `.bib` as text from which its bytes can be made again, and what is read from it."""

    def __init__(self, data: bytes) -> None:
        codec = codec_of(data)
        if codec is None:
            raise InputError("edit-encoding-unknown")
        self.codec: Codec = codec
        self.text = text_to_edit(data, codec)
        if codec.bytes_of(self.text) != data:
            raise InputError("edit-encoding-unknown")
        self.read = _read(self.text)

    def place(self, key: str) -> int:
        """Which entry has this key: letter for letter first, then without regard to case."""
        keys = [entry.key for entry in self.read.entries]
        if key in keys:
            return keys.index(key)
        folded = [each.casefold() for each in keys]
        if key.casefold() in folded:
            return folded.index(key.casefold())
        raise InputError("edit-unknown-key", key=key)

    def entry(self, place: int) -> Entry:
        return self.read.entries[place]

    def require_free(self, key: str) -> None:
        if not _KEY.fullmatch(key):
            raise InputError("edit-bad-key", key=key)
        if any(key.casefold() == known.casefold() for entry in self._keys() for known in entry):
            raise InputError("edit-key-taken", key=key)

    def _keys(self) -> list[tuple[str, str]]:
        return [(entry.key, block.key) for entry, block in zip(self.read.entries, self.read.blocks, strict=True)]

    def layout(self, place: int, field: str) -> Layout:
        """Where the entry's parts stand; InputError where that is not what was read from it."""
        block = self.read.blocks[place]
        even = even_lines(self.text)
        found = entry_layout(even, block.start, block.end)
        if isinstance(found, Layout) and found.end == block.end and found.key == block.key:
            spans = [(each.name, even[each.value_start : each.value_end].strip()) for each in found.fields]
            if spans == [(name, value.strip()) for name, value, _ in block.fields]:
                return found
        raise InputError("edit-not-laid-out", key=self.entry(place).key, field=field or "key", line=block.line)

    def style(self) -> tuple[int, str, str]:
        """The column of the equals sign, the indentation and the line end of the last entry that has fields."""
        newline = "\r\n" if "\r\n" in self.text else "\r" if "\r" in self.text and "\n" not in self.text else "\n"
        for block in reversed(self.read.blocks):
            found = entry_layout(even_lines(self.text), block.start, block.end)
            if isinstance(found, Layout) and found.fields:
                first = found.fields[0]
                indent = re.search(r"[\n\r]([ \t]*)\Z", self.text[found.start : first.start])
                equals = self.text.find("=", first.start)
                column = len(self.text[first.start : equals].rstrip())
                return max(column, equals - first.start - 1), indent.group(1) if indent else "  ", newline
        return 0, "  ", newline

    def references(self, key: str, new: str) -> list[Change]:
        """Where other entries name this key as their parent."""
        changes: list[Change] = []
        for place, entry in enumerate(self.read.entries):
            if key.casefold() not in _parents(entry):
                continue
            for span in self.layout(place, "crossref").fields:
                if span.name.casefold() in ("crossref", "xdata"):
                    word = re.compile(rf"(?<![^\s,{{\"]){re.escape(key)}(?![^\s,}}\"])", re.IGNORECASE)
                    for match in word.finditer(self.text, span.value_start, span.value_end):
                        changes.append((*match.span(), new))
        return changes

    def changed(self, changes: list[Change], meant: _Meant) -> bytes:
        """The bytes with the changes made, once they are read again as they were meant."""
        text = self.text
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        try:
            data = self.codec.bytes_of(text)
        except UnicodeEncodeError as letter:
            strange = letter.object[letter.start]
            raise InputError(
                "edit-not-in-encoding", encoding=self.codec.name, letter=strange, field=meant.field or "key"
            ) from letter
        if not _as_meant(self.read, _read(text), meant):
            raise InputError("edit-not-as-meant", key=self._name(meant), field=meant.field or "key")
        return data

    def _name(self, meant: _Meant) -> str:
        return meant.key or self.read.entries[meant.place].key


@lru_cache(maxsize=4)
def _read(text: str) -> ReadText:
    return read_text(text, "")


def _as_meant(before: ReadText, after: ReadText, meant: _Meant) -> bool:
    """Whether the edit did what it was to do, and to nothing else."""
    old, new = list(before.blocks), list(after.blocks)
    if len(new) != len(old) + bool(meant.added is not None) - meant.removed:
        return False
    if not meant.removed:
        entry, block = after.entries[meant.place], new.pop(meant.place)
        if meant.added is not None:
            if entry.key != meant.key or dict(entry.fields) != {
                name: text for name, text in meant.added.items() if text
            }:
                return False
        elif not _entry_as_meant(old.pop(meant.place), block, entry, meant):
            return False
    else:
        old.pop(meant.place)
    keys = {meant.key, before.entries[meant.place].key} if meant.key and meant.added is None else set()
    return all(_same(one, other, keys) for one, other in zip(old, new, strict=True)) and _errors(after) <= _errors(
        before
    )


def _entry_as_meant(old: Block, new: Block, entry: Entry, meant: _Meant) -> bool:
    if meant.key:
        return entry.key == meant.key and _same(old, new, {old.key, new.key}, keys=False)
    if entry.fields.get(meant.field) != meant.value and not (meant.value is None and meant.field in entry.inherited):
        return False
    others = [[each[:2] for each in block.fields if each[0].casefold() != meant.field] for block in (old, new)]
    return (old.type, old.key) == (new.type, new.key) and others[0] == others[1]


def _same(one: Block, other: Block, renamed: set[str], keys: bool = True) -> bool:
    """Whether two blocks say the same; a field that names a renamed parent may have changed."""
    if one.type != other.type or (keys and one.key != other.key) or len(one.fields) != len(other.fields):
        return False
    return all(
        a[:2] == b[:2] or (bool(renamed) and a[0] == b[0] and a[0].casefold() in ("crossref", "xdata"))
        for a, b in zip(one.fields, other.fields, strict=True)
    )


def _errors(read: ReadText) -> int:
    return sum(finding.severity == "error" for finding in read.findings)


def _parents(entry: Entry) -> set[str]:
    named = (entry.fields.get("crossref", ""), *entry.fields.get("xdata", "").split(","))
    return {key.strip().casefold() for key in named if key.strip()}


def _removal(text: str, span: FieldSpan) -> Change:
    start = len(text[: span.start].rstrip())
    return start, span.end, ""


def _insertion(file: _File, layout: Layout, name: str, value: str) -> Change:
    """A new field in the form of the last one: behind it, or before it where no comma follows it."""
    text = file.text
    if not layout.fields:
        _, indent, newline = file.style()
        comma = "" if "," in text[layout.key_end : layout.body_end] else ","
        return layout.body_end, layout.body_end, f"{comma}{newline}{indent}{name} = {value}{newline}"
    last = layout.fields[-1]
    gap = text[len(text[: last.start].rstrip()) : last.start]
    equals = text.find("=", last.start)
    column = equals - last.start - 1 if text[equals - 1].isspace() else 0
    new = name.ljust(column) + (" " if column else "") + text[equals : last.value_start] + value
    return (last.end, last.end, f"{gap}{new},") if last.comma else (last.start, last.start, f"{new},{gap}")
