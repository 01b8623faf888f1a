"""A table as one HTML file that can be printed, and as a piece of a page for the app."""

from __future__ import annotations

import re
from html import escape

from kb.locale import translator
from kb.model.profile import Profile
from kb.model.table import Cell, Table
from kb.model.text import Run, Runs
from kb.outputs.captions import below, caption
from kb.outputs.cleaning import clean
from kb.outputs.grid import Grid, Line, grid
from kb.outputs.html_style import FRAGMENT, PAGE

_LINK = re.compile(r"https?://[^\s<>\"'|]+|mailto:[^\s<>\"'|]+@[^\s<>\"'|]+|doi:10\.\d{4,}/[^\s<>\"'|]+", re.IGNORECASE)
_NOT_AT_THE_END = ".,;:!?)]}”’"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(table: Table, profile: Profile) -> bytes:
    """A complete page: light or dark as the reader's system is, A4 when printed, nothing fetched from anywhere."""
    under = "".join(f"<p>{runs_html(runs)}</p>\n" for runs in below(table, profile))
    return page(caption(table), table.language, f"{_table(table, profile)}\n{under}", profile.orientation)


def page(title: str, language: str, body: str, orientation: str = "portrait") -> bytes:
    """A complete page around ready HTML."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{text_html(title)}</title>\n<style>\n{PAGE}@page {{ size: A4 {orientation}; }}\n</style>\n</head>\n"
        f'<body>\n<main class="kajian-table">\n{body}</main>\n</body>\n</html>\n'
    ).encode()


def table_fragment(table: Table, profile: Profile | None = None) -> str:
    """The table for a page of the app, with its style; it takes the page's colours and scrolls where it is too wide.

    Cells that are empty say so on the screen, in no copy and on no paper; with a profile the source line stands below.
    """
    under = "".join(f"<p>{runs_html(runs)}</p>" for runs in below(table, profile)) if profile else ""
    return (
        f'<style>{FRAGMENT}</style><div class="kajian-table" role="region" tabindex="0" '
        f'aria-label="{attribute(caption(table))}">{_table(table, profile)}{under}</div>'
    )


def runs_html(parts: Runs) -> str:
    """Runs with their emphasis; addresses become links."""
    return "".join(_run(run) for run in parts)


def text_html(text: str) -> str:
    """Words as HTML, line ends kept."""
    return escape(clean(text), quote=False).replace("\n", "<br>")


def attribute(text: str) -> str:
    """Words as the value of an attribute."""
    return escape(clean(text), quote=True)


def _table(table: Table, profile: Profile | None) -> str:
    laid = grid(table)
    columns = "".join(f'<col style="width:{share:.2%}">' for share in laid.shares)
    head = "".join(f'<th scope="col">{_content(cell)}</th>' for cell in laid.header)
    empty = attribute(translator(table.language)("belum diisi"))
    body = "\n".join(_line(line, laid.centered, empty) for line in laid.lines)
    low = ' class="caption-below"' if profile and profile.caption_position == "below" else ""
    wide = f' style="min-width:{_least_width(laid)}rem"'
    return (
        f"<table{low}{wide}>\n<caption>{text_html(caption(table))}</caption>\n<colgroup>{columns}</colgroup>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _least_width(laid: Grid) -> int:
    """A width at which the narrowest column still holds a word; the page scrolls sideways below it."""
    return min(240, max(len(laid.shares) * 7, round(5.8 / min(laid.shares, default=1.0))))


def _line(line: Line, centered: tuple[bool, ...], empty: str) -> str:
    if line.heading:
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(centered)}">{_content(line.cells[0])}</th></tr>'
    first, *others = line.cells or (Cell(),)
    cells = "".join(
        f"{_td(cell, middle, empty)}{_content(cell)}</td>" for cell, middle in zip(others, centered[1:], strict=False)
    )
    return f'<tr><th scope="row">{_content(first)}</th>{cells}</tr>'


def _td(cell: Cell, middle: bool, empty: str) -> str:
    classes = " ".join(name for name, used in (("empty", not cell.paragraphs), ("middle", middle)) if used)
    words = f' data-empty="{empty}"' if not cell.paragraphs else ""
    return f'<td class="{classes}"{words}>' if classes else "<td>"


def _content(cell: Cell) -> str:
    if len(cell.paragraphs) == 1:
        return runs_html(cell.paragraphs[0])
    return "".join(f"<p>{runs_html(runs)}</p>" for runs in cell.paragraphs)


def _run(run: Run) -> str:
    inner = _linked(clean(run.text))
    if run.italic:
        inner = f"<i>{inner}</i>"
    return f"<b>{inner}</b>" if run.bold else inner


def _linked(text: str) -> str:
    found, at = [], 0
    for match in _LINK.finditer(text):
        address = match.group().rstrip(_NOT_AT_THE_END)
        found.append(text_html(text[at : match.start()]))
        target = f"https://doi.org/{address[4:]}" if address[:4].lower() == "doi:" else address
        found.append(f'<a href="{attribute(target)}" rel="noopener noreferrer">{text_html(address)}</a>')
        at = match.start() + len(address)
    found.append(text_html(text[at:]))
    return "".join(found)
