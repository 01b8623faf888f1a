"""A campus's form for tables and citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Continuation = Literal["ulang-kepala", "lanjutan", "satu-halaman"]


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column of a campus's table: `content` names one or more contents that stand in one cell, e.g. `author-year`."""

    id: str
    label_id: str
    label_en: str
    content: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Sizes in points, page measures in centimetres; widths of columns are shares of the text width."""

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
    and_word: str = "dan"
