"""The audit as data for a drawing in the browser: the text in pieces, its marks, and the findings in words."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from kb.findings import SEVERITIES, Finding, Place
from kb.locale import check_title, finding_fix, finding_message
from kb.model.draft import Block, Draft, TableCell
from kb.model.report import Report
from kb.outputs.audit_places import Mark, Noted, blocks_by_line, noted
from kb.outputs.cleaning import clean
from kb.outputs.findings import titles

_QUOTED, _RELATED = 220, 12


def payload(report: Report, draft: Draft, language: str = "id") -> dict[str, Any]:
    """Findings in the report's order (their numbers count from 1) and the draft's blocks with the marks on them.

    A piece of text is `[words, severity, [numbers that begin here]]`, a piece without marks the words alone.
    """
    by_block, _ = noted(draft, report.findings)
    lines = blocks_by_line(draft)
    homes = {number: block for block, found in by_block.items() for number, _ in found.numbers()}
    return {
        "files": [clean(name) for name in draft.files],
        "titles": titles(language),
        "findings": [
            _finding(number, each, homes.get(number), lines, language) for number, each in enumerate(report.findings, 1)
        ],
        "blocks": [_block(block, by_block.get(number, Noted())) for number, block in enumerate(draft.blocks)],
    }


def _finding(
    number: int, each: Finding, home: int | None, lines: dict[tuple[str | None, int | None], int], language: str
) -> dict[str, Any]:
    place = each.place
    return {
        "n": number,
        "check": each.check,
        "title": check_title(each.check, language),
        "severity": each.severity,
        "words": clean(finding_message(each, language)),
        "fix": clean(finding_fix(each, language)),
        "quote": _cut(place.quote),
        "where": _where(place),
        "block": home,
        "related": [
            {"where": _where(other), "quote": _cut(other.quote, 90), "block": lines.get((other.file, other.line))}
            for other in each.related[:_RELATED]
        ],
        "more": max(0, len(each.related) - _RELATED),
    }


def _cut(words: str, most: int = _QUOTED) -> str:
    bare = clean(" ".join(words.split()))
    return bare if len(bare) <= most else bare[: most - 1] + "…"


def _where(place: Place) -> str:
    """The file's own name and the line; the folders before it tell a reader nothing."""
    return ":".join(clean(str(part).replace("\\", "/").rpartition("/")[2]) for part in (place.file, place.line) if part)


def _block(block: Block, found: Noted) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": block.kind, "line": block.line}
    if block.kind == "heading":
        made["level"] = min(6, max(2, block.level + 1))
    if block.label and block.kind in ("heading", "list-item", "footnote") and not block.text.startswith(block.label):
        made["label"] = clean(block.label)
    loose = [number for number, _ in found.loose]
    if loose:
        made["loose"] = loose
    if block.kind == "table":
        made["rows"] = [
            [
                {"head": cell.header, "text": _pieces(cell, found.marks.get((row_number, column), []))}
                for column, cell in enumerate(row)
            ]
            for row_number, row in enumerate(block.rows)
        ]
    else:
        made["text"] = _pieces(block, found.marks.get(None, []))
    return made


def _pieces(text: Block | TableCell, marks: list[Mark]) -> list[Any]:
    edges = sorted({0, len(text.text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    pieces: list[Any] = []
    for start, end in pairwise(edges):
        words = clean(text.text[start:end])
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        if not over:
            pieces.append(words)
            continue
        worst = min((mark.finding.severity for mark in over), key=SEVERITIES.index)
        pieces.append([words, worst, [mark.number for mark in over if mark.start == start]])
    return pieces
