"""The works that a Word file carries in the citations of Zotero, Mendeley, EndNote and Word itself."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any

from kb.findings import Finding, Place
from kb.model.record import Records, WorkRecord
from kb.reading.records.csljson import csl_work
from kb.reading.records.endnote_xml import endnote_works
from kb.reading.records.names import kept_whole
from kb.reading.records.word_sources import word_sources
from kb.reading.word_fields import control_tag
from kb.reading.word_package import Package, attribute, local

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_MENDELEY_CITE = "MENDELEY_CITATION_v3_"
_MAKERS = "Zotero, Mendeley, EndNote, Word"
_WORD_TAG = re.compile(r"(?:\A\s*CITATION|\\m)\s+([^\s\\]+)")


def read_word_citations(file: str, data: bytes) -> Records:
    """Each work once, however often it is cited; a citation that holds no work's data is rejected with its paragraph."""
    gathered = _Gathered(file)
    package = Package(file, data)
    for part in _PARTS:
        root = package.xml(part)
        if root is not None:
            gathered.part(root)
    sources = word_sources(file, package)
    tags = {work.place.quote.casefold() for work in sources}
    for place, tag in gathered.tags:
        if tag.casefold() not in tags:
            gathered.empty(place, tag)
    works = (*gathered.works, *sources)
    if not works and not gathered.rejected:
        params = {"file": file, "kind": _MAKERS}
        gathered.rejected.append(Finding("import-no-citations", "error", Place(file), params))
    notes = [note for work in works for note in kept_whole(dict(work.fields), work.place)]
    return Records(works=works, rejected=tuple(gathered.rejected), notes=tuple(notes))


class _Gathered:
    """What the fields of a document hold; ids of programs repeat with other works, so only content tells works apart."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.works: list[WorkRecord] = []
        self.rejected: list[Finding] = []
        self.tags: list[tuple[Place, str]] = []
        self.seen: set[str] = set()
        self.paragraph = 0

    def part(self, root: Any) -> None:
        """All citations of a part, paragraphs counted."""
        for paragraph, instruction, packed in _fields(root):
            self.paragraph = paragraph
            self.field(instruction)
            if packed:
                self.endnote(_unpacked(packed))

    def field(self, instruction: str) -> None:
        """One field's instruction, or the tag of a content control."""
        if instruction.startswith(_MENDELEY_CITE):
            self.csl(_unpacked(instruction[len(_MENDELEY_CITE) :]))
        elif "CSL_CITATION" in instruction[:120]:
            self.csl(instruction)
        elif "EN.CITE" in instruction[:40] and "<EndNote" in instruction:
            self.endnote(instruction)
        elif instruction.lstrip().startswith("CITATION"):
            self.tags += [(self.place(tag), tag) for tag in _WORD_TAG.findall(instruction)]

    def csl(self, text: str) -> None:
        """Citation items of CSL."""
        try:
            found, _ = json.JSONDecoder().raw_decode(text[max(text.find("{"), 0) :])
            items = found["citationItems"]
        except (ValueError, RecursionError, TypeError, KeyError):
            self.empty(self.place(text[:60]), "JSON")
            return
        for item in items if isinstance(items, list) else ():
            data = item.get("itemData") if isinstance(item, dict) else None
            if not isinstance(data, dict) or not any(data.get(name) for name in ("title", "author", "DOI", "URL")):
                self.empty(self.place(""), str(item.get("id", "?")) if isinstance(item, dict) else "?")
            else:
                self.work(csl_work(self.place(str(data.get("title") or "")), data))

    def endnote(self, text: str) -> None:
        """Records of EndNote."""
        for name, work in endnote_works(self.place(""), text):
            if work is None:
                self.empty(self.place(name), name)
            else:
                self.work(work)

    def work(self, work: WorkRecord) -> None:
        """Take a work that has not been met in this document."""
        fingerprint = repr((work.type, sorted(work.fields.items())))
        if fingerprint not in self.seen:
            self.seen.add(fingerprint)
            self.works.append(work)

    def empty(self, place: Place, name: str) -> None:
        """A citation without data: once for each work."""
        if ("empty " + name) not in self.seen:
            self.seen.add("empty " + name)
            self.rejected.append(Finding("import-citation-empty", "error", place, {"name": name, "line": place.line}))

    def place(self, quote: str) -> Place:
        """The paragraph where the reading is."""
        return Place(self.file, self.paragraph or None, None, quote[:120])


def _fields(root: Any) -> Iterator[tuple[int, str, str]]:
    """Paragraph, instruction and packed data of every field; instructions are cut into many runs, and fields nest."""
    paragraph, open = 0, list[list[str]]()
    for element in root.iter():
        name = local(element)
        if name == "p":
            paragraph += 1
        elif name == "fldSimple":
            yield paragraph, attribute(element, "instr") or "", ""
        elif name == "sdt":
            yield paragraph + 1, control_tag(element), ""
        elif name == "instrText" and open and element.text:
            open[-1].append(str(element.text))
        elif name == "fldData" and element.text:
            yield paragraph, "", str(element.text)
        elif name == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                open.append([])
            elif kind in ("separate", "end") and open:
                instruction = "".join(open[-1])
                if instruction:
                    yield paragraph, instruction, ""
                    open[-1] = []
                if kind == "end":
                    open.pop()


def _unpacked(text: str) -> str:
    try:
        data = base64.b64decode(re.sub(r"\s+", "", text) + "==", validate=False)
    except (binascii.Error, ValueError):
        return ""
    return (
        data.decode("utf-16", "replace") if data[:200].count(b"\0") > 20 else data.decode("utf-8", "replace")
    ).strip("\0")
