"""Word files to blocks: what stands in the document once all changes are accepted."""

from __future__ import annotations

from typing import Any

from kb.model.draft import Block, Draft, Jump, Row, Span, TableCell
from kb.reading.kinds import look, split_label
from kb.reading.mending import mended, replace_span
from kb.reading.word_fields import own_sources
from kb.reading.word_package import Package, attribute, child, local, switched_on, value
from kb.reading.word_paragraph import Fields, Paragraph
from kb.reading.word_styles import Style, of_paragraph, styles

_SKIPPED = {"del", "moveFrom", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart"}


def read_word(file: str, data: bytes) -> Draft:
    """A .docx as a draft; lines are its paragraphs, those of tables and text boxes counted in their order."""
    package = Package(file, data)
    root = package.xml("word/document.xml")
    document = Document(file, package)
    body = child(root, "body")
    if body is not None:
        document.walk(body)
    return Draft((file,), mended(document.blocks))


class Document:
    """Walks a document's body once and gathers its blocks."""

    paragraph_type: type[Paragraph] = Paragraph

    def __init__(self, file: str, package: Package) -> None:
        self.file = file
        self.styles = styles(package)
        self.notes = {**_notes(package, "footnote"), **_notes(package, "endnote")}
        self.fields = Fields(own_sources(package))
        self.blocks: list[Block] = []
        self.line = 0
        self._pending: list[Any] = []
        self._marks: list[tuple[str, int]] = []
        self._note_number = 0

    def walk(self, parent: Any) -> None:
        """Blocks of an element's children in order."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "AlternateContent":
                self.walk(chosen(element))
            elif name not in _SKIPPED:
                self.walk(element)

    def _paragraph(self, element: Any) -> None:
        paragraph = self._read(element)
        if paragraph.text.strip() and not paragraph.skipped:
            self.blocks.append(self._block(paragraph))
        self._after()

    def _read(self, element: Any) -> Paragraph:
        self.line += 1
        style = of_paragraph(child(element, "pPr"), self.styles)
        paragraph = self.paragraph_type(self.line, style, self.fields)
        paragraph.walk(element)
        paragraph.finish()
        self._pending += paragraph.boxes
        self._marks += [(mark, self.line) for mark in paragraph.marks]
        return paragraph

    def _after(self) -> None:
        """Footnotes and text boxes that the paragraphs since the last call carry."""
        marks, self._marks = self._marks, []
        boxes, self._pending = self._pending, []
        for mark, line in marks:
            self._footnote(mark, line)
        for box in boxes:
            self.walk(box)

    def _footnote(self, mark: str, line: int) -> None:
        note = self.notes.pop(mark, None)
        if note is None:
            return
        self._note_number += 1
        parts = []
        for element in note:
            if local(element) == "p":
                paragraph = Paragraph(line, Style(), self.fields)
                paragraph.walk(element)
                paragraph.finish()
                parts.append(paragraph)
        text, spans, jumps = _joined(parts)
        lead = len(text) - len(text.lstrip())
        if text.strip():
            label = str(self._note_number)
            moved = tuple(replace_span(span, -lead) for span in spans if span.start >= lead)
            shifted = tuple((max(0, offset - lead), at, column + lead) for offset, at, column in jumps)
            block = Block("footnote", text[lead:], self.file, line, 1 + lead, 0, label, moved, columns=shifted)
            self.blocks.append(block)

    def _block(self, paragraph: Paragraph) -> Block:
        style, text = paragraph.style, paragraph.text
        if style.kind in ("caption", "quote"):
            label = look(text).label if style.kind == "caption" else ""
            return self._made(paragraph, style.kind, 0, label, 0)
        if style.kind == "heading":
            label, start = split_label(text)
            return self._made(paragraph, "heading", style.level, label, start)
        seen = look(text[paragraph.lead :])
        if style.numbered:
            return self._made(paragraph, "list-item", style.level, "", 0)
        return self._made(paragraph, seen.kind, seen.level, seen.label, seen.start + paragraph.lead)

    def _made(self, paragraph: Paragraph, kind: Any, level: int, label: str, start: int) -> Block:
        spans = tuple(replace_span(span, -start) for span in paragraph.spans if span.start >= start)
        text = paragraph.text[start:].rstrip()
        automatic = paragraph.style.numbered or paragraph.numbered_by_field
        columns = ((0, paragraph.line, start + 1),) if start else ()
        return Block(
            kind, text, self.file, paragraph.line, start + 1, level, label, spans, columns=columns, automatic=automatic
        )

    def _table(self, element: Any) -> None:
        first = self.line + 1
        nested: list[Any] = []
        rows = tuple(self._row(row, number, nested) for number, row in enumerate(_rows(element)))
        if any(cell.text for row in rows for cell in row):
            self.blocks.append(Block("table", "", self.file, first, rows=rows))
        self._after()
        for table in nested:
            self._table(table)

    def _row(self, element: Any, number: int, nested: list[Any]) -> Row:
        header = number == 0 or switched_on(child(element, "trPr"), "tblHeader")
        cells: list[TableCell] = [TableCell("", self.line, 1, header)] * _skipped(element)
        for cell in _cells(element):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            parts = [self._read(each) for each in _paragraphs(cell, nested)]
            text, spans, jumps = _joined([part for part in parts if part.text and not part.skipped])
            line = parts[0].line if parts else self.line
            above = merged is not None and attribute(merged, "val") != "restart"
            if above:
                text, spans, jumps = "", (), ()
            cells.append(TableCell(text, line, 1, header, spans, jumps, "above" if above else ""))
            width = value(properties, "gridSpan") or "1"
            extra = min(int(width), 60) - 1 if width.isdigit() else 0
            cells += [TableCell("", line, 1, header, merged="left")] * max(0, extra)
        return tuple(cells)


def _joined(parts: list[Paragraph]) -> tuple[str, tuple[Span, ...], tuple[Jump, ...]]:
    text = ""
    spans: list[Span] = []
    jumps: list[Jump] = []
    for part in parts:
        text += " " if text else ""
        jumps.append((len(text), part.line, 1))
        spans += [replace_span(span, len(text)) for span in part.spans]
        text += part.text
    return text, tuple(spans), tuple(jumps)


def chosen(alternative: Any) -> Any:
    """The branch of an alternative that is shown: the first one."""
    return next((each for each in alternative if local(each) in ("Choice", "Fallback")), ())


def _through(element: Any, wanted: str) -> list[Any]:
    """Children of a name, also those inside content controls and tracked insertions."""
    found: list[Any] = []
    for each in element:
        name = local(each)
        if name == wanted:
            found.append(each)
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            found += _through(each, wanted)
    return found


def _skipped(row: Any) -> int:
    """Columns that a row leaves free before its first cell."""
    width = value(child(row, "trPr"), "gridBefore") if child(row, "trPr") is not None else None
    return min(int(width), 60) if width and width.isdigit() else 0


def _rows(table: Any) -> list[Any]:
    """Rows that no tracked change took out."""
    return [row for row in _through(table, "tr") if child(child(row, "trPr"), "del") is None]


def _cells(row: Any) -> list[Any]:
    return _through(row, "tc")


def _paragraphs(cell: Any, nested: list[Any]) -> list[Any]:
    nested += _through(cell, "tbl")
    return _through(cell, "p")


def _notes(package: Package, kind: str) -> dict[str, Any]:
    root = package.xml(f"word/{kind}s.xml")
    if root is None:
        return {}
    return {
        f"{kind}{attribute(note, 'id')}": note
        for note in root
        if local(note) == kind and attribute(note, "type") in (None, "normal")
    }
