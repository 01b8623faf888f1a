"""The sheet a profile prints on, and how a table's lines fall on sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.model.profile import Profile
from kb.model.table import Table
from kb.outputs.captions import below, caption
from kb.outputs.grid import Grid, Line, grid
from kb.outputs.measure import LINE_HEIGHT, cell_height, line_count, longest_word

A4 = (595.3, 841.9)
POINTS_PER_CM = 28.3465
PADDING_SIDE, PADDING_TOP = 4.5, 2.0
"""Room inside a cell, in points: left and right, above and below."""

SMALLEST = 8.0
"""Below this size of type no examiner reads a table; a table that needs less goes on to the next page."""

_BOLD = 1.08
_JUDGED = 40
_WIDEST_NEED = 0.25
"""Share of the page that a long word may claim for its column; an address or formula beyond it is broken."""

_CAUTION = 0.95
"""Share of the page that is counted on: a part that is a line too long spoils the page, a line too short does not."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet with its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


def portrait(profile: Profile) -> Paper:
    """The page of the thesis."""
    left, right, top, bottom = (
        cm * POINTS_PER_CM
        for cm in (profile.margin_left, profile.margin_right, profile.margin_top, profile.margin_bottom)
    )
    return Paper(A4[0], A4[1], left, right, top, bottom)


def paper(profile: Profile) -> Paper:
    """The page the table stands on; a landscape page is bound at its top."""
    page = portrait(profile)
    if profile.orientation == "portrait":
        return page
    return Paper(A4[1], A4[0], left=page.bottom, right=page.top, top=page.left, bottom=page.right)


def panels(table: Table, profile: Profile) -> list[Table]:
    """A turned table in pieces narrow enough to read: at least 2.5 cm a column, its first column in each piece."""
    most = max(1, int(paper(profile).text_width // (2.5 * POINTS_PER_CM)) - 1)
    if not table.transposed or len(table.rows) <= most:
        return [table]
    count = -(-len(table.rows) // most)
    each = -(-len(table.rows) // count)
    return [replace(table, rows=table.rows[at : at + each]) for at in range(0, len(table.rows), each)]


def page_grid(table: Table, profile: Profile) -> Grid:
    """The table laid out with columns in which the header's words, and most others, are not broken.

    The weights say how the width is shared out beyond that.
    """
    laid = grid(table)
    total = paper(profile).text_width
    least = [min(width, total * _WIDEST_NEED) / total for width in _needs(laid, profile)]
    missing = [max(0.0, need - share) for need, share in zip(least, laid.shares, strict=True)]
    spare = [max(0.0, share - need) for need, share in zip(least, laid.shares, strict=True)]
    if not sum(missing) or not sum(spare):
        return laid
    given = min(sum(missing), sum(spare))
    shares = tuple(
        share + lack * given / sum(missing) - over * given / sum(spare)
        for share, lack, over in zip(laid.shares, missing, spare, strict=True)
    )
    return replace(laid, shares=shares)


def _needs(laid: Grid, profile: Profile) -> list[float]:
    """Width in points that each column's longest word takes, judged by the first rows; headers are bold."""
    needs = [longest_word(cell, profile.font, profile.table_size) * _BOLD for cell in laid.header]
    for line in laid.lines[:_JUDGED]:
        for at, cell in enumerate(() if line.heading else line.cells):
            needs[at] = max(needs[at], longest_word(cell, profile.font, profile.table_size))
    return [need + 2 * PADDING_SIDE + 1 for need in needs]


def line_height(line: Line, shares: tuple[float, ...], profile: Profile) -> float:
    """Height of a row: that of its fullest cell."""
    total = paper(profile).text_width
    shares = (1.0,) if line.heading else shares
    heights = (
        cell_height(
            cell,
            max(total * share - 2 * PADDING_SIDE, profile.table_size),
            profile.font,
            profile.table_size,
            profile.line_spacing,
        )
        for cell, share in zip(line.cells, shares, strict=False)
    )
    return max(heights, default=0.0) + 2 * PADDING_TOP


def first_page(table: Table, profile: Profile) -> int:
    """How many lines stand on the page the table begins on, by estimate, as if that were its top; at least one."""
    laid = page_grid(table, profile)
    room = paper(profile).text_height * _CAUTION - _head_height(table, laid, profile)
    for at, line in enumerate(laid.lines):
        room -= line_height(line, laid.shares, profile)
        if room < 0:
            while at > 1 and laid.lines[at - 1].heading:  # a heading goes with what it heads
                at -= 1
            return max(at, 1)
    return len(laid.lines)


def fits_one_page(table: Table, profile: Profile) -> bool:
    """Whether the table, by estimate, stands on one page at the profile's size of type."""
    laid = page_grid(table, profile)
    high = sum(line_height(line, laid.shares, profile) for line in laid.lines)
    return high + _head_height(table, laid, profile) + _foot_height(table, profile) <= (
        paper(profile).text_height * _CAUTION
    )


def one_page(table: Table, profile: Profile) -> Profile:
    """The profile with type as small as the table needs to stand on one page.

    Where even `SMALLEST` does not do, the table goes on under a repeated header at the profile's own size.
    """
    size = profile.table_size
    while size >= SMALLEST:
        smaller = replace(profile, table_size=size)
        if fits_one_page(table, smaller):
            return smaller
        size -= 0.5
    return replace(profile, continuation="ulang-kepala")


def _head_height(table: Table, laid: Grid, profile: Profile) -> float:
    lines = line_count(caption(table), paper(profile).text_width, profile.font, profile.body_size)
    return lines * profile.body_size * LINE_HEIGHT + 6 + line_height(Line(laid.header), laid.shares, profile)


def _foot_height(table: Table, profile: Profile) -> float:
    room = paper(profile).text_width
    texts = ("".join(run.text for run in runs) for runs in below(table, profile))
    return sum(line_count(text, room, profile.font, 10) for text in texts) * 10 * LINE_HEIGHT + 6
