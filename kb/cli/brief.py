"""`kajian brief [FILTER…]`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kb.cli.context import Call, choose_format, deliver
from kb.cli.options import filter_options, output_options
from kb.review.selection import Selection

FORMATS = ("html", "pdf")


@click.command("brief")
@filter_options
@click.option("--profile", metavar="NAMA", help="Format kampus / campus form.")
@click.option("--no-date", is_flag=True, help="Tanpa tanggal / without today's date.")
@output_options
@click.pass_obj
def command(
    call: Call, selection: Selection, profile: str | None, no_date: bool, output: Path | None, form: str | None
) -> None:
    """Berkas bimbingan: tabel, matriks, celah, peta, narasi, yang terbuka / one file for the supervisor."""
    from kb.outputs import briefs
    from kb.review.brief import brief
    from kb.review.selection import select

    chosen = choose_format(form, output, FORMATS)
    library = call.library()
    campus = call.profile(library, profile)
    today = "" if no_date else date.today().isoformat()
    made = brief(library, campus, select(library, selection), call.language(library), today)
    deliver(briefs.render(made, campus, chosen), output, binary=chosen == "pdf")
