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
    from kb.review.comparison import at_a_glance, compared_study
    from kb.review.selection import select

    chosen = choose_format(form, output, ("text", "json", "csv"))
    library = call.library()
    language = call.language(library)
    shown = [compared_study(library, study, language) for study in select(library, selection)]
    glances = {study.id: at_a_glance(library, study) for study in shown}
    focal = focal_study(library)
    if with_focal and focal:
        shown.insert(0, focal)
    every = list(facets(library).values())
    if chosen == "json":
        deliver(as_json([study_record(study, glances.get(study.id)) for study in shown]), output)
    elif chosen == "csv":
        deliver(listing.studies_csv(shown, every, language), output, binary=True)
    else:
        deliver(listing.study_list(shown, every, language, glances), output)
