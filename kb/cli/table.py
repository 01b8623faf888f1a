"""`kajian table [FILTER…]`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import filter_options, output_options
from kb.review.selection import Selection

FORMATS = ("md", "csv", "xlsx", "docx", "tex", "html", "pdf", "json")


@click.command("table")
@filter_options
@click.option("--columns", metavar="A,B,…", help="Kolom, berurutan / columns in order.")
@click.option("--transpose", is_flag=True, help="Penelitian sebagai kolom / studies as columns.")
@click.option(
    "--comparison",
    type=click.Choice(["asserted", "computed", "both"]),
    help="Kalimat Anda, hitungan Kajian, atau keduanya / which sentences.",
)
@click.option("--profile", metavar="NAMA", help="Format kampus / campus form.")
@output_options
@click.pass_obj
def command(
    call: Call,
    selection: Selection,
    columns: str | None,
    transpose: bool,
    comparison: str | None,
    profile: str | None,
    output: Path | None,
    form: str | None,
) -> None:
    """Tabel perbandingan penelitian terdahulu / the comparison table."""
    from kb.outputs.records import table_record
    from kb.review.selection import select
    from kb.review.table import Comparison, comparison_table, own_column, transposed

    chosen = choose_format(form, output, FORMATS)
    library = call.library()
    campus = call.profile(library, profile)
    specs = (
        [own_column(library, word.strip(), campus) for word in columns.split(",") if word.strip()] if columns else None
    )
    table = comparison_table(
        library,
        campus,
        specs,
        select(library, selection),
        cast(Comparison, comparison or "best"),
        call.language(library),
    )
    if transpose:
        table = transposed(table)
    if chosen == "json":
        deliver(as_json(table_record(table)), output)
        return
    from kb.outputs.tables import render

    deliver(render(table, campus, chosen), output, binary=chosen in ("xlsx", "docx", "pdf", "csv"))
