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
@click.option("--columns", metavar="A,B+C,…", help="Kolom, berurutan; A+B satu kolom / columns in order.")
@click.option("--sort", metavar="A,-B", help="Urutan baris; -B menurun / order of rows; -B descending.")
@click.option("--group", metavar="A", help="Kelompok baris menurut unsur / rows under headings.")
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
    sort: str | None,
    group: str | None,
    transpose: bool,
    comparison: str | None,
    profile: str | None,
    output: Path | None,
    form: str | None,
) -> None:
    """Tabel perbandingan penelitian terdahulu / the comparison table."""
    from kb.review.columns import content_named, own_columns, sort_keys
    from kb.review.selection import select
    from kb.review.table import Comparison, comparison_table, transposed

    chosen = choose_format(form, output, FORMATS)
    library = call.library()
    campus = call.profile(library, profile)
    table = comparison_table(
        library,
        campus,
        own_columns(library, columns, campus) if columns else None,
        select(library, selection),
        cast(Comparison, comparison or "best"),
        call.language(library),
        sort_keys(library, sort, campus) if sort else (),
        content_named(library, group, campus) if group else None,
    )
    if transpose:
        table = transposed(table)
    if chosen == "json":
        from kb.outputs.records import table_record

        deliver(as_json(table_record(table)), output)
        return
    from kb.outputs.tables import render

    deliver(render(table, campus, chosen), output, binary=chosen in ("xlsx", "docx", "pdf", "csv"))
