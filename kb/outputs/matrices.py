"""The coverage matrix and the crosstab in every format: as a table like the others, or as a picture."""

from __future__ import annotations

from collections.abc import Mapping

from kb.locale import fill, translator
from kb.model.coverage import Coverage, Crosstab, Mark, Meeting
from kb.model.profile import INTERPRETED_TICK, TICK, Profile
from kb.model.table import Cell, Column, Row, Table
from kb.model.text import Run, Runs, runs, without_emphasis
from kb.outputs import tables

FORMATS: tuple[str, ...] = (*tables.FORMATS, "svg", "png")
MARKS = {"absent": "✗", "not-in-source": "–"}
UNREAD = "·"
OWN = "●"
"""Marks what the student's own study takes."""

_DATA = ("csv", "xlsx")
_MOST_NAMED = 12
_MOST_COLUMNS = 10
"""A matrix with more values than this prints its values as rows: a page has no room for their headings."""


def render(
    matrix: Coverage, form: str, language: str = "id", profile: Profile | None = None, number: str = ""
) -> bytes:
    """The matrix in a format of `FORMATS`; `number` is that of its caption."""
    if form in ("svg", "png"):
        from kb.outputs.matrix_svg import render as draw

        picture = draw(matrix, language)
        if form == "svg":
            return picture
        from kb.outputs.png import drawn

        return drawn(picture)
    if form == "json":
        from kb.outputs.json import document
        from kb.outputs.records import matrix_record

        return document(matrix_record(matrix))
    table = matrix_table(matrix, language, number, summary=form not in _DATA)
    return tables.render(table, profile or Profile("umum", "", ()), form)


def matrix_table(matrix: Coverage, language: str = "id", number: str = "", summary: bool = True) -> Table:
    """The matrix as a table: a row a study, a column a value, under it how many cover each; legend and gap as notes."""
    if summary and len(matrix.values) > _MOST_COLUMNS:
        return _value_table(matrix, language, number)
    _ = translator(language)
    heads = matrix.heads or matrix.values
    columns = (
        Column("study", _("Penelitian"), 2.0),
        *(Column(f"value-{at}", value, align="center") for at, value in enumerate(heads)),
    )
    rows = tuple(Row(row.study, _cells(row.label, [row.cells.get(v) for v in matrix.values])) for row in matrix.rows)
    counts = [str(len(matrix.covered_by.get(value, ()))) for value in matrix.values]
    total = Row("", {"study": _plain(_("Jumlah penelitian")), **_by_value([_plain(count) for count in counts])})
    return Table(
        caption=title(matrix, language),
        number=number,
        source_line=(),
        columns=columns,
        rows=(*rows, total) if summary and matrix.values else rows,
        language=language,
        notes=notes(matrix, language) if summary else (),
    )


def _value_table(matrix: Coverage, language: str, number: str) -> Table:
    """A row a value: how many studies cover it, and which, with their signs."""
    _ = translator(language)
    label = matrix.facet_labels.get(language) or matrix.facet
    columns = (
        Column("value", label[:1].upper() + label[1:], 4.0),
        Column("count", _("Jumlah"), 1.0, "center"),
        Column("studies", _("Penelitian"), 5.0),
    )
    rows = []
    for at, (value, head) in enumerate(zip(matrix.values, matrix.heads or matrix.values, strict=True)):
        signs = [(row.label, mark_of(row.cells.get(value))) for row in matrix.rows]
        named = "; ".join(f"{label} {sign}" for label, sign in signs if sign in (TICK, INTERPRETED_TICK))
        count = str(len(matrix.covered_by.get(value, ())))
        cells = {"value": Cell((runs(head),), "source", "stated"), "count": _plain(count), "studies": _plain(named)}
        rows.append(Row(f"value-{at}", cells))
    return Table(title(matrix, language), number, (), columns, tuple(rows), language, notes=notes(matrix, language))


def render_crosstab(
    table: Crosstab, form: str, language: str = "id", profile: Profile | None = None, number: str = ""
) -> bytes:
    """The crosstab in a format of `tables.FORMATS`."""
    if form == "json":
        from kb.outputs.json import document
        from kb.outputs.records import crosstab_record

        return document(crosstab_record(table))
    laid = crosstab_table(table, language, number, summary=form not in _DATA)
    return tables.render(laid, profile or Profile("umum", "", ()), form)


def crosstab_table(table: Crosstab, language: str = "id", number: str = "", summary: bool = True) -> Table:
    """Counts of the studies that state a value of both facets; as data the bare figures, a meeting a row where many."""
    _ = translator(language)
    first, by = (_heading(labels, name, language) for labels, name in
                 ((table.facet_labels, table.facet), (table.by_labels, table.by)))  # fmt: skip
    caption = fill(_("Persilangan {facet} dan {by} dalam Penelitian Terdahulu"), {"facet": first, "by": by})
    signs = f"{INTERPRETED_TICK} {_('memuat tafsiran pembaca')}; {OWN} {_('penelitian ini')}"
    under: tuple[Runs, ...] = ((Run(f"{_('Keterangan')}: {signs}"),),) if summary else ()
    if len(table.by_values) > _MOST_COLUMNS:
        columns, rows = _meeting_rows(table, first, by, language, signs=summary)
    else:
        columns, rows = _crossed_rows(table, f"{first} × {by}", language, signs=summary)
    return Table(caption, number, (), columns, rows, language, notes=under)


def _heading(labels: Mapping[str, str], name: str, language: str) -> str:
    label = labels.get(language) or name
    return label[:1].upper() + label[1:]


def _crossed_rows(
    table: Crosstab, corner: str, language: str, *, signs: bool
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    heads = table.by_heads or table.by_values
    columns = (
        Column("value", corner, 2.0),
        *(Column(f"value-{at}", head, align="center") for at, head in enumerate(heads)),
        Column("total", translator(language)("Jumlah"), align="center"),
    )
    rows = []
    for at, (a, head) in enumerate(zip(table.values, table.heads or table.values, strict=True)):
        counts = [_plain(count_of(table, a, b, signs=signs)) for b in table.by_values]
        total = _plain(str(table.total(a, row=True)))
        rows.append(Row(f"value-{at}", {"value": Cell((runs(head),), "source"), **_by_value(counts), "total": total}))
    return columns, tuple(rows)


def _meeting_rows(
    table: Crosstab, first: str, by: str, language: str, *, signs: bool
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    _ = translator(language)
    columns = (Column("value", first, 3.0), Column("by", by, 3.0), Column("count", _("Jumlah"), 1.0, "center"),
               Column("studies", _("Penelitian"), 5.0))  # fmt: skip
    rows = [
        Row(
            f"meeting-{at}",
            {
                "value": _plain(a),
                "by": _plain(b),
                "count": _plain(count_of(table, a, b, signs=signs)),
                "studies": _plain("; ".join(table.study_labels.get(study, study) for study in meeting.studies)),
            },
        )
        for at, ((a, b), meeting) in enumerate(table.cells.items())
    ]
    return columns, tuple(rows)


def count_of(table: Crosstab, value: str, by: str, *, signs: bool = True) -> str:
    """How many studies meet there, with the signs of a reader's mapping and of this study."""
    meeting = table.cells.get((value, by), Meeting())
    count = str(len(meeting.studies))
    if not signs:
        return count
    return count + (INTERPRETED_TICK if meeting.interpreted else "") + (OWN if (value, by) in table.focal else "")


def title(matrix: Coverage, language: str) -> str:
    """What the matrix shows: "Cakupan Aspek dalam Penelitian Terdahulu"."""
    label = matrix.facet_labels.get(language) or matrix.facet
    template = translator(language)("Cakupan {facet} dalam Penelitian Terdahulu")
    words = without_emphasis(label)
    return fill(template, {"facet": words.title() if language == "en" else words.capitalize()})


def mark_of(mark: Mark | None) -> str:
    """The sign of a cell: what the study states and what its reader maps to it are told apart."""
    if mark is None or mark.state == "unread":
        return UNREAD
    if mark.state == "stated":
        return INTERPRETED_TICK if mark.basis == "interpreted" else TICK
    return MARKS.get(mark.state, UNREAD)


def legend(matrix: Coverage, language: str) -> list[tuple[str, str]]:
    """The signs that the matrix uses, each with its meaning."""
    _ = translator(language)
    words = {
        TICK: _("dinyatakan dalam penelitian"),
        INTERPRETED_TICK: _("bersesuaian menurut telaah penulis"),
        MARKS["absent"]: _("dinyatakan tidak digunakan"),
        MARKS["not-in-source"]: _("tidak disebutkan"),
        UNREAD: _("belum ditelaah"),
    }
    used = {mark_of(row.cells.get(value)) for row in matrix.rows for value in matrix.values}
    return [(sign, meaning) for sign, meaning in words.items() if sign in used]


def notes(matrix: Coverage, language: str) -> tuple[Runs, ...]:
    """Lines under the matrix: the signs, and the gap sentence."""
    signs = "; ".join(f"{sign} {meaning}" for sign, meaning in legend(matrix, language))
    gap = matrix.gap_sentence.get(language, "")
    lines: list[Runs] = [(Run(f"{translator(language)('Keterangan')}: {signs}"),)] if signs else []
    return (*lines, runs(gap)) if gap else tuple(lines)


def uncovered_lines(matrix: Coverage, language: str) -> tuple[Runs, ...]:
    """What no study covers, alone and in pairs, a line each; long lists say how many are left."""
    _ = translator(language)
    heads = dict(zip(matrix.values, matrix.heads or matrix.values, strict=True))
    alone = [heads[value] for value in matrix.uncovered]
    pairs = [f"{heads[a]} + {heads[b]}" for a, b in matrix.uncovered_pairs]
    lines = []
    for words, names in (
        (_("Belum tercakup: {values}."), alone),
        (_("Belum tercakup bersama dalam satu penelitian: {values}."), pairs),
    ):
        left = len(names) - _MOST_NAMED
        more = [fill(_("dan {n} lagi"), {"n": left})] if left > 0 else []
        if names:
            lines.append(runs(fill(words, {"values": ", ".join([*names[:_MOST_NAMED], *more])})))
    return tuple(lines)


def _cells(label: str, marks: list[Mark | None]) -> dict[str, Cell]:
    return {"study": Cell((runs(label),), "source", "stated"), **_by_value([_marked(mark) for mark in marks])}


def _by_value(cells: list[Cell]) -> dict[str, Cell]:
    return {f"value-{at}": cell for at, cell in enumerate(cells)}


def _marked(mark: Mark | None) -> Cell:
    return Cell(((Run(mark_of(mark)),),), "source", mark.state if mark else "unread")


def _plain(text: str) -> Cell:
    return Cell(((Run(text),),), "computed", "stated")
