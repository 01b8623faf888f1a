"""Where the words of a Word file's paragraphs stand in its XML."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from kb.reading.word import Document
from kb.reading.word_package import Package, attribute, local
from kb.reading.word_paragraph import Paragraph

_ONE_CHARACTER = {"tab", "br", "cr", "noBreakHyphen", "ptab"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class LocatedParagraph(Paragraph):
    """A paragraph that remembers its runs: where each begins and ends in the paragraph's text."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.runs: list[tuple[int, int, Any]] = []
        self.references: list[Any] = []

    def _run(self, run: Any) -> None:
        start = self._length
        super()._run(run)
        if self._length > start:
            self.runs.append((start, self._length, run))
        if any(local(each) in ("footnoteReference", "endnoteReference") for each in run):
            self.references.append(run)


@dataclass
class Located:
    """A paragraph's element with its runs."""

    element: Any
    text: str
    runs: list[tuple[int, int, Any]]


@dataclass
class Places:
    """The paragraphs of a document by number, and the runs that carry its footnotes' marks, in order."""

    root: Any
    paragraphs: dict[int, Located] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)


class _Walk(Document):
    paragraph_type: type[Paragraph] = LocatedParagraph

    def __init__(self, file: str, package: Package, places: Places) -> None:
        super().__init__(file, package)
        self.places = places
        self._references: dict[str, Any] = {}

    def _read(self, element: Any) -> Paragraph:
        paragraph = super()._read(element)
        assert isinstance(paragraph, LocatedParagraph)
        self.places.paragraphs[paragraph.line] = Located(element, paragraph.text, paragraph.runs)
        for run in paragraph.references:
            for each in run:
                if local(each) in ("footnoteReference", "endnoteReference"):
                    self._references[f"{local(each).removesuffix('Reference')}{attribute(each, 'id')}"] = run
        return paragraph

    def _footnote(self, mark: str, line: int) -> None:
        before = self._note_number
        super()._footnote(mark, line)
        if self._note_number > before:
            self.places.notes[str(self._note_number)] = self._references[mark]


def places(file: str, package: Package) -> Places:
    """All paragraphs of the document, numbered as `read_word` numbers them."""
    root = package.xml("word/document.xml")
    found = Places(root)
    body = next((each for each in root if local(each) == "body"), None)
    if body is not None:
        _Walk(file, package, found).walk(body)
    return found


def runs_between(paragraph: Located, start: int, end: int) -> list[Any]:
    """The runs that hold the words from `start` to `end`, cut at both where they stand inside a run."""
    _cut(paragraph, start)
    _cut(paragraph, end)
    return [run for first, last, run in paragraph.runs if first < end and last > start]


def _cut(paragraph: Located, at: int) -> None:
    for number, (start, end, run) in enumerate(paragraph.runs):
        if start < at < end:
            rest = _split(run, at - start)
            paragraph.runs[number : number + 1] = [(start, at, run), (at, end, rest)]
            return


def _split(run: Any, offset: int) -> Any:
    """Everything of a run from `offset` on, moved to a new run that follows it and looks like it."""
    rest = run.makeelement(run.tag, dict(run.attrib))
    run.addnext(rest)
    for each in list(run):
        name = local(each)
        if name == "rPr":
            rest.append(deepcopy(each))
            continue
        length = len(each.text or "") if name == "t" else int(name in _ONE_CHARACTER)
        if offset <= 0:
            rest.append(each)
        elif length > offset:
            tail = each.makeelement(each.tag, dict(each.attrib))
            tail.text, each.text = each.text[offset:], each.text[:offset]
            for piece in (each, tail):
                piece.set(_SPACE, "preserve")
            rest.append(tail)
        offset -= length
    return rest
