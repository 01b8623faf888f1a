"""The coverage matrix in every format: as a table like the others, or as a picture."""

from __future__ import annotations

from kb.locale import fill, translator
from kb.model.coverage import Coverage, Mark
from kb.model.profile import INTERPRETED_TICK, TICK, Profile
from kb.model.table import Cell, Column, Row, Table
from kb.model.text import Run, Runs, runs, without_emphasis
from kb.outputs import tables

FORMATS: tuple[str, ...] = (*tables.FORMATS, "svg")
MARKS = {"absent": "✗", "not-in-source": "–"}
UNREAD = "·"
_DATA = ("csv", "xlsx")


def render(
    matrix: Coverage, form: str, language: str = "id", profile: Profile | None = None, number: str = ""
) -> bytes:
    """The matrix in a format of `FORMATS`; `number` is that of its caption."""
    if form == "svg":
        from kb.outputs.matrix_svg import render as draw

        return draw(matrix, language)
    if form == "json":
        from kb.outputs.json import document
        from kb.outputs.records import matrix_record

        return document(matrix_record(matrix))
    table = matrix_table(matrix, language, number, summary=form not in _DATA)
    return tables.render(table, profile or Profile("umum", "", ()), form)


def matrix_table(matrix: Coverage, language: str = "id", number: str = "", summary: bool = True) -> Table:
    """The matrix as a table: a row a study, a column a value, under it how many cover each; legend and gap as notes."""
    _ = translator(language)
    columns = (
        Column("study", _("Penelitian"), 2.0),
        *(Column(f"value-{at}", value, align="center") for at, value in enumerate(matrix.values)),
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


def title(matrix: Coverage, language: str) -> str:
    """What the matrix shows: "Cakupan Aspek dalam Penelitian Terdahulu"."""
    label = matrix.facet_labels.get(language) or matrix.facet
    template = translator(language)("Cakupan {facet} dalam Penelitian Terdahulu")
    return fill(template, {"facet": without_emphasis(label).capitalize()})


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


def _cells(label: str, marks: list[Mark | None]) -> dict[str, Cell]:
    return {"study": Cell((runs(label),), "source", "stated"), **_by_value([_marked(mark) for mark in marks])}


def _by_value(cells: list[Cell]) -> dict[str, Cell]:
    return {f"value-{at}": cell for at, cell in enumerate(cells)}


def _marked(mark: Mark | None) -> Cell:
    return Cell(((Run(mark_of(mark)),),), "source", mark.state if mark else "unread")


def _plain(text: str) -> Cell:
    return Cell(((Run(text),),), "computed", "stated")
