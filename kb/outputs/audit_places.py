"""Where findings stand in the text of a draft: from line and column back to block and offset."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.findings import Finding, Place
from kb.model.draft import Block, Draft, TableCell


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on a stretch of one text; `number` is its place in the report."""

    start: int
    end: int
    number: int
    finding: Finding


@dataclass
class Noted:
    """Marks of a block by text: key None is the block's own, (row, column) a cell's; `loose` have no exact place."""

    marks: dict[tuple[int, int] | None, list[Mark]] = field(default_factory=dict)
    loose: list[tuple[int, Finding]] = field(default_factory=list)

    def numbers(self) -> list[tuple[int, Finding]]:
        """All findings of the block in the report's order."""
        found = {mark.number: mark.finding for marks in self.marks.values() for mark in marks}
        found |= dict(self.loose)
        return sorted(found.items())


def noted(draft: Draft, findings: tuple[Finding, ...]) -> tuple[dict[int, Noted], list[tuple[int, Finding]]]:
    """Findings by block, and those that stand outside the draft, as in the bibliography."""
    lines = blocks_by_line(draft)
    by_block: dict[int, Noted] = {}
    outside: list[tuple[int, Finding]] = []
    for number, finding in enumerate(findings, 1):
        place = finding.place
        block = lines.get((place.file, place.line))
        if block is None:
            outside.append((number, finding))
            continue
        _mark(draft.blocks[block], by_block.setdefault(block, Noted()), number, finding)
    return by_block, outside


def blocks_by_line(draft: Draft) -> dict[tuple[str | None, int | None], int]:
    """The first block of each line."""
    found: dict[tuple[str | None, int | None], int] = {}
    for number, block in enumerate(draft.blocks):
        texts: list[Block | TableCell] = [block, *(cell for row in block.rows for cell in row)]
        for text in texts:
            for line in {text.line, *(jump[1] for jump in text.columns)}:
                found.setdefault((block.file, line), number)
    return found


def _mark(block: Block, into: Noted, number: int, finding: Finding) -> None:
    for key, text in _texts(block):
        offset = offset_of(text, finding.place)
        if offset is not None:
            start, end = stretch(text.text, finding.place.quote, offset)
            into.marks.setdefault(key, []).append(Mark(start, end, number, finding))
            return
    into.loose.append((number, finding))


def _texts(block: Block) -> list[tuple[tuple[int, int] | None, Block | TableCell]]:
    found: list[tuple[tuple[int, int] | None, Block | TableCell]] = [(None, block)] if block.text else []
    for row_number, row in enumerate(block.rows):
        found += [((row_number, column), cell) for column, cell in enumerate(row) if cell.text]
    return found


def offset_of(text: Block | TableCell, place: Place) -> int | None:
    """The code point of a text at a line and column, if it lies in it."""
    jumps = text.columns or ((0, text.line, text.column),)
    for number, (offset, line, column) in enumerate(jumps):
        last = jumps[number + 1][0] if number + 1 < len(jumps) else len(text.text)
        if line == place.line and place.column is not None and column <= place.column <= column + last - offset:
            return offset + place.column - column
    return None


def stretch(text: str, quote: str, offset: int) -> tuple[int, int]:
    """The words quoted, where they stand around the offset; else the rest of the line's sentence."""
    bare = quote.strip(" …")
    at = text.rfind(bare, 0, offset + len(bare)) if bare else -1
    if bare and at >= 0 and at <= offset < at + len(bare) + 1:
        return at, at + len(bare)
    end = text.find(". ", offset)
    return offset, len(text) if end < 0 else end + 1
