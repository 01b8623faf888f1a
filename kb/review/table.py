"""The comparison table: one model for every output, every cell with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from kb.citing.chains import cite_work
from kb.locale import translator
from kb.model.profile import INTERPRETED_TICK, TICK, ColumnSpec, Profile
from kb.model.study import Study
from kb.model.table import Cell, Row, Table, cell
from kb.model.text import Runs, runs
from kb.queries.studies import prior_studies
from kb.review.arrangement import Placed, SortKey, arranged
from kb.review.cells import TICK_OF, study_cell
from kb.review.columns import own_column, own_columns, sort_keys, spread, table_columns
from kb.review.view import Comparison, View, view_of
from kb.store.library import Library

_MOST_NAMED = 20
"""A source line that names more works than this is longer than anyone reads; the table itself names them."""

__all__ = ["Comparison", "comparison_table", "own_column", "own_columns", "sort_keys", "table_columns", "transposed"]


def comparison_table(
    library: Library,
    profile: Profile,
    columns: Sequence[ColumnSpec] | None = None,
    selected: Sequence[Study] | None = None,
    comparison: Comparison = "best",
    language: str = "id",
    sort: Sequence[SortKey] = (),
    group: str | None = None,
) -> Table:
    """The prior studies (all, or those selected) in the columns of the profile, or in those given.

    `sort` and `group` (a content) order the rows; row numbers follow the order that is shown.
    """
    view = view_of(profile, language, comparison)
    chosen = _in_review_order(library, selected)
    specs = spread(library, columns or profile.columns, language)
    rows = _rows(library, arranged(library, chosen, sort, group, view), tuple(spec for spec, _ in specs), view)
    return Table(
        caption=profile.caption_text if language == "id" else profile.caption_text_en,
        number=profile.caption_number(library.configuration.chapter, 1),
        source_line=_source_line(profile, chosen, view),
        columns=tuple(column for _, column in specs),
        rows=rows,
        language=language,
        notes=_legend(rows, [spec.id for spec, _ in specs], language),
    )


def _in_review_order(library: Library, selected: Sequence[Study] | None) -> tuple[Study, ...]:
    priors = prior_studies(library)
    if selected is None:
        return priors
    wanted = {study.id for study in selected}
    return tuple(study for study in priors if study.id in wanted)


def _rows(library: Library, placed: Sequence[Placed], specs: tuple[ColumnSpec, ...], view: View) -> tuple[Row, ...]:
    """Cells are worked out once for each way of wording them; only the numbers depend on the order that is shown."""
    known: dict[str, dict[str, Cell]] = library.remember(("rows", specs, view), dict)
    numbered = [spec.id for spec in specs if "number" in spec.content]
    rows = []
    for at, each in enumerate(placed, 1):
        identifier = each.study.id
        cells = known.get(identifier)
        if cells is None:
            cells = known[identifier] = {spec.id: _cell(library, each.study, spec, view) for spec in specs}
        if numbered:
            counted = _number(at)
            cells = cells.copy()
            for name in numbered:
                cells[name] = _numbered(counted, cells[name])
        rows.append(Row(identifier, cells, each.heading))
    return tuple(rows)


@cache
def _number(at: int) -> Cell:
    return cell(str(at), "computed")


def _cell(library: Library, study: Study, spec: ColumnSpec, view: View) -> Cell:
    """The cell without its row's number, which `_numbered` puts before it."""
    contents = tuple(content for content in spec.content if content != "number")
    return study_cell(library, study, contents, view) if contents else Cell()


def _numbered(counted: Cell, rest: Cell) -> Cell:
    return replace(rest, paragraphs=counted.paragraphs + rest.paragraphs) if rest.paragraphs else counted


def _source_line(profile: Profile, chosen: Sequence[Study], view: View) -> Runs:
    works = [study.work for study in chosen if study.work]
    if len(works) > _MOST_NAMED:
        cited = "karya-karya dalam tabel" if view.language == "id" else "the works in the table"
    else:
        cited = "; ".join(cite_work(work, view.terms) for work in works)
    word = "diolah peneliti" if view.language == "id" else "compiled by the author"
    return runs(profile.source_line.format(works=f"{cited} ({word})" if cited else word))


def _legend(rows: Sequence[Row], columns: Sequence[str], language: str) -> tuple[Runs, ...]:
    """What the ticks mean, where there are any."""
    _ = translator(language)
    ticks = [name for name in columns if name.startswith(TICK_OF)]
    used = {row.cells[name].text for row in rows for name in ticks}
    meanings: Mapping[str, str] = {
        TICK: _("dinyatakan dalam penelitian"),
        INTERPRETED_TICK: _("bersesuaian menurut telaah penulis"),
        "✗": _("dinyatakan tidak digunakan"),
        "–": _("tidak disebutkan"),
    }
    signs = "; ".join(f"{sign} {meaning}" for sign, meaning in meanings.items() if sign in used)
    return (runs(f"{_('Keterangan')}: {signs}"),) if signs else ()


def transposed(table: Table) -> Table:
    """The same table, to be printed with the studies as columns; the outputs turn it."""
    return replace(table, transposed=not table.transposed)
