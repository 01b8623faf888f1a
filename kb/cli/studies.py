"""`kajian studies [FILTER…]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import filter_options, output_options
from kb.review.selection import Selection


@click.command("studies")
@filter_options
@click.option("--with-focal", is_flag=True, help="Sertakan penelitian ini / include this study.")
@output_options
@click.pass_obj
def command(call: Call, selection: Selection, with_focal: bool, output: Path | None, form: str | None) -> None:
    """Penelitian terdahulu menurut unsur pembanding / prior studies by facet."""
    from kb.outputs import listing
    from kb.outputs.records import study_record
    from kb.queries.facets import facets
    from kb.queries.studies import focal_study
    from kb.review.comparison import compared_studies
    from kb.review.selection import select

    chosen = choose_format(form, output, ("text", "json", "csv"))
    library = call.library()
    compared = {study.id: study for study in compared_studies(library, call.language(library))}
    shown = [compared[study.id] for study in select(library, selection)]
    focal = focal_study(library)
    if with_focal and focal:
        shown.insert(0, focal)
    if chosen == "json":
        deliver(as_json([study_record(study) for study in shown]), output)
    elif chosen == "csv":
        deliver(listing.studies_csv(shown, list(facets(library).values()), call.language(library)), output, binary=True)
    else:
        deliver(listing.study_list(shown, list(facets(library).values()), call.language(library)), output)
