"""`kajian map [--view NAME] [--concept NAME] [--depth 1..3]`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, choose_format, deliver
from kb.cli.options import output_options

if TYPE_CHECKING:
    from kb.store.library import Library

FORMATS = ("html", "svg", "png", "graphml", "json")
COVERAGE_FORMATS = ("html", "svg", "png", "json")
VIEWS = ("overview", "concept", "all", "people", "coverage")


@click.command("map")
@click.option("--concept", metavar="NAMA", help="Peta satu konsep / one concept's mind map.")
@click.option("--depth", type=click.IntRange(1, 3), default=1, show_default=True, help="Jarak dari konsep / steps.")
@click.option("--view", type=click.Choice(VIEWS), help="people: tokoh, konsep, penelitian; coverage: cakupan aspek.")
@click.option("--all", "everything", is_flag=True, help="Semua istilah / everything (jelajah).")
@output_options
@click.pass_obj
def command(
    call: Call,
    concept: str | None,
    depth: int,
    view: str | None,
    everything: bool,
    output: Path | None,
    form: str | None,
) -> None:
    """Peta konsep / concept map: HTML mandiri, SVG, PNG, GraphML, JSON."""
    chosen = choose_format(form, output, COVERAGE_FORMATS if view == "coverage" else FORMATS)
    library = call.library()
    shown = view or ("all" if everything else "overview")
    made = (
        _coverage(call, library, chosen) if view == "coverage" else _map(call, library, shown, concept, depth, chosen)
    )
    deliver(made, output, binary=chosen == "png")


def _map(call: Call, library: Library, view: str, concept: str | None, depth: int, form: str) -> bytes:
    from kb.outputs.maps import render
    from kb.queries.concept_map import explore, mindmap, overview
    from kb.queries.concepts import concepts
    from kb.queries.people_map import people_map
    from kb.review.layout import place
    from kb.review.selection import concept_named

    language = call.language(library)
    if view == "people":
        drawn = people_map(library, language)
    elif concept or view == "concept":
        main = next((each.id for each in concepts(library).values() if each.main), "")
        drawn = mindmap(library, concept_named(library, concept or main), depth, language)
    else:
        drawn = explore(library, language) if view == "all" else overview(library, language)
    return render(place(drawn, wide=form == "html"), form)


def _coverage(call: Call, library: Library, form: str) -> bytes:
    """The heat map of studies and aspects, as `matrix` has it."""
    from kb.outputs.matrices import render
    from kb.review.coverage import coverage

    language = call.language(library)
    return render(coverage(library, "aspect", language=language), form, language, call.profile(library))
