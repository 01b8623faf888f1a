"""A paragraph of a Word file: its words, marks, fields, and what hangs on it."""

from __future__ import annotations

from typing import Any

from kb.model.draft import CitedSource, Span
from kb.reading.word_fields import control_sources, control_tag, sources
from kb.reading.word_package import attribute, child, local, switched_on
from kb.reading.word_styles import Style

_LEFT_OUT = {"del", "moveFrom", "pPr", "rPr", "delText", "delInstrText", "sdtPr", "commentReference", "tblPr"}
_SPACES = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}


class Field:
    """A field that is open: its instruction, and where its shown words begin."""

    def __init__(self) -> None:
        self.instruction: list[str] = []
        self.shown = False
        self.start: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The instruction so far."""
        return "".join(self.instruction)


class Fields:
    """Fields open at this point of the document; some run over many paragraphs."""

    def __init__(self, own: dict[str, CitedSource]) -> None:
        self.own = own
        self.open: list[Field] = []

    @property
    def in_contents(self) -> bool:
        """Whether the words here belong to a table of contents or an index that Word made."""
        return any(field.shown and field.text.split()[:1] in (["TOC"], ["INDEX"]) for field in self.open)

    @property
    def in_instruction(self) -> bool:
        """Whether the words here are a field's instruction and not shown."""
        return any(not field.shown for field in self.open)


class Paragraph:
    """Gathers the words of one paragraph; `walk` takes its element, `finish` closes it."""

    def __init__(self, line: int, style: Style, fields: Fields) -> None:
        self.line = line
        self.style = style
        self.fields = fields
        self.spans: list[Span] = []
        self.boxes: list[Any] = []
        self.marks: list[str] = []
        self.numbered_by_field = False
        self.text = ""
        self._parts: list[str] = []
        self._length = 0
        self.skipped = style.contents or fields.in_contents

    @property
    def lead(self) -> int:
        """Space before the first word."""
        return len(self.text) - len(self.text.lstrip())

    def finish(self) -> None:
        """Put the words together."""
        self.text = "".join(self._parts)

    def walk(self, parent: Any) -> None:
        """Words of an element's children in order."""
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element)
            elif name == "fldSimple":
                self._simple_field(element)
            elif name == "sdt":
                self._control(element)
            elif name in ("oMath", "oMathPara"):
                self._formula(element)
            elif name == "AlternateContent":
                self.walk(_chosen(element))
            elif name not in _LEFT_OUT:
                self.walk(element)

    def _add(self, words: str) -> None:
        if words and not self.fields.in_instruction:
            self._parts.append(words)
            self._length += len(words)

    def _run(self, run: Any) -> None:
        properties = child(run, "rPr")
        if switched_on(properties, "vanish"):
            return
        start = self._length
        for element in run:
            self._piece(element)
        if self._length > start:
            if switched_on(properties, "i"):
                self.spans.append(Span(start, self._length, "italic"))
            if switched_on(properties, "b"):
                self.spans.append(Span(start, self._length, "bold"))

    def _piece(self, element: Any) -> None:
        name = local(element)
        if name == "t":
            self._add((element.text or "").replace("\n", " ").replace("\xa0", " "))
        elif name in _SPACES:
            self._add(_SPACES[name])
        elif name == "fldChar":
            self._field_mark(attribute(element, "fldCharType"))
        elif name == "instrText":
            if self.fields.open and not self.fields.open[-1].shown:
                self.fields.open[-1].instruction.append(element.text or "")
        elif name in ("footnoteReference", "endnoteReference"):
            self.marks.append(f"{name.removesuffix('Reference')}{attribute(element, 'id')}")
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._box(element)

    def _box(self, element: Any) -> None:
        """Text boxes inside a drawing; of two forms of one drawing only the first."""
        if local(element) == "AlternateContent":
            element = _chosen(element)
        if local(element) == "txbxContent":
            self.boxes.append(element)
            return
        for each in element:
            self._box(each)

    def _field_mark(self, kind: str | None) -> None:
        opened = self.fields.open
        if kind == "begin":
            opened.append(Field())
        elif kind == "separate" and opened:
            opened[-1].shown = True
            opened[-1].start = (self.line, self._length)
            self.skipped = self.skipped or self.fields.in_contents
        elif kind == "end" and opened:
            self._close(opened.pop())

    def _close(self, field: Field) -> None:
        if field.text.split()[:1] == ["SEQ"]:
            self.numbered_by_field = True
        if field.start and field.start[0] == self.line:
            self._mark_citation(field.text, field.start[1])

    def _mark_citation(self, instruction: str, start: int) -> None:
        maker, works = sources(instruction, self.fields.own)
        if works:
            self._citation(maker, works, start)

    def _citation(self, maker: str, works: tuple[CitedSource, ...], start: int) -> None:
        if self._length <= start or any(span.kind == "citation" and span.end > start for span in self.spans):
            return
        keys = tuple(work.key for work in works)
        locators = tuple(work.locator for work in works)
        self.spans.append(Span(start, self._length, "citation", keys, locators, works, maker))

    def _simple_field(self, element: Any) -> None:
        start, instruction = self._length, attribute(element, "instr") or ""
        if instruction.split()[:1] == ["SEQ"]:
            self.numbered_by_field = True
        self.walk(element)
        self._mark_citation(instruction, start)

    def _control(self, element: Any) -> None:
        start = self._length
        self.walk(element)
        works = control_sources(control_tag(element))
        if works:
            self._citation("mendeley-cite", works, start)

    def _formula(self, element: Any) -> None:
        start = self._length
        self._add("".join(each.text or "" for each in element.iter() if local(each) == "t"))
        if self._length > start:
            self.spans.append(Span(start, self._length, "code"))


def _chosen(alternative: Any) -> Any:
    return next((each for each in alternative if local(each) in ("Choice", "Fallback")), ())
