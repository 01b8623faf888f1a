"""A table as a word processor takes it from the clipboard: plain HTML with borders of its own, and tab-separated words."""

from __future__ import annotations

from kb.model.profile import Profile
from kb.model.table import Cell, Table
from kb.outputs.captions import below, caption
from kb.outputs.grid import Line, flat, grid
from kb.outputs.html import runs_html, text_html

_BORDER = "border:1px solid #000;padding:3pt 4pt;vertical-align:top"


def table_clip(table: Table, profile: Profile) -> tuple[str, str]:
    """HTML and plain text; caption and source line stand around the table as they are printed."""
    laid = grid(table)
    head = "".join(f'<th style="{_BORDER}">{_content(cell)}</th>' for cell in laid.header)
    body = "".join(_line(line, len(laid.header)) for line in laid.lines)
    title = f"<p><b>{text_html(caption(table))}</b></p>"
    around = f'<table style="border-collapse:collapse"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    under = "".join(f"<p>{runs_html(runs)}</p>" for runs in below(table, profile))
    parts = (around, title) if profile.caption_position == "below" else (title, around)
    header, rows = flat(table)
    lines = ["\t".join(_flat(text) for text in row) for row in (header, *rows)]
    return "".join(parts) + under, "\n".join([caption(table), *lines])


def _line(line: Line, width: int) -> str:
    if line.heading:
        return f'<tr><td colspan="{width}" style="{_BORDER}"><b>{_content(line.cells[0])}</b></td></tr>'
    cells = "".join(f'<td style="{_BORDER}">{_content(cell)}</td>' for cell in line.cells)
    return f"<tr>{cells}</tr>"


def _content(cell: Cell) -> str:
    return "<br>".join(runs_html(runs) for runs in cell.paragraphs)


def _flat(text: str) -> str:
    return " ".join(text.split())
