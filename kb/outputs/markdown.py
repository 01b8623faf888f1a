"""Tables and prose as Markdown that pandoc and GitHub read alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.model.profile import Profile
from kb.model.table import Cell, Table
from kb.model.text import Run, Runs
from kb.outputs.captions import below, caption
from kb.outputs.cleaning import clean
from kb.outputs.grid import Grid, Line, grid

_MARKS = re.compile(r"[\\`*_\[\]<>$^~|@&]|(?<=-)-|(?<=\.\.)\.")
"""What either reader takes for a sign; of `--` and `...`, which pandoc would draw together, the last is escaped."""

_BLOCK_START = re.compile(r"^(\s*)(#|>|[+-](?=\s|$)|=|:(?=\s)|%|(\d+|[A-Za-z]+)[.)](?=\s|$)|\()")
_DASHES = 100


def render(table: Table, profile: Profile) -> bytes:
    """A pipe table with caption and source line as paragraphs; the dashes give pandoc the columns' widths."""
    laid = grid(table)
    head = _strong(caption(table))
    under = [runs_markdown(runs) for runs in below(table, profile)]
    blocks = [_pipes(laid), *under]
    blocks.insert(0 if profile.caption_position == "above" else 1, head)
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def render_prose(paragraphs: Sequence[Runs], profile: Profile, heading: str = "", language: str = "id") -> bytes:
    """Paragraphs under a heading."""
    blocks = [f"## {_inline(heading)}"] if heading else []
    blocks += [_at_line_starts(runs_markdown(runs)) for runs in paragraphs]
    return ("\n\n".join(blocks) + "\n").encode()


def runs_markdown(parts: Runs) -> str:
    """Runs with their emphasis; line ends stay."""
    return "".join(_run(run) for run in parts)


def _pipes(laid: Grid) -> str:
    rules = "|".join(_rule(share, centered) for share, centered in zip(laid.shares, laid.centered, strict=True))
    lines = [_row(laid.header), f"|{rules}|", *(_line(line, len(laid.header)) for line in laid.lines)]
    return "\n".join(lines)


def _rule(share: float, centered: bool) -> str:
    dashes = "-" * max(3, round(share * _DASHES))
    return f":{dashes[2:]}:" if centered else dashes


def _line(line: Line, columns: int) -> str:
    if line.heading:
        return f"| {_strong(line.cells[0].text)} {'| ' * (columns - 1)}|"
    return _row(line.cells)


def _row(cells: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(cell: Cell) -> str:
    return "<br>".join(runs_markdown(runs) for runs in cell.paragraphs).replace("\n", "<br>")


def _run(run: Run) -> str:
    text = _inline(run.text)
    sign = ("*" if run.italic else "") + ("**" if run.bold else "")
    if not sign:
        return text
    # Emphasis opens and closes at letters only, and does not reach over a line.
    return "\n".join(_emphasised(line, sign) for line in text.split("\n"))


def _emphasised(line: str, sign: str) -> str:
    bare = line.strip()
    if not bare:
        return line
    start = line.index(bare)
    return f"{line[:start]}{sign}{bare}{sign}{line[start + len(bare) :]}"


def _strong(text: str) -> str:
    return _run(Run(text.replace("\n", " "), bold=True))


def _inline(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", clean(text)).replace("\t", " ")


def _at_line_starts(text: str) -> str:
    """Prose whose lines cannot be taken for headings or lists, with its line ends kept hard."""
    lines = (_BLOCK_START.sub(_escape_start, line.lstrip()) for line in text.split("\n"))
    return "\\\n".join(lines)


def _escape_start(match: re.Match[str]) -> str:
    found = match.group(0)
    return f"{found[:-1]}\\{found[-1]}"
