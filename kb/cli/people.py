"""`kajian people [NAME]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options


@click.command("people")
@click.argument("name", required=False)
@output_options
@click.pass_obj
def command(call: Call, name: str | None, output: Path | None, form: str | None) -> None:
    """Tokoh dan lembaga: ejaan, karya, kutipan / people and bodies: spellings, works, where they are cited."""
    from kb.citing.chains import TERMS, cite_work
    from kb.citing.people_met import people_met
    from kb.editing.named_things import person_named
    from kb.outputs.people import person_list, person_record
    from kb.queries.works import entered_works

    chosen = choose_format(form, output, ("text", "json"))
    library = call.library()
    language = call.language(library)
    shown = (person_named(library, name),) if name else people_met(library)
    works = {key: cite_work(work, TERMS[language]) for key, work in entered_works(library).items()}
    if chosen == "json":
        deliver(as_json([person_record(person, works) for person in shown]), output)
    else:
        deliver(person_list(shown, works, language), output)
