"""Reading a `.bib` at full fidelity: every block ends as an entry or as a finding with its line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kb.findings import Finding
from kb.store.bibliography_block import Block
from kb.store.bibliography_blocks import bibliography_blocks, even_lines, field_inside
from kb.store.bibliography_completeness import completeness
from kb.store.bibliography_encoding import decode
from kb.store.bibliography_entry import NAME_FIELDS, Bibliography, Entry
from kb.store.bibliography_inherit import inherited
from kb.store.bibliography_keys import Keys
from kb.store.bibliography_latex import VERBATIM, field_text, holds_html
from kb.store.bibliography_layout import Fault
from kb.store.bibliography_names import Name
from kb.store.bibliography_notes import note
from kb.store.bibliography_people import read_people
from kb.store.bibliography_values import Values

__all__ = ["Bibliography", "Entry", "Name", "read_bibliography", "read_text"]

_QUOTED = 1000
"""Letters of a field that a remark keeps: a field of megabytes can have hundreds of remarks."""
_FORMATS = (("TY  -", "RIS"), ("<", "HTML, XML"), ("{", "JSON"), ("[", "JSON"), ("%0 ", "EndNote"))
"""How other formats begin that people take for a `.bib`."""

_PUT_ASIDE = re.compile(r"^[%\s]*@[ \t]*[\w-]+\s*[{(]", re.MULTILINE)

FieldNote = tuple[str, int, str, dict[str, object]]
"""A check, the field's line, its value as written, and what fills the words."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """The entries of a text before and after inheritance, each with its block, and all findings."""

    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]


def read_bibliography(data: bytes, file: str) -> Bibliography:
    """The entries of a `.bib`; nothing vanishes: what is no entry is a finding with line and reason.

    Never raises: bytes that are no text, or in an encoding that cannot be told, are one finding and no entries.
    """
    decoded = decode(data, file)
    read = read_text(decoded.text, file)
    return Bibliography(read.entries, (*decoded.findings, *read.findings), decoded.encoding)


def read_text(text: str, file: str) -> ReadText:
    """The entries of a bibliography's text; `blocks` are those of the entries, in the same order."""
    reading = _Reading(text, file)
    reading.read()
    entries = tuple(reading.complete())
    return ReadText(entries, tuple(reading.kept), tuple(reading.findings))


class _Reading:
    """One walk through the blocks; macros hold from where they are defined."""

    def __init__(self, text: str, file: str) -> None:
        self.written, self.text, self.file = text, even_lines(text), file
        self.values = Values()
        self.findings: list[Finding] = []
        self.entries: list[Entry] = []
        self.kept: list[Block] = []
        self.ends: list[int] | None = None

    def read(self) -> None:
        blocks = bibliography_blocks(self.text)
        self.keys = Keys(block.key for block in blocks if block.kind == "entry")
        for block in blocks:
            if block.kind == "entry":
                self.entry(block)
            elif block.kind == "macro":
                self.macro(block)
            elif block.kind in ("text", "broken", "commented-out") or self.holds_entry(block):
                self.outside(block)
        if not self.entries and all(finding.check == "text-between-entries" for finding in self.findings):
            self.no_bibliography()

    def macro(self, block: Block) -> None:
        name, value, line = block.fields[0]
        if not self.values.define(name, value):
            self.note("duplicate-string", line, self.line_at(block.start), name=name)
        for macro in dict.fromkeys(self.values.undefined):
            self.note("undefined-string", line, self.line_at(block.start), name=macro)

    def no_bibliography(self) -> None:
        """Text without a single entry, readable or not, is another kind of file: one finding, not one for each part."""
        words = self.text.strip()
        if self.findings:
            self.findings.clear()
            kind = next((kind for begin, kind in _FORMATS if words.startswith(begin)), "TXT")
            self.note("not-a-bibliography", 1, words[:1000], kind=kind)

    def outside(self, block: Block) -> None:
        """What is no entry: prose, an entry that is commented out, one that cannot be read."""
        words = self.text[block.start : block.end].strip()
        if block.kind == "broken":
            self.unreadable(block)
        elif block.kind != "text":
            self.note("entry-commented-out", block.line, words)
        elif field_inside("\n" + words) and self.entries:
            self.note("fields-outside-entry", block.line, words, self.entries[-1].key)
        else:
            self.note("text-between-entries", block.line, words)

    def holds_entry(self, block: Block) -> bool:
        """Whether a comment is an entry that somebody put aside."""
        if block.kind != "comment":
            return False
        words = self.text[block.start : block.end]
        return _PUT_ASIDE.search(words.partition("{")[2] if words.startswith("@") else words) is not None

    def unreadable(self, block: Block) -> None:
        fault = block.faults[0]
        stopped = self.line_number(fault.at)
        found = self.line_at(fault.at).strip()[:80]
        self.note(
            "unreadable-entry", block.line, self.text[block.start : block.end], block.key,
            name=block.key or block.type or "?", stopped=stopped, found=found, wanted=fault.wanted,
        )  # fmt: skip

    def entry(self, block: Block) -> None:
        fields: dict[str, str] = {}
        names: dict[str, tuple[Name, ...]] = {}
        notes: list[FieldNote] = []
        for name, written, line in block.fields:
            value = self.values.text(written)
            lower, quote = name.casefold(), f"{name} = {written[:_QUOTED]}"
            if self.values.undefined or "<" in value or "&" in value or "=" in value:
                notes += [(check, line, quote, params) for check, params in self.remarks(lower, value)]
            if not value:
                continue
            text = field_text(lower, value)
            if lower in fields:
                notes.append(("duplicate-field", line, quote, {"field": lower, "other": text}))
                continue
            fields[lower] = text
            if lower in NAME_FIELDS:
                names[lower], said = read_people(value)
                notes += [(check, line, quote, {"name": words, "field": lower}) for check, words in said]
        key = self.key(block, fields, names)
        self.entries.append(Entry(key, block.type, fields, names, block.line, self.raw(block)))
        self.kept.append(block)
        self.findings += [note(check, self.file, line, quote, key, **params) for check, line, quote, params in notes]
        self.findings += [self.fault(fault, key) for fault in block.faults]

    def raw(self, block: Block) -> str:
        """The block as it stands in the file, line ends as `\\n`."""
        text = self.written[block.start : block.end]
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def remarks(self, name: str, value: str) -> Iterator[tuple[str, dict[str, object]]]:
        """What is to be said about a field's value apart from its names."""
        for macro in dict.fromkeys(self.values.undefined):
            yield "undefined-string", {"name": macro}
        if name not in NAME_FIELDS and name not in VERBATIM and holds_html(value):
            yield "html-in-field", {"field": name}
        if field_inside(value):
            yield "field-inside-field", {"field": name}

    def key(self, block: Block, fields: dict[str, str], names: dict[str, tuple[Name, ...]]) -> str:
        people = names.get("author") or names.get("editor") or (Name(),)
        year = fields.get("year") or fields.get("date", "")
        key = self.keys.key(block.key, block.line, people[0].family or people[0].literal, year, fields.get("title", ""))
        if key != block.key or " " in key or not key.isprintable():
            self.key_note(block, key)
        return key

    def key_note(self, block: Block, key: str) -> None:
        head = self.line_at(block.start)
        if not block.key:
            self.note("missing-key", block.line, head, key)
        elif key != block.key:
            first = self.keys.first[block.key.casefold()]
            self.note("duplicate-key", block.line, head, key, written=block.key, first=first)
        else:
            self.note("unusual-key", block.line, head, key)

    def fault(self, fault: Fault, key: str) -> Finding:
        line = self.line_number(fault.at)
        return note(fault.check, self.file, line, self.line_at(fault.at), key, wanted=fault.wanted)

    def complete(self) -> Iterator[Entry]:
        """Entries with what they inherit; what then is still missing is a finding."""
        for entry, broken in inherited(self.entries):
            if broken is not None:
                self.note("broken-crossref", entry.line, entry.raw.split("\n", 1)[0], entry.key, parent=broken)
            self.findings.extend(completeness(entry, self.file))
            yield entry

    def note(self, check: str, line: int, quote: str, key: str = "", **params: object) -> None:
        self.findings.append(note(check, self.file, line, quote, key, **params))

    def line_number(self, at: int) -> int:
        """Found among the line ends: counting them from the top for each fault takes the square of a file of faults."""
        if self.ends is None:
            self.ends = [match.start() for match in re.finditer("\n", self.text)]
        return bisect_left(self.ends, at) + 1

    def line_at(self, at: int) -> str:
        """The whole line in which a place of the text lies."""
        end = self.text.find("\n", at)
        return self.text[self.text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(self.text)]
