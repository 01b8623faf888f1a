"""The coverage matrix as a picture for the thesis: signs in every field, so that it is read without colours too."""

from __future__ import annotations

from html import escape

from kb.locale import fill, translator
from kb.model.coverage import Coverage
from kb.model.profile import INTERPRETED_TICK, TICK
from kb.model.text import without_emphasis
from kb.outputs.cleaning import clean
from kb.outputs.matrices import MARKS, legend, mark_of, title
from kb.outputs.measure import wrapped

_FONT, _SIZE = "Times New Roman", 14.0
_FIELD_WIDTH, _FIELD_HEIGHT, _LABEL_WIDTH, _LINE = 104.0, 34.0, 190.0, 17.0
_MARGIN = 16.0
_FILLS = {TICK: "#1b6e4f", INTERPRETED_TICK: "#a9d8c2", MARKS["absent"]: "#e7b8a8", MARKS["not-in-source"]: "#e6e8eb"}
_INKS = {TICK: "fill:#ffffff"}
_STYLE = f"text {{ font: {_SIZE:g}px 'Times New Roman', 'Liberation Serif', Tinos, serif; fill: #000; }}"


def render(matrix: Coverage, language: str = "id") -> bytes:
    """The heat map; a value that no study covers is drawn with a thick frame."""
    heads = [wrapped(without_emphasis(clean(value)), _FIELD_WIDTH - 8, _FONT, _SIZE) for value in matrix.values]
    names = [wrapped(without_emphasis(clean(row.label)), _LABEL_WIDTH - 8, _FONT, _SIZE) for row in matrix.rows]
    heights = [max(_FIELD_HEIGHT, len(lines) * _LINE + 10) for lines in names]
    top = _MARGIN + max((len(lines) for lines in heads), default=0) * _LINE + 8
    foreign = [head.startswith("*") and head.endswith("*") for head in matrix.heads or matrix.values]
    shapes = [*_heads(heads, foreign, top), *_rows(matrix, names, heights, top)]
    bottom = top + sum(heights)
    shapes += _uncovered(matrix, top, bottom)
    foot, end = _foot(matrix, language, bottom + 12)
    wide = max(2 * _MARGIN + _LABEL_WIDTH + _FIELD_WIDTH * len(matrix.values), 420.0)
    return _picture(matrix, language, [*shapes, *foot], wide, end + _MARGIN)


def _picture(matrix: Coverage, language: str, shapes: list[str], wide: float, high: float) -> bytes:
    described = escape(matrix.gap_sentence.get(language, ""), quote=False)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}" '
        f'role="img" aria-labelledby="judul uraian" lang="{escape(language)}">\n'
        f'<title id="judul">{escape(clean(title(matrix, language)))}</title>\n'
        f'<desc id="uraian">{without_emphasis(clean(described))}</desc>\n<style>{_STYLE}</style>\n'
        f'<rect width="{wide:g}" height="{high:g}" fill="#fff"/>\n' + "\n".join(shapes) + "\n</svg>\n"
    ).encode()


def _heads(heads: list[list[str]], foreign: list[bool], top: float) -> list[str]:
    shapes = []
    for at, (lines, italic) in enumerate(zip(heads, foreign, strict=True)):
        middle = _MARGIN + _LABEL_WIDTH + (at + 0.5) * _FIELD_WIDTH
        first = top - 8 - (len(lines) - 1) * _LINE
        style = "font-style:italic" if italic else ""
        shapes += [_text(middle, first + _LINE * n, line, "middle", style) for n, line in enumerate(lines)]
    return shapes


def _rows(matrix: Coverage, names: list[list[str]], heights: list[float], top: float) -> list[str]:
    shapes: list[str] = []
    for row, lines, high in zip(matrix.rows, names, heights, strict=True):
        first = top + high / 2 - (len(lines) - 1) * _LINE / 2 + 5
        shapes += [_text(_MARGIN, first + _LINE * n, line) for n, line in enumerate(lines)]
        for at, value in enumerate(matrix.values):
            sign = mark_of(row.cells.get(value))
            left = _MARGIN + _LABEL_WIDTH + at * _FIELD_WIDTH
            shapes.append(_field(left, top, high, sign))
        top += high
    return shapes


def _field(left: float, top: float, high: float, sign: str) -> str:
    box = (
        f'<rect x="{left:g}" y="{top:g}" width="{_FIELD_WIDTH:g}" height="{high:g}" '
        f'fill="{_FILLS.get(sign, "#fff")}" stroke="#555"/>'
    )
    ink = _INKS.get(sign, "")
    return box + _text(left + _FIELD_WIDTH / 2, top + high / 2 + 5, sign, "middle", ink)


def _uncovered(matrix: Coverage, top: float, bottom: float) -> list[str]:
    return [
        f'<rect x="{_MARGIN + _LABEL_WIDTH + at * _FIELD_WIDTH:g}" y="{top:g}" width="{_FIELD_WIDTH:g}" '
        f'height="{bottom - top:g}" fill="none" stroke="#000" stroke-width="3"/>'
        for at, value in enumerate(matrix.values)
        if value in matrix.uncovered
    ]


def _foot(matrix: Coverage, language: str, at: float) -> tuple[list[str], float]:
    """The legend under the fields, and where it ends."""
    _ = translator(language)
    shapes: list[str] = []
    for sign, meaning in legend(matrix, language):
        shapes.append(
            f'<rect x="{_MARGIN:g}" y="{at:g}" width="22" height="18" fill="{_FILLS.get(sign, "#fff")}" stroke="#555"/>'
            + _text(_MARGIN + 11, at + 14, sign, "middle", _INKS.get(sign, ""))
            + _text(_MARGIN + 30, at + 14, meaning)
        )
        at += 24
    if matrix.uncovered:
        named = ", ".join(without_emphasis(value) for value in matrix.uncovered)
        shapes.append(
            f'<rect x="{_MARGIN + 2:g}" y="{at + 1:g}" width="18" height="15" '
            + 'fill="none" stroke="#000" stroke-width="3"/>'
            + _text(_MARGIN + 30, at + 14, fill(_("belum tercakup: {values}"), {"values": named}))
        )
        at += 24
    return shapes, at


def _text(left: float, base: float, words: str, anchor: str = "", style: str = "") -> str:
    place = f' text-anchor="{anchor}"' if anchor else ""
    look = f' style="{style}"' if style else ""
    return f'<text x="{left:g}" y="{base:g}"{place}{look}>{escape(clean(words), quote=False)}</text>'
