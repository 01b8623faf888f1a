"""Reading a `.bib` at full fidelity: every block ends as an entry or as a finding with its line."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.model import Entry as RawEntry

from kb.findings import Finding, Place
from kb.store.bibliography_encoding import decode
from kb.store.bibliography_latex import field_text
from kb.store.bibliography_names import Name, read_name, split_people

# Broken blocks become findings; the parser's own log lines would only double them on standard error.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

PEOPLE = ("author", "editor", "translator")
_MONTHS = {
    name: str(n)
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_ADMITTING = ("openfields", "unverified")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `fields` are decoded text by lower-case name in the file's order, `line` counts from 1.

    `inherited` names the fields that came from a crossref or xdata entry.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    names: Mapping[str, tuple[Name, ...]]
    line: int
    raw: str
    inherited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All entries in the file's order, what could not be read, and the encoding."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    encoding: str = "utf-8"


def read_bibliography(data: bytes, file: str) -> Bibliography:
    """The entries of a `.bib`; nothing vanishes: what is no entry is a finding with line and reason."""
    text, encoding, found = decode(data, file)
    blocks = parse_string(text, parse_stack=[]).blocks
    reader = _Reader(file, found)
    for block in blocks:
        reader.take(block)
    return Bibliography(tuple(reader.finished()), tuple(reader.findings), encoding)


class _Reader:
    """Goes through the blocks once; macros hold from where they are defined."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self.file, self.findings = file, findings
        self.macros: dict[str, str] = dict(_MONTHS)
        self.entries: list[Entry] = []
        self.keys: dict[str, str] = {}

    def note(self, check: str, severity: str, block: Block, line: int | None = None, **params: object) -> None:
        raw = " ".join((block.raw or "").split())[:160]
        place = Place(self.file, line or (block.start_line or 0) + 1, None, raw)
        key = str(params.get("key", ""))
        self.findings.append(
            Finding(check, severity, place, {"file": self.file, **params}, (key,) if key else (), (key,) if key else ())  # type: ignore[arg-type]
        )

    def take(self, block: Block) -> None:
        if isinstance(block, DuplicateBlockKeyBlock) and isinstance(block.ignore_error_block, RawEntry):
            self.entry(block.ignore_error_block)
        elif isinstance(block, DuplicateFieldKeyBlock) and isinstance(block.ignore_error_block, RawEntry):
            names = ", ".join(sorted(block.duplicate_keys))
            self.note("duplicate-field", "warning", block, key=block.ignore_error_block.key, fields=names)
            self.entry(block.ignore_error_block)
        elif isinstance(block, ParsingFailedBlock):
            self.failed(block)
        elif isinstance(block, RawEntry):
            self.entry(block)
        elif isinstance(block, String):
            self.macros[block.key.casefold()] = self.value(str(block.value), block)
        elif isinstance(block, ImplicitComment) and re.search(r"^[^%\s]", block.comment, re.MULTILINE):
            self.note("text-between-entries", "info", block)

    def failed(self, block: ParsingFailedBlock) -> None:
        head = re.match(r"\s*@\w+\s*[{(]\s*([^,\s]*)", block.raw or "")
        name = head.group(1) if head else ""
        self.note("unreadable-entry", "error", block, name=name or "?", why=" ".join(str(block.error).split())[:200])

    def entry(self, raw: RawEntry) -> None:
        values: dict[str, str] = {}
        for field in raw.fields:
            values.setdefault(field.key.casefold(), self.value(str(field.value), raw))
        names = {role: tuple(read_name(one) for one in split_people(values[role])) for role in PEOPLE if role in values}
        key = self.key(raw, values, names)
        fields = {name: field_text(name, value) for name, value in values.items()}
        entry = Entry(key, raw.entry_type.casefold(), fields, names, (raw.start_line or 0) + 1, raw.raw or "")
        self.entries.append(entry)

    def key(self, raw: RawEntry, values: Mapping[str, str], names: Mapping[str, tuple[Name, ...]]) -> str:
        """The entry's own key, or a working one where it has none or shares it with an earlier entry."""
        written = raw.key.strip()
        wanted = written
        if not written or "=" in written:
            first = next(iter(names.get("author", ())), Name(literal="tanpanama")).short
            wanted = re.sub(r"\W+", "", first.casefold()) + re.sub(r"\D+", "", values.get("year", "")) or "tanpakunci"
            wanted = self.free(wanted)
            self.note("missing-key", "warning", raw, key=wanted)
        elif written.casefold() in self.keys:
            wanted = self.free(written)
            self.note("duplicate-key", "warning", raw, key=wanted, first=self.keys[written.casefold()], written=written)
        self.keys[wanted.casefold()] = wanted
        return wanted

    def free(self, key: str) -> str:
        if key.casefold() not in self.keys:
            return key
        number = 2
        while f"{key}-{number}".casefold() in self.keys:
            number += 1
        return f"{key}-{number}"

    def value(self, written: str, block: Block) -> str:
        """A field's value without its enclosing, with `#` joined and macros put in."""
        return "".join(self.piece(piece.strip(), block) for piece in _pieces(written.strip()))

    def piece(self, piece: str, block: Block) -> str:
        if len(piece) > 1 and (piece[0], piece[-1]) in (("{", "}"), ('"', '"')):
            return piece[1:-1]
        if piece.isdigit() or not piece:
            return piece
        if piece.casefold() in self.macros:
            return self.macros[piece.casefold()]
        self.note("undefined-string", "warning", block, name=piece)
        return piece

    def finished(self) -> list[Entry]:
        """Entries with what they inherit, and a finding for each that lacks a year or an author."""
        known = {entry.key.casefold(): entry for entry in self.entries}
        done = [self.inherit(entry, known) for entry in self.entries]
        for entry in done:
            self.complete(entry)
        return done

    def inherit(self, entry: Entry, known: Mapping[str, Entry]) -> Entry:
        parents = [entry.fields[name] for name in ("crossref", "xdata") if entry.fields.get(name)]
        for parent in (known.get(key.strip().casefold()) for names in parents for key in names.split(",")):
            if parent is None or parent is entry:
                self.at(entry, "broken-crossref", "warning", parent=", ".join(parents))
                continue
            renamed = {("booktitle" if name == "title" else name): value for name, value in parent.fields.items()}
            new = {name: value for name, value in renamed.items() if name not in entry.fields}
            people = {role: parent.names[role] for role in parent.names if role not in entry.names}
            entry = replace(
                entry,
                fields={**entry.fields, **new},
                names={**entry.names, **people},
                inherited=entry.inherited | frozenset(new),
            )
        return entry

    def complete(self, entry: Entry) -> None:
        if entry.type in ("xdata", "set", "comment", "control"):
            return
        admitted = {name.strip() for field in _ADMITTING for name in entry.fields.get(field, "").split(",")}
        if not (entry.fields.get("year") or entry.fields.get("date")):
            self.at(entry, "missing-year", "info" if "year" in admitted else "warning")
        if not any(role in entry.names for role in PEOPLE) and not entry.fields.get("organization"):
            self.at(entry, "missing-author", "info" if "author" in admitted else "warning")
        for name in (name for people in entry.names.values() for name in people if name.titles):
            self.at(entry, "name-with-degree", "info", name=name.full, titles=name.titles)

    def at(self, entry: Entry, check: str, severity: str, **params: object) -> None:
        place = Place(self.file, entry.line, None, f"@{entry.type}{{{entry.key}")
        about = (entry.key,)
        self.findings.append(
            Finding(check, severity, place, {"file": self.file, "key": entry.key, **params}, about, about)  # type: ignore[arg-type]
        )


def _pieces(value: str) -> list[str]:
    """The parts of `a # {b} # "c"`, split at `#` outside braces and quotes."""
    if "#" not in value:
        return [value]
    parts, depth, quoted, start = [], 0, False, 0
    for place, character in enumerate(value):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character == '"' and depth == 0:
            quoted = not quoted
        elif character == "#" and depth == 0 and not quoted:
            parts.append(value[start:place])
            start = place + 1
    return [*parts, value[start:]]
