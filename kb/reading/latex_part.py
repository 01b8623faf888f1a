"""One LaTeX file, walked once: headings, lists, tables, captions, notes and running text."""

from __future__ import annotations

import re
from typing import Protocol

from kb.findings import Place
from kb.model.draft import Block, BlockKind
from kb.reading.gathering import Gathering, Lines
from kb.reading.kinds import look
from kb.reading.latex_inline import Inline
from kb.reading.latex_source import LEFT_OUT, Macro, Source
from kb.reading.latex_tables import table_rows

_LEVELS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
}
_STOP = re.compile(
    r"\\(?P<head>part|chapter|section|subsection|subsubsection|paragraph|subparagraph)\*?(?![a-zA-Z])"
    r"|\\(?P<begin>begin)[ \t]*\{(?P<name>[^{}\n]{1,40})\}|\\(?P<end>end)[ \t]*\{(?P<ended>[^{}\n]{1,40})\}"
    r"|\\(?P<item>item|bibitem)(?![a-zA-Z])|\\(?P<caption>caption(?:of)?)\*?(?![a-zA-Z])"
    r"|\\(?P<include>input|include|subfile|subfileinclude|import)(?![a-zA-Z])|(?P<par>\\par(?![a-zA-Z])|\n[ \t]*\n)"
    r"|(?P<definition>\\(?:re)?newcommand|\\providecommand|\\def(?![a-zA-Z])|\\DeclareRobustCommand)"
)
_TABLES = {"tabular", "tabular*", "tabularx", "longtable", "tabulary", "tblr", "longtblr", "xltabular", "supertabular"}
_SKIPPED = {
    "equation",
    "align",
    "gather",
    "eqnarray",
    "multline",
    "displaymath",
    "math",
    "tikzpicture",
    "alignat",
    "array",
}
_LISTS = {"itemize", "enumerate", "description", "compactitem", "compactenum", "inparaenum", "thebibliography"}
_QUOTES = {"quote", "quotation", "displayquote", "verse"}
_WITH_ARGUMENTS = {"minipage": 1, "multicols": 1, "adjustbox": 1, "wrapfigure": 2, "thebibliography": 1, "tcolorbox": 0}


class Gatherer(Protocol):
    """Where a file's blocks go, and who reads the files it takes in."""

    def add(self, block: Block) -> None: ...

    def keep_silent(self, keys: list[str]) -> None: ...

    def take_in(self, name: str, place: Place) -> None: ...


class Part:
    """Walks one file and hands its blocks to the whole."""

    def __init__(self, file: str, text: str, macros: dict[str, Macro], whole: Gatherer) -> None:
        self.whole = whole
        self.file = file
        self.source = Source(text)
        macros.update(self.source.macros)
        self.source.macros = dict(macros)
        self.places = Lines(text)
        self.inline = Inline(self.source)
        self.lists: list[str] = []
        self.quotes = 0
        self.item: tuple[int, str] | None = None

    def read(self) -> None:
        """All blocks of the file."""
        text = self.source.text
        begin = text.find("\\begin{document}")
        start = begin + len("\\begin{document}") if begin >= 0 else 0
        end = text.find("\\end{document}", start)
        end = end if end >= 0 else len(text)
        codes = sorted(code for code in self.source.codes if start <= code < end)
        at = start
        while at < end:
            match = _STOP.search(text, at, end)
            until = match.start() if match else end
            while codes and codes[0] < until:
                self._paragraph(at, codes[0])
                at = self._code(codes.pop(0))
            self._paragraph(at, max(at, until))
            if match is None:
                return
            at = max(at, until)
            if match.start() >= at:
                at = self._stop(match)
        for code in codes:
            self._code(code)

    def _code(self, start: int) -> int:
        code = self.source.codes[start]
        self.whole.add(Block("code", code.text, self.file, self.places.place(start)[0]))
        return code.end

    def _stop(self, match: re.Match[str]) -> int:
        """Past what interrupts the running text at a match."""
        at = match.end()
        if match["definition"]:
            return self.source.definitions.get(match.start(), at)
        if match["head"]:
            return self._titled("heading", at, _LEVELS[match["head"]])
        if match["caption"]:
            return self._caption(at, match["caption"])
        for name, takes in (("include", self._include), ("item", self._item), ("begin", self._begin)):
            if match[name]:
                return takes(match)
        if match["end"]:
            self._end(match["ended"])
        return at

    def _titled(self, kind: BlockKind, at: int, level: int) -> int:
        group = self.inline.group(self.inline.skip_options(at))
        if group is None:
            return at
        self._add(kind, group[0] + 1, group[1], level)
        return group[1] + 1

    def _caption(self, at: int, name: str) -> int:
        if name == "captionof":
            at = self.inline.skip_groups(at, 1)
        return self._titled("caption", at, 0)

    def _include(self, match: re.Match[str]) -> int:
        at = match.end()
        if match["include"] == "import":
            folder = self.inline.group(at)
            name = self.inline.group(folder[1] + 1) if folder else None
            if not folder or not name:
                return at
            path = (
                self.source.text[folder[0] + 1 : folder[1]].rstrip("/") + "/" + self.source.text[name[0] + 1 : name[1]]
            )
        else:
            name = self.inline.group(at)
            if name is None:
                return at
            path = self.source.text[name[0] + 1 : name[1]]
        line, column = self.places.place(match.start())
        quote = self.source.text[match.start() : name[1] + 1]
        self.whole.take_in(path.replace(LEFT_OUT, ""), Place(self.file, line, column, quote))
        return name[1] + 1

    def _item(self, match: re.Match[str]) -> int:
        at, label = match.end(), ""
        if self.source.text[at : at + 1] == "[" and at in self.source.square:
            label = self.source.text[at + 1 : self.source.square[at]] if match["item"] == "item" else ""
            at = self.source.square[at] + 1
        if match["item"] == "bibitem" and (group := self.inline.group(at)):
            label, at = self.source.text[group[0] + 1 : group[1]], group[1] + 1
        self.item = (max(0, len(self.lists) - 1), label)
        return at

    def _begin(self, match: re.Match[str]) -> int:
        name, at = match["name"], match.end()
        inside = self.source.ends.get(match.start())
        bare = name.rstrip("*")
        if inside and (name in _TABLES or bare in _TABLES):
            return self._table(match, inside[1], inside[2])
        if inside and bare in _SKIPPED:
            return inside[2]
        if name in _LISTS:
            self.lists.append(name)
            if name == "thebibliography":
                line, column = self.places.place(match.start())
                self.whole.add(Block("heading", "Daftar Pustaka", self.file, line, column, 1))
        elif name in _QUOTES:
            self.quotes += 1
        if bare in _WITH_ARGUMENTS:
            return self.inline.skip_groups(at, _WITH_ARGUMENTS[bare])
        return self.inline.skip_options(at)

    def _end(self, name: str) -> None:
        if name in _LISTS and self.lists:
            self.lists.pop()
            self.item = None
        elif name in _QUOTES:
            self.quotes = max(0, self.quotes - 1)

    def _table(self, match: re.Match[str], end: int, after: int) -> int:
        for caption in re.finditer(r"\\caption\*?(?![a-zA-Z])", self.source.text[match.end() : end]):
            self._titled("caption", match.end() + caption.end(), 0)
        rows = table_rows(self.inline, match["name"], match.end(), end, self.places)
        if rows:
            self.whole.add(Block("table", "", self.file, self.places.place(match.start())[0], rows=rows))
        self._notes()
        return after

    def _paragraph(self, start: int, end: int) -> None:
        if self.item is not None:
            level, label = self.item
            if self._add("list-item", start, end, level, label):
                self.item = None
            return
        self._add("quote" if self.quotes else "paragraph", start, end, 0)

    def _add(self, kind: BlockKind, start: int, end: int, level: int, label: str = "") -> bool:
        text = self.source.text
        while start < end and text[start] in " \t\n\x01":
            start += 1
        gathering = Gathering(self.places)
        self.inline.gather(start, end, gathering)
        self.whole.keep_silent(self.inline.silent)
        self.inline.silent = []
        words = gathering.text.rstrip()
        if words:
            line, column = self.places.place(start)
            if kind == "paragraph" and look(words).kind == "caption":
                kind = "caption"
            automatic = kind in ("list-item", "caption", "heading")
            spans = tuple(gathering.spans)
            block = Block(kind, words, self.file, line, column, level, label, spans, (), gathering.jumps, automatic)
            self.whole.add(block)
        self._notes()
        return bool(words)

    def _notes(self) -> None:
        notes, self.inline.notes = self.inline.notes, []
        for start, end in notes:
            self._add("footnote", start, end, 0)
