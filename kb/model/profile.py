"""A campus's form for tables and citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Continuation = Literal["ulang-kepala", "lanjutan", "satu-halaman"]

CONTENTS: tuple[str, ...] = (
    "number",
    "author-year",
    "author",
    "year",
    "title",
    "container",
    "kind",
    "citation",
    "findings",
    "similarities",
    "differences",
    "aspect-ticks",
    "note",
)
"""What a column may hold besides any facet by its name; the review fills it.

- `number`: the row's number in the order shown, without a full stop.
- `author-year`: all authors as the bibliography has them and the year, "Ruaida Murni (2016)".
- `author`, `year`, `title`, `container` (journal or book), `kind` (skripsi, tesis, jurnal …): of the bibliography.
- `citation`: the in-text citation in the profile's style.
- `findings`: the facet of that name; it is listed because presets use it.
- `similarities`, `differences`: sentences, asserted or computed as the person chose.
- `aspect-ticks`: one column for every value of the facet `aspect`, ids `aspect-ticks:<value id>`, which share the
  weight; a cell says `TICK` where the value is stated and `INTERPRETED_TICK` where the student maps it.
- `note`: the student's own remark on the study.
"""

TICK = "✓"
INTERPRETED_TICK = "≈"


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column of a campus's table.

    `content` names one or more of `CONTENTS` or facets; several stand in one cell, a paragraph each, in this order.
    """

    id: str
    label_id: str
    label_en: str
    content: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Sizes in points, page measures in centimetres; widths of columns are shares of the text width.

    Margins are those of a portrait page; a landscape page turns with them, so that the binding edge is at its top.
    `number_pattern` has the slots {chapter} and {n}; `continued` has {table} ("Tabel 2.1") and {caption} and heads the
    later parts of a table; `source_line` has {works}, the works the table is made of, or says who compiled it.
    `locator_word` stands before a page; ":" means "2019: 382". Words are Indonesian and translated where known.
    What the audit asks of sources: `secondary_most` percent of citations through others, `sources_least` works,
    `sources_recent_share` percent of them from the last `sources_recent_years` years; as they stand they ask nothing.
    """

    name: str
    title: str
    columns: tuple[ColumnSpec, ...]
    caption_text: str = "Penelitian Terdahulu"
    caption_text_en: str = "Previous Studies"
    caption_position: Literal["above", "below"] = "above"
    caption_align: Literal["center", "left"] = "center"
    caption_bold: bool = True
    number_pattern: str = "{chapter}.{n}"
    continuation: Continuation = "ulang-kepala"
    continued: str = "Lanjutan {table}"
    orientation: Literal["portrait", "landscape"] = "portrait"
    font: str = "Times New Roman"
    body_size: float = 12
    table_size: float = 10
    line_spacing: float = 1.0
    margin_left: float = 4.0
    margin_right: float = 3.0
    margin_top: float = 3.0
    margin_bottom: float = 3.0
    rules: Literal["grid", "horizontal"] = "grid"
    split_rows: bool = True
    source_line: str = "{works}"
    source_line_word: str = "Sumber"
    locator_word: str = "hlm."
    et_al_from: int = 3
    citation_style: str = "apa"
    and_word: str = "dan"
    secondary_most: float = 100
    sources_least: int = 0
    sources_recent_years: int = 0
    sources_recent_share: float = 80

    def caption_number(self, chapter: int, n: int) -> str:
        """The number of the chapter's n-th table, e.g. "2.1": the comparison 1, the matrix 2, the definitions 3."""
        return self.number_pattern.format(chapter=chapter, n=n)
