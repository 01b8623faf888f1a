"""`kajian concepts [NAME]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options


@click.command("concepts")
@click.argument("name", required=False)
@output_options
@click.pass_obj
def command(call: Call, name: str | None, output: Path | None, form: str | None) -> None:
    """Konsep: label, rincian, relasi, jumlah / concepts with labels, typologies, relations, counts."""
    from kb.outputs import listing
    from kb.outputs.records import concept_record
    from kb.queries.concepts import concepts
    from kb.review.selection import concept_named

    chosen = choose_format(form, output, ("text", "json"))
    library = call.library()
    every = {concept.id: concept for concept in concepts(library).values()}
    shown = [every[concept_named(library, name)]] if name else list(every.values())
    if chosen == "json":
        labels = {concept.id: concept.label for concept in every.values()}
        deliver(as_json([concept_record(concept, labels) for concept in shown]), output)
        return
    language = call.language(library)
    text = listing.concept_page(shown[0], every, language) if name else listing.concept_list(shown, language)
    deliver(text, output)
