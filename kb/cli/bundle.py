"""`kajian bundle [FILTER…] -o bab2.docx`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, choose_format, deliver
from kb.cli.options import filter_options, output_options
from kb.review.selection import Selection


@click.command("bundle")
@filter_options
@click.option("--profile", metavar="NAMA", help="Format kampus / campus form.")
@output_options
@click.pass_obj
def command(call: Call, selection: Selection, profile: str | None, output: Path | None, form: str | None) -> None:
    """Bab II dalam satu berkas Word: narasi, tabel, matriks, pengertian, pustaka / the chapter in one Word file."""
    from kb.outputs import docx_chapter
    from kb.review.bundle import bundle
    from kb.review.selection import select

    choose_format(form, output, ("docx",))
    library = call.library()
    campus = call.profile(library, profile)
    chapter = bundle(library, campus, select(library, selection), call.language(library))
    deliver(docx_chapter.render(chapter, campus), output, binary=True)
