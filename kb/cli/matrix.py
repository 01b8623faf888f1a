"""`kajian matrix [--facet NAME] [--by NAME]`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import filter_options, output_options
from kb.review.selection import Selection

if TYPE_CHECKING:
    from kb.model.study import Study
    from kb.store.library import Library

FORMATS = ("text", "json", "md", "csv", "xlsx", "docx", "html", "svg", "png", "tex", "pdf")
BINARY = ("xlsx", "docx", "csv", "pdf", "png")


@click.command("matrix")
@filter_options
@click.option("--by", "crossed", metavar="NAMA", help="Silangkan dengan unsur lain / cross with another element.")
@output_options
@click.pass_obj
def command(
    call: Call, selection: Selection, by_facet: str | None, crossed: str | None, output: Path | None, form: str | None
) -> None:
    """Matriks cakupan dan celah, atau persilangan dua unsur / coverage matrix and the gap, or two elements crossed."""
    from kb.review.selection import facet_named, select

    formats = tuple(name for name in FORMATS if name not in ("svg", "png") or not crossed)
    chosen = choose_format(form, output, formats)
    library = call.library()
    language = call.language(library)
    facet = facet_named(library, by_facet or "aspect")
    studies = select(library, selection)
    if crossed:
        answer = _crossed(call, library, facet, facet_named(library, crossed), studies, chosen, language)
    else:
        answer = _covered(call, library, facet, studies, chosen, language)
    deliver(answer, output, binary=chosen in BINARY)


def _covered(
    call: Call, library: Library, facet: str, studies: Sequence[Study], form: str, language: str
) -> bytes | str:
    from kb.outputs.matrices import render
    from kb.outputs.matrix_listing import matrix_text
    from kb.outputs.records import matrix_record
    from kb.review.coverage import coverage
    from kb.review.view import all_terms

    campus = call.profile(library)
    matrix = coverage(library, facet, studies, language, all_terms(campus))
    if form == "json":
        return as_json(matrix_record(matrix))
    if form == "text":
        return matrix_text(matrix, language)
    return render(matrix, form, language, campus, campus.caption_number(library.configuration.chapter, 2))


def _crossed(
    call: Call, library: Library, facet: str, by: str, studies: Sequence[Study], form: str, language: str
) -> bytes | str:
    from kb.outputs.matrices import render_crosstab
    from kb.outputs.matrix_listing import crosstab_text
    from kb.outputs.records import crosstab_record
    from kb.review.crosstab import crosstab

    table = crosstab(library, facet, by, studies, language)
    if form == "json":
        return as_json(crosstab_record(table))
    if form == "text":
        return crosstab_text(table, language)
    campus = call.profile(library)
    return render_crosstab(table, form, language, campus, campus.caption_number(library.configuration.chapter, 2))
