"""One table as WordprocessingML, written as a string: cell by cell through python-docx costs fourteen times as much."""

from __future__ import annotations

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
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_xml(laid: Grid, lines: tuple[Line, ...], profile: Profile, language: str, title: str) -> str:
    """The table with its header row, which repeats on every page it reaches."""
    widths = column_widths(laid.shares, round(paper(profile).text_width * 20))
    together = profile.continuation == "satu-halaman"
    whole = together or not profile.split_rows
    body = "".join(_line_xml(line, widths, language, whole, together) for line in lines)
    return f"<w:tbl>{_properties(profile, widths, title)}{_header(laid, widths, language)}{body}</w:tbl>"


def column_widths(shares: tuple[float, ...], total: int) -> list[int]:
    """Widths in twentieths of a point that add up to the total exactly."""
    edges, at = [0], 0.0
    for share in shares:
        at += share
        edges.append(round(total * at))
    return [right - left for left, right in pairwise(edges)]


def _properties(profile: Profile, widths: list[int], title: str) -> str:
    side, top = round(PADDING_SIDE * 20), round(PADDING_TOP * 20)
    margins = "".join(
        f'<w:{name} w:w="{size}" w:type="dxa"/>'
        for name, size in (("top", top), ("left", side), ("bottom", top), ("right", side))
    )
    columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{_borders(profile)}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val="{attribute(title)}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _borders(profile: Profile) -> str:
    ruled = {"top": 8, "bottom": 8, "insideH": 4} if profile.rules == "horizontal" else dict.fromkeys(_SIDES, 4)
    return "".join(
        _RULE.format(side=side, size=ruled[side]) if side in ruled else _NO_RULE.format(side=side) for side in _SIDES
    )


def _header(laid: Grid, widths: list[int], language: str) -> str:
    cells = "".join(
        _cell_xml(cell, wide, language, HEAD, "<w:keepNext/>", '<w:vAlign w:val="center"/>')
        for cell, wide in zip(laid.header, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _line_xml(line: Line, widths: list[int], language: str, whole: bool, together: bool) -> str:
    if line.heading:
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        cell = _cell_xml(_strong(line.cells[0]), sum(widths), language, BODY, "<w:keepNext/>", span)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
    keep = "<w:keepNext/>" if together else ""
    cells = "".join(_cell_xml(cell, wide, language, BODY, keep) for cell, wide in zip(line.cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>" if whole else f"<w:tr>{cells}</w:tr>"


def _cell_xml(cell: Cell, wide: int, language: str, style: str, properties: str = "", more: str = "") -> str:
    paragraphs = "".join(paragraph(runs_xml(runs, language), style, properties) for runs in cell.paragraphs)
    inner = paragraphs or paragraph("", style, properties)
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{more}</w:tcPr>{inner}</w:tc>'


def _strong(cell: Cell) -> Cell:
    return Cell(tuple(tuple(Run(run.text, run.italic, True) for run in runs) for runs in cell.paragraphs))
