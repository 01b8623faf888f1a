"""Markdown, and text as word processors paste it: lines to blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model.draft import Block, BlockKind
from kb.reading.allowances import is_allowance
from kb.reading.gathering import Gathering, Lines
from kb.reading.inline import gather
from kb.reading.kinds import Look, heads_a_list, look, split_label
from kb.reading.pipe_tables import pipe_table, tab_table

_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ENVIRONMENT = re.compile(r"[ \t]*\\begin\{(?P<name>[a-z]+\*?)\}")
_PAGE_BREAK = re.compile(r"[ \t]*\\(?:newpage|pagebreak|clearpage)[ \t]*")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_UNDERLINE = re.compile(r"(?:=+|-{3,})[ \t]*$")
_NOTE = re.compile(r"\[\^(?P<mark>[^\]\s]{1,60})\]:[ \t]*")
_CODE_LOOK = re.compile(
    r"[{};=<>]|\w\([^()\n]*\)\s*:?\s*$|^\s*(?:def|return|import|for|if|while|print|class|int|SELECT)\b"
)
_REFERENCE_START = re.compile(r"\[\d{1,3}\][ \t]")
_ENTRY_START = re.compile(r"[*_]?[^\W\d_][^.,(]{0,60}[.,(].*(?<!\d)[12]\d{3}(?!\d)")
_ENTRY_END = re.compile(r"(?<!\d)[12]\d{3}(?!\d).*[.\w/)>]\s*$")
_CONTENTS = re.compile(r"^[^\t]+\t+[ivxlc\d]{1,4}[ \t]*$")
"""A line of a table of contents: a title and its page."""

_PIPE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file with the offset where it begins."""

    text: str
    offset: int

    @property
    def blank(self) -> bool:
        """Nothing but space."""
        return not self.text.strip()


class Reader:
    """Walks the lines once; `markdown` turns on what only Markdown means."""

    def __init__(self, text: str, file: str, markdown: bool) -> None:
        self.file = file
        self.markdown = markdown
        self.places = Lines(text)
        self.blocks: list[Block] = []
        self.lines: list[Line] = []
        offset = 0
        for line in text.split("\n"):
            self.lines.append(Line(line, offset))
            offset += len(line) + 1
        self.at = _after_front_matter(self.lines)
        self.in_list = False

    def read(self) -> list[Block]:
        """All blocks in order."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.blank or is_allowance(line.text):
                self.at += 1
            elif not any(
                take(line) for take in (self._comment, self._code, self._latex, self._table, self._heading, self._note)
            ):
                self._text(line)
        return self.blocks

    def _comment(self, line: Line) -> bool:
        if not line.text.lstrip().startswith("<!--"):
            return False
        while self.at < len(self.lines) and "-->" not in self.lines[self.at].text:
            self.at += 1
        self.at += 1
        return True

    def _latex(self, line: Line) -> bool:
        """What pandoc lets through to LaTeX: a table is read as one, the rest as its words."""
        begins = _ENVIRONMENT.match(line.text) if self.markdown else None
        if begins is None:
            if self.markdown and _PAGE_BREAK.fullmatch(line.text):
                self.at += 1
                return True
            return False
        closing = f"\\end{{{begins['name']}}}"
        end = next((n for n in range(self.at, len(self.lines)) if closing in self.lines[n].text), None)
        if end is None:
            return False
        from kb.reading.latex import Whole

        lines = [each.text for each in self.lines[self.at : end + 1]]
        whole = Whole(None)
        whole.read(self.file, "\n" * (self.places.place(line.offset)[0] - 1) + "\n".join(lines))
        self.blocks += whole.blocks
        self.at = end + 1
        return True

    def _code(self, line: Line) -> bool:
        if match := _FENCE.match(line.text):
            end = self.at + 1
            while end < len(self.lines) and not self.lines[end].text.lstrip().startswith(match[1]):
                end += 1
            self._add_code(self.lines[self.at + 1 : end])
            self.at = end + 1
            return True
        if not line.text.startswith(("    ", "\t")) or (self.blocks and self.blocks[-1].kind == "list-item"):
            return False
        end = self.at
        while end < len(self.lines) and self.lines[end].text.startswith(("    ", "\t")):
            end += 1
        found = self.lines[self.at : end]
        if not any(_CODE_LOOK.search(each.text) for each in found) or all(is_prose(each.text) for each in found):
            return False
        self._add_code(found)
        self.at = end
        return True

    def _add_code(self, lines: list[Line]) -> None:
        if lines:
            text = "\n".join(line.text for line in lines)
            self.blocks.append(Block("code", text, self.file, self.places.place(lines[0].offset)[0]))

    def _table(self, line: Line) -> bool:
        following = self.lines[self.at + 1].text if self.at + 1 < len(self.lines) else ""
        if (
            "|" in line.text
            and (line.text.lstrip().startswith("|") or _PIPE_RULE.match(following))
            and (("|" in following and _PIPE_RULE.match(following)) or line.text.strip().endswith("|"))
        ):
            end = self._while(lambda each: "|" in each.text)
            rows = pipe_table(
                [(each.text, each.offset) for each in self.lines[self.at : end]], self.places, self.markdown
            )
        elif _tabbed(line.text):
            end = self._while(lambda each: _tabbed(each.text))
            found = self.lines[self.at : end]
            if all(_CONTENTS.search(each.text) for each in found):
                self._add_code(found)
                self.at = end
                return True
            rows = tab_table([(each.text, each.offset) for each in found], self.places)
        else:
            return False
        if any(cell.text for row in rows for cell in row):
            self.blocks.append(Block("table", "", self.file, self.places.place(line.offset)[0], rows=rows))
        self.at = end
        return True

    def _while(self, holds: object) -> int:
        end = self.at
        while end < len(self.lines) and not self.lines[end].blank and holds(self.lines[end]):  # type: ignore[operator]
            end += 1
        return end

    def _heading(self, line: Line) -> bool:
        if match := _HASHES.match(line.text):
            title = line.text[match.end() :].rstrip("# \t")
            self._add_heading(title, line.offset + match.end(), len(match[1]))
            self.at += 1
            return True
        if _RULE.match(line.text):
            self.at += 1
            return True
        following = self.lines[self.at + 1].text if self.at + 1 < len(self.lines) else ""
        if self.markdown and _UNDERLINE.match(following) and "|" not in line.text and len(line.text) < 200:
            self._add_heading(line.text.strip(), line.offset + _indent(line.text), 1 if following[0] == "=" else 2)
            self.at += 2
            return True
        return False

    def _add_heading(self, title: str, offset: int, level: int) -> None:
        title = re.sub(r"[ \t]*\{[#.][^{}]*\}$", "", title)
        label, start = split_label(title)
        self._add("heading", [(title[start:], offset + start)], level=level, label=label)

    def _note(self, line: Line) -> bool:
        match = _NOTE.match(line.text)
        if not match:
            return False
        pieces = [(line.text[match.end() :], line.offset + match.end())]
        self.at += 1
        while self.at < len(self.lines) and self.lines[self.at].text.startswith(("    ", "\t")):
            pieces.append((self.lines[self.at].text.strip(), _words_at(self.lines[self.at])))
            self.at += 1
        self._add("footnote", pieces, label=match["mark"])
        return True

    def _text(self, line: Line) -> None:
        quoted = self.markdown and line.text.lstrip().startswith(">")
        skip = _indent(line.text)
        if quoted:
            skip += len(re.match(r"[> \t]*", line.text[skip:])[0])  # type: ignore[index]
        seen = Look("quote") if quoted else look(line.text[skip:])
        first = line.text[skip + seen.start :]
        pieces = [(first, line.offset + skip + seen.start)]
        self.at += 1
        if seen.kind in ("paragraph", "list-item", "quote"):
            self._continue(pieces, seen.kind)
        self._add(seen.kind, pieces, level=seen.level or _indent(line.text) // 2, label=seen.label)

    def _continue(self, pieces: list[tuple[str, int]], kind: BlockKind) -> None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if self._stops(line, pieces[-1][0], kind):
                return
            skip = _indent(line.text)
            if kind == "quote":
                skip += len(re.match(r"[> \t]*", line.text[skip:])[0])  # type: ignore[index]
            pieces.append((line.text[skip:], line.offset + skip))
            self.at += 1

    def _begins_an_entry(self, text: str, before: str) -> bool:
        """Whether a line of a reference list begins its next entry."""
        return self.in_list and text[0].isupper() and bool(_ENTRY_END.search(before) and _ENTRY_START.match(text))

    def _stops(self, line: Line, before: str, kind: BlockKind) -> bool:
        """Whether a line begins something new rather than going on with the paragraph."""
        text = line.text.lstrip()
        if not text or _FENCE.match(line.text) or _HASHES.match(text) or _NOTE.match(text) or is_allowance(line.text):
            return True
        if text.startswith(("|", "<!--")) or _tabbed(line.text) or _REFERENCE_START.match(text):
            return True
        if kind == "quote":
            return not text.startswith(">")
        if look(text).kind != "paragraph" or self._begins_an_entry(text, before):
            return True
        return not self.markdown and (len(before) > 130 or not _hard_wrapped(before, text))

    def _add(self, kind: BlockKind, pieces: list[tuple[str, int]], level: int = 0, label: str = "") -> None:
        gathering = Gathering(self.places)
        for number, (raw, offset) in enumerate(pieces):
            if number and not gathering.ends_with_space():
                gathering.replace(" ", pieces[number - 1][1] + len(pieces[number - 1][0]))
            gather(raw.rstrip(), offset, gathering, self.markdown)
        if not gathering.text.strip():
            return
        if kind == "heading" or heads_a_list(gathering.text):
            self.in_list = heads_a_list(gathering.text)
        line, column = self.places.place(pieces[0][1])
        spans = tuple(gathering.spans)
        self.blocks.append(
            Block(kind, gathering.text, self.file, line, column, level, label, spans, columns=gathering.jumps)
        )


def is_prose(text: str) -> bool:
    """An indented line that is a sentence all the same."""
    bare = text.strip()
    return len(bare) > 60 and bare.count(" ") >= 7 and not bare.endswith(("{", "}", ";", ":"))


def _hard_wrapped(before: str, text: str) -> bool:
    """Whether a line end stands inside a paragraph: the line before is full, or this one goes on with a small letter."""
    return text[0].islower() or (len(before) >= 55 and not before.rstrip().endswith((".", "!", "?", ":")))


def _tabbed(text: str) -> bool:
    cells = [cell for cell in text.strip("\t ").split("\t") if cell.strip()]
    if len(cells) < 2:
        return False
    return len(cells) > 2 or look(text.strip() + " x").kind != "list-item"


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _words_at(line: Line) -> int:
    return line.offset + _indent(line.text)


def _after_front_matter(lines: list[Line]) -> int:
    if not lines or lines[0].text.strip() != "---":
        return 0
    for number in range(1, min(len(lines), 200)):
        if lines[number].text.strip() in ("---", "..."):
            return number + 1
    return 0
