"""Matrix and crosstab for the terminal: what fits as a grid, the rest as lists that are cut where nobody reads on."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from kb.locale import fill, translator
from kb.model.coverage import Coverage, Crosstab
from kb.model.text import without_emphasis
from kb.outputs.matrices import count_of, mark_of

WIDTH = 100
_MOST_ROWS, _MOST_NAMED, _LONGEST = 200, 12, 90


def matrix_text(matrix: Coverage, language: str) -> str:
    """The matrix with its signs, what is uncovered alone and in pairs, the smallest cover and the gap sentence."""
    _ = translator(language)
    values = [without_emphasis(value) for value in matrix.values]
    rows = [(row.label, [mark_of(row.cells.get(value)) for value in matrix.values]) for row in matrix.rows]
    lines = _grid(values, rows, language) if _fits(values, rows) else _by_value(matrix, language)
    lines += ["", _("✓ dinyatakan · ≈ tafsiran pembaca · ✗ dinyatakan tidak · – tidak disebutkan · · belum dibaca")]
    lines.append(_named(_("Belum tercakup"), matrix.uncovered, language))
    if matrix.uncovered_pairs:
        pairs = [f"{_short(a)} + {_short(b)}" for a, b in matrix.uncovered_pairs]
        lines.append(_named(_("Belum tercakup bersama"), pairs, language))
    lines.append(_named(_("Cakupan terkecil"), matrix.smallest_cover, language))
    if matrix.gap_sentence.get(language):
        lines += ["", _wrap(matrix.gap_sentence[language])]
    return "\n".join(lines)


def crosstab_text(table: Crosstab, language: str) -> str:
    """Counts of two facets, with the meetings that no study has; those of this study are marked."""
    _ = translator(language)
    lines = (
        _crossed(table, language, turned=False) or _crossed(table, language, turned=True) or _meetings(table, language)
    )
    lines += ["", _("≈ memuat tafsiran pembaca · ● penelitian ini")]
    own = [pair for pair in table.uncovered if pair in table.focal]
    lines.append(_named(_("Hanya penelitian ini"), [f"{a} × {b}" for a, b in own], language))
    others = [f"{a} × {b}" for a, b in table.uncovered if (a, b) not in table.focal]
    lines.append(_named(_("Belum tercakup"), others, language))
    if table.left_out:
        left = [table.study_labels[study] for study in table.left_out]
        lines.append(_named(_("Belum dinyatakan salah satunya"), left, language))
    return "\n".join(lines)


def _crossed(table: Crosstab, language: str, *, turned: bool) -> list[str]:
    """The counts as a grid, either facet as its columns; nothing where that is too wide."""
    across, down = (table.values, table.by_values) if turned else (table.by_values, table.values)
    heads = [*across, translator(language)("Jumlah")]
    rows = []
    for value in down:
        counts = [count_of(table, *((other, value) if turned else (value, other))) for other in across]
        rows.append((value, [*counts, str(table.total(value, row=not turned))]))
    return _grid(heads, rows, language) if _fits(heads, rows) else []


def _fits(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> bool:
    first = max((len(label) for label, _ in rows), default=10)
    return first + sum(max(len(head), 3) + 2 for head in heads) <= WIDTH


def _grid(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], language: str) -> list[str]:
    first = max((len(label) for label, _ in rows), default=10)
    widths = [max(len(head), 3) for head in heads]
    head = " " * first + "  " + "  ".join(h.center(w) for h, w in zip(heads, widths, strict=True))
    lines = [head.rstrip()]
    for label, signs in rows[:_MOST_ROWS]:
        cells = "  ".join(sign.center(width) for sign, width in zip(signs, widths, strict=True))
        lines.append(f"{label.ljust(first)}  {cells}".rstrip())
    return lines + _cut(len(rows) - _MOST_ROWS, language)


def _by_value(matrix: Coverage, language: str) -> list[str]:
    """A line a value: how many studies, and which."""
    lines = []
    for value in matrix.values[:_MOST_ROWS]:
        marks = [(row.label, mark_of(row.cells.get(value))) for row in matrix.rows]
        named = [f"{label} {sign}" for label, sign in marks if sign in "✓≈"]
        lines.append(_wrap(_enough(f"{_short(value)} ({len(named)}): ", named, language), "    "))
    return lines + _cut(len(matrix.values) - _MOST_ROWS, language)


def _short(value: str) -> str:
    """The beginning of a long text: what a value is, not all that it says."""
    flat = " ".join(without_emphasis(value).split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"


def _meetings(table: Crosstab, language: str) -> list[str]:
    lines = []
    for (a, b), meeting in list(table.cells.items())[:_MOST_ROWS]:
        named = [table.study_labels[study] for study in meeting.studies]
        lines.append(_wrap(_enough(f"{_short(a)} × {_short(b)} ({count_of(table, a, b)}): ", named, language), "    "))
    return lines + _cut(len(table.cells) - _MOST_ROWS, language)


def _cut(left: int, language: str) -> list[str]:
    words = translator(language)("… dan {n} lagi; --format json memuat semuanya")
    return [fill(words, {"n": left})] if left > 0 else []


def _named(word: str, names: Sequence[str], language: str) -> str:
    return _wrap(_enough(f"{word}: ", names, language), "    ")


def _enough(lead: str, names: Sequence[str], language: str) -> str:
    """The first names, and how many are left."""
    said = ", ".join(names[:_MOST_NAMED]) or "–"
    left = len(names) - _MOST_NAMED
    return lead + said + (f", {fill(translator(language)('dan {n} lagi'), {'n': left})}" if left > 0 else "")


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(" ".join(without_emphasis(text).split()), WIDTH, subsequent_indent=indent)
