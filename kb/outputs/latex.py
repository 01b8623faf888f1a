"""Tables and prose as LaTeX documents that need nothing but the standard packages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from kb.model.profile import Profile
from kb.model.table import Cell, Table
from kb.model.text import Run, Runs
from kb.outputs.captions import below, continued, label, split_number, title
from kb.outputs.cleaning import clean
from kb.outputs.grid import Grid, Line
from kb.outputs.latex_preamble import opening
from kb.outputs.measure import portions
from kb.outputs.paper import PADDING_SIDE, page_grid, panels, paper

_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "^": r"\textasciicircum{}",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "%": r"\%",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "\n": r"\newline{}",
    "\t": " ",
    "✓": r"\(\surd\)",
    "≈": r"\(\approx\)",
    "✗": r"\(\times\)",
    "·": r"\(\cdot\)",
}
_TO_WRITE = re.compile("[" + re.escape("".join(_WRITTEN)) + "]|(?<=-)-|(?<=,),|(?<=')'|(?<=`)`|(?<=[?!])`")
_LINE_SKIP, _MOST_OF_A_PAGE = 1.2, 0.4
_ROW_END = r"\\[0pt]"
"""With its length written out, so that a bracket or star that opens the next row is not taken for one."""


def render(table: Table, profile: Profile) -> bytes:
    """A complete document with a `longtable` that heads its later pages "Lanjutan Tabel …"."""
    laid = [page_grid(panel, profile) for panel in panels(table, profile)]
    number = split_number(table.number)
    blocks = [_longtable(piece, table, profile, first=not at) for at, piece in enumerate(laid) if piece.shares]
    under = [rf"\noindent{{\small {runs_latex(runs)}\par}}" for runs in below(table, profile)]
    return _document([*blocks, *under], opening(profile, escape(label(table)), (escape(number[0]), number[1])))


def render_prose(paragraphs: Sequence[Runs], profile: Profile, heading: str = "", language: str = "id") -> bytes:
    """A complete document of paragraphs."""
    head = [rf"\subsection*{{{escape(heading)}}}"] if heading else []
    return _document([*head, *(f"{runs_latex(runs)}\\par" for runs in paragraphs)], opening(profile))


def escape(text: str) -> str:
    """Words that TeX prints and never obeys; letters that fonts would draw together (`--`, `,,`) stay apart."""
    return _TO_WRITE.sub(lambda found: _WRITTEN.get(found.group(), "{}" + found.group()), clean(text))


def runs_latex(parts: Runs) -> str:
    """Runs with their emphasis; a line of its own may be empty."""
    return _filled("".join(_run(run) for run in parts))


def _document(blocks: list[str], preamble: str) -> bytes:
    return f"{preamble}\\begin{{document}}\n\n{chr(10).join(blocks)}\n\n\\end{{document}}\n".encode()


def _longtable(laid: Grid, table: Table, profile: Profile, first: bool) -> str:
    count = len(laid.shares)
    grid_ruled = profile.rules == "grid"
    bar = "|" if grid_ruled else ""
    columns = bar + "".join(
        f"{_column(share, count, grid_ruled, middle)}{bar}"
        for share, middle in zip(laid.shares, laid.centered, strict=True)
    )
    head = " & ".join(rf"\centering\arraybackslash\bfseries {_cell(cell)}" for cell in laid.header)
    head += rf"{_ROW_END} \hline"
    again = escape(continued(table, profile))
    look = ("c" if profile.caption_align == "center" else "l", r"\bfseries" if profile.caption_bold else "")
    words = rf"\multicolumn{{{count}}}{{@{{}}{look[0]}@{{}}}}{{\normalsize{look[1]} {again}}}\\[6pt] \hline"
    caption = rf"\caption{{{escape(title(table))}}}{_ROW_END}" if first else ""
    above = profile.caption_position == "above"
    opens = (rf"{caption} \hline" if above else r"\hline") if first else words
    lines = [_line(line, laid.shares, bar, profile) for line in laid.lines]
    lines += [caption] if first and not above else []
    heads = [opens, head, r"\endfirsthead", words, head, r"\endhead"]
    size = rf"{{\fontsize{{{profile.table_size:g}}}{{{profile.table_size * 1.2:g}}}\selectfont"
    return "\n".join([size, rf"\begin{{longtable}}{{{columns}}}", *heads, *lines, r"\end{longtable}}"])


def _column(share: float, count: int, ruled: bool, middle: bool) -> str:
    rules = rf"-{(count + 1) / count:.3f}\arrayrulewidth" if ruled else ""
    aligned = "centering" if middle else "raggedright"
    wide = rf"\dimexpr {share:.4f}\linewidth-2\tabcolsep{rules}\relax"
    return rf">{{\{aligned}\arraybackslash}}p{{{wide}}}"


def _line(line: Line, shares: tuple[float, ...], bar: str, profile: Profile) -> str:
    if line.heading:
        wide = r"p{\dimexpr \linewidth-2\tabcolsep-2\arrayrulewidth\relax}"
        # No rule below: a page may break at a rule, and a heading stays with what it heads.
        return rf"\multicolumn{{{len(shares)}}}{{{bar}{wide}{bar}}}{{\bfseries {_cell(line.cells[0])}}}\\*[0pt]"
    rows = zip_longest(*_portions(line, shares, profile), fillvalue=Cell())
    return f"{_ROW_END}\n".join(" & ".join(_cell(cell) for cell in row) for row in rows) + rf"{_ROW_END} \hline"


def _portions(line: Line, shares: tuple[float, ...], profile: Profile) -> list[list[Cell]]:
    """Each cell in pieces: TeX breaks pages between rows only, and cuts off what is higher than a page."""
    page = paper(profile)
    most = max(1, int(page.text_height * _MOST_OF_A_PAGE / (profile.table_size * _LINE_SKIP)))
    return [
        portions(cell, max(page.text_width * share - 2 * PADDING_SIDE, 10), profile.font, profile.table_size, most)
        for cell, share in zip(line.cells, shares, strict=True)
    ]


def _cell(cell: Cell) -> str:
    return _filled(r"\newline{}".join("".join(_run(run) for run in runs) for runs in cell.paragraphs))


def _filled(text: str) -> str:
    """Lines that are empty get an empty box: TeX refuses to end a line it has not begun."""
    if r"\newline{}" not in text:
        return text
    return r"\newline{}".join(line or r"\mbox{}" for line in text.split(r"\newline{}"))


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.italic:
        text = rf"\textit{{{text}}}"
    return rf"\textbf{{{text}}}" if run.bold else text
