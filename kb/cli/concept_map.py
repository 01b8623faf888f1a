"""`kajian map [--concept NAME] [--depth 1..3]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, choose_format, deliver
from kb.cli.options import output_options

FORMATS = ("html", "svg", "png", "graphml", "json")


@click.command("map")
@click.option("--concept", metavar="NAMA", help="Peta satu konsep / one concept's mind map.")
@click.option("--depth", type=click.IntRange(1, 3), default=1, show_default=True, help="Jarak dari konsep / steps.")
@click.option("--all", "everything", is_flag=True, help="Semua istilah / everything (jelajah).")
@output_options
@click.pass_obj
def command(
    call: Call, concept: str | None, depth: int, everything: bool, output: Path | None, form: str | None
) -> None:
    """Peta konsep / concept map: HTML mandiri, SVG, PNG, GraphML, JSON."""
    from kb.outputs.maps import render
    from kb.queries.concept_map import explore, mindmap, overview
    from kb.review.layout import place
    from kb.review.selection import concept_named

    chosen = choose_format(form, output, FORMATS)
    library = call.library()
    language = call.language(library)
    if concept:
        drawn = mindmap(library, concept_named(library, concept), depth, language)
    else:
        drawn = explore(library, language) if everything else overview(library, language)
    deliver(render(place(drawn, wide=chosen == "html"), chosen), output, binary=chosen == "png")
