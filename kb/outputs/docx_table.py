"""One table as WordprocessingML, written as a string: cell by cell through python-docx costs fourteen times as much."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kb.model.profile import Profile
from kb.model.table import Cell
from kb.model.text import Run
from kb.outputs.docx_text import attribute, paragraph, runs_xml
from kb.outputs.grid import Grid, Line
from kb.outputs.paper import PADDING_SIDE, PADDING_TOP, paper

BODY, HEAD = "IsiTabel", "KepalaTabel"
"""Ids of the paragraph styles of cells."""

_RULE = '<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
_NO_RULE = '<w:{side} w:val="nil"/>'
_WHOLE_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
_HEADER_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_CENTERED = '<w:jc w:val="center"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class TableLook:
    """What is the same for every part of a table; `title` is read out to who cannot see it."""

    profile: Profile
    language: str
    title: str

    @property
    def together(self) -> bool:
        """Whether all rows are to stay on one page."""
        return self.profile.continuation == "satu-halaman"

    @property
    def whole(self) -> bool:
        """Whether a row stays on one page."""
        return self.together or not self.profile.split_rows


def table_xml(laid: Grid, lines: tuple[Line, ...], look: TableLook, over: str = "") -> str:
    """The table with its header row, which repeats on every page; `over` is a paragraph that stands above it there."""
    widths = column_widths(laid.shares, round(paper(look.profile).text_width * 20))
    aligned = [_CENTERED if centered else "" for centered in laid.centered]
    head = (_over(over, widths) if over else "") + _header(laid, widths, look)
    body = "".join(_line_xml(line, widths, aligned, look) for line in lines)
    return f"<w:tbl>{_properties(look, widths)}{head}{body}</w:tbl>"


def column_widths(shares: tuple[float, ...], total: int) -> list[int]:
    """Widths in twentieths of a point that add up to the total exactly."""
    edges, at = [0], 0.0
    for share in shares:
        at += share
        edges.append(round(total * at))
    return [right - left for left, right in pairwise(edges)]


def _properties(look: TableLook, widths: list[int]) -> str:
    side, top = round(PADDING_SIDE * 20), round(PADDING_TOP * 20)
    margins = "".join(
        f'<w:{name} w:w="{size}" w:type="dxa"/>'
        for name, size in (("top", top), ("left", side), ("bottom", top), ("right", side))
    )
    columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{_borders(look.profile)}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val="{attribute(look.title)}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _borders(profile: Profile) -> str:
    ruled = {"top": 8, "bottom": 8, "insideH": 4} if profile.rules == "horizontal" else dict.fromkeys(_SIDES, 4)
    return "".join(
        _RULE.format(side=side, size=ruled[side]) if side in ruled else _NO_RULE.format(side=side) for side in _SIDES
    )


def _over(words: str, widths: list[int]) -> str:
    bare = "".join(_NO_RULE.format(side=side) for side in ("top", "left", "right"))
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
        f"<w:tcBorders>{bare}</w:tcBorders></w:tcPr>{words}</w:tc>"
    )
    return f"<w:tr>{_HEADER_ROW}{cell}</w:tr>"


def _header(laid: Grid, widths: list[int], look: TableLook) -> str:
    cells = "".join(
        _cell_xml(cell, wide, look, HEAD, "<w:keepNext/>", '<w:vAlign w:val="center"/>')
        for cell, wide in zip(laid.header, widths, strict=True)
    )
    return f"<w:tr>{_HEADER_ROW}{cells}</w:tr>"


def _line_xml(line: Line, widths: list[int], aligned: list[str], look: TableLook) -> str:
    if line.heading:
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        cell = _cell_xml(_strong(line.cells[0]), sum(widths), look, BODY, "<w:keepNext/>", span)
        return f"<w:tr>{_WHOLE_ROW}{cell}</w:tr>"
    keep = "<w:keepNext/>" if look.together else ""
    cells = "".join(
        _cell_xml(cell, wide, look, BODY, keep + align)
        for cell, wide, align in zip(line.cells, widths, aligned, strict=True)
    )
    return f"<w:tr>{_WHOLE_ROW if look.whole else ''}{cells}</w:tr>"


def _cell_xml(cell: Cell, wide: int, look: TableLook, style: str, properties: str = "", more: str = "") -> str:
    paragraphs = "".join(paragraph(runs_xml(runs, look.language), style, properties) for runs in cell.paragraphs)
    inner = paragraphs or paragraph("", style, properties)
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{more}</w:tcPr>{inner}</w:tc>'


def _strong(cell: Cell) -> Cell:
    return Cell(tuple(tuple(Run(run.text, run.italic, True) for run in runs) for runs in cell.paragraphs))
