"""`kajian narrative [FILTER…]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import filter_options, output_options
from kb.review.selection import Selection

FORMATS = ("md", "docx", "tex", "json")


@click.command("narrative")
@filter_options
@click.option("--profile", metavar="NAMA", help="Format kampus / campus form.")
@output_options
@click.pass_obj
def command(call: Call, selection: Selection, profile: str | None, output: Path | None, form: str | None) -> None:
    """Prosa "Penelitian Terdahulu" dan celahnya / the prose of the previous studies and the gap."""
    from kb.model.text import runs
    from kb.outputs.prose import render
    from kb.outputs.records import narrative_record
    from kb.review.narrative import narrative
    from kb.review.selection import select

    chosen = choose_format(form, output, FORMATS)
    library = call.library()
    campus = call.profile(library, profile)
    told = narrative(library, campus, select(library, selection), call.language(library))
    if chosen == "json":
        deliver(as_json(narrative_record(told)), output)
        return
    paragraphs = [runs(paragraph.text) for paragraph in told.paragraphs]
    deliver(render(paragraphs, chosen, campus, told.heading, told.language), output, binary=chosen == "docx")
