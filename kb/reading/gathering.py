"""Text gathered from a file with what was left out, so that each character knows its place."""

from __future__ import annotations

from bisect import bisect_right

from kb.model.draft import Jump, Span, SpanKind


class Lines:
    """Line and column of an offset of a file."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Gathering:
    """A text in the making; `add` takes pieces with the offset in the file where they begin."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._parts: list[str] = []
        self._jumps: list[Jump] = []
        self._expected = -1
        self.length = 0
        self.spans: list[Span] = []

    def add(self, text: str, offset: int) -> None:
        """Append words that stand at `offset`; a line end among them becomes a space."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self._append(" ", offset)
                offset += 1
                self._expected = -1
            self._append(piece, offset)
            offset += len(piece)

    def _append(self, piece: str, offset: int) -> None:
        if not piece:
            return
        if offset != self._expected:
            self._jumps.append((self.length, *self._lines.place(offset)))
        self._parts.append(piece)
        self.length += len(piece)
        self._expected = offset + len(piece)

    def replace(self, text: str, offset: int) -> None:
        """Append words that stand in the file in another form, which begins at `offset`."""
        self._append(text.replace("\n", " "), offset)
        self._expected = -1

    def mark(self, start: int, kind: SpanKind) -> None:
        """A span from `start` to here."""
        if self.length > start:
            self.spans.append(Span(start, self.length, kind))

    def ends_with_space(self) -> bool:
        """Whether another space would be one too many."""
        return not self._parts or self._parts[-1].endswith(" ")

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._parts)

    @property
    def jumps(self) -> tuple[Jump, ...]:
        """Places where the file's characters stop following one another."""
        return tuple(self._jumps)
