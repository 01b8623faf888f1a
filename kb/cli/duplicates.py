"""`kajian duplicates`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options


@click.command("duplicates")
@output_options
@click.pass_obj
def command(call: Call, output: Path | None, form: str | None) -> None:
    """Karya dan ejaan yang mungkin satu, dengan alasannya / works and spellings that may be one, with the evidence."""
    from kb.citing.alike_people import alike_people
    from kb.citing.alike_works import alike_works
    from kb.citing.evidence_words import evidence_words
    from kb.outputs.people import candidate_list, candidate_record

    chosen = choose_format(form, output, ("text", "json"))
    library = call.library()
    language = call.language(library)
    found = (*alike_works(library), *alike_people(library))
    why = [evidence_words(each.evidence, language) for each in found]
    if chosen == "json":
        deliver(as_json([candidate_record(*pair) for pair in zip(found, why, strict=True)]), output)
    else:
        deliver(candidate_list(found, why, language), output)
