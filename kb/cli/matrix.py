"""`kajian matrix [--facet aspect]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import filter_options, output_options
from kb.review.selection import Selection

FORMATS = ("text", "json", "md", "csv", "xlsx", "docx", "html", "svg")


@click.command("matrix")
@filter_options
@output_options
@click.pass_obj
def command(call: Call, selection: Selection, by_facet: str | None, output: Path | None, form: str | None) -> None:
    """Matriks cakupan dan celah / coverage matrix and the gap."""
    from kb.outputs.listing import matrix_text
    from kb.outputs.records import matrix_record
    from kb.review.coverage import coverage
    from kb.review.selection import facet_named, select

    chosen = choose_format(form, output, FORMATS)
    library = call.library()
    matrix = coverage(library, facet_named(library, by_facet or "aspect"), select(library, selection))
    if chosen == "json":
        deliver(as_json(matrix_record(matrix)), output)
        return
    language = call.language(library)
    if chosen == "text":
        deliver(matrix_text(matrix, language), output)
        return
    from kb.outputs.matrices import render

    deliver(render(matrix, chosen, language), output, binary=chosen in ("xlsx", "docx", "csv"))
