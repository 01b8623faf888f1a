"""The comparison table: one model for every output, every cell with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
    rows = tuple(
        _row(library, placed, number, [spec for spec, _ in specs], view)
        for number, placed in enumerate(arranged(library, chosen, sort, group, view), 1)
    )
    return Table(
        caption=profile.caption_text if language == "id" else profile.caption_text_en,
        number=profile.number_pattern.format(chapter=library.configuration.chapter, n=1),
        source_line=_source_line(profile, chosen, view),
        columns=tuple(column for _, column in specs),
        rows=rows,
        language=language,
        notes=_legend(rows, language),
    )


def _in_review_order(library: Library, selected: Sequence[Study] | None) -> tuple[Study, ...]:
    priors = prior_studies(library)
    if selected is None:
        return priors
    wanted = {study.id for study in selected}
    return tuple(study for study in priors if study.id in wanted)


def _row(library: Library, placed: Placed, number: int, specs: Sequence[ColumnSpec], view: View) -> Row:
    cells = {spec.id: _cell(library, placed.study, number, spec, view) for spec in specs}
    return Row(placed.study.id, cells, placed.heading)


def _cell(library: Library, study: Study, number: int, spec: ColumnSpec, view: View) -> Cell:
    if "number" not in spec.content:
        return study_cell(library, study, spec.content, view)
    counted = cell(str(number), "computed")
    rest = tuple(content for content in spec.content if content != "number")
    if not rest:
        return counted
    filled = study_cell(library, study, rest, view)
    return replace(filled, paragraphs=counted.paragraphs + filled.paragraphs)


def _source_line(profile: Profile, chosen: Sequence[Study], view: View) -> Runs:
    cited = "; ".join(cite_work(study.work, view.terms) for study in chosen if study.work)
    word = "diolah peneliti" if view.language == "id" else "compiled by the author"
    return runs(profile.source_line.format(works=f"{cited} ({word})" if cited else word))


def _legend(rows: Sequence[Row], language: str) -> tuple[Runs, ...]:
    """What the ticks mean, where there are any."""
    _ = translator(language)
    used = {c.text for row in rows for name, c in row.cells.items() if name.startswith(TICK_OF) and c.paragraphs}
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
