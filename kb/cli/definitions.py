"""`kajian definitions [--concept NAME]`."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options


@click.command("definitions")
@click.option("--concept", metavar="NAMA", help="Hanya pengertian konsep ini / of this concept only.")
@output_options
@click.pass_obj
def command(call: Call, concept: str | None, output: Path | None, form: str | None) -> None:
    """Buku pengertian dengan rantai sumbernya / the definition ledger with its citation chains."""
    from kb.citing.chains import TERMS, all_parenthetical
    from kb.outputs import listing
    from kb.outputs.records import definition_record
    from kb.review.ledger import ledger as definitions
    from kb.review.selection import concept_named

    chosen = choose_format(form, output, ("text", "json", "md", "docx", "csv"))
    library = call.library()
    language = call.language(library)
    wanted = concept_named(library, concept) if concept else None
    shown = [entry for entry in definitions(library) if wanted in (None, entry.concept)]
    cited = {e.id: all_parenthetical((e.attribution, *e.also), TERMS[language]) for e in shown if e.attribution}
    if chosen == "json":
        deliver(as_json([definition_record(entry, cited.get(entry.id)) for entry in shown]), output)
    elif chosen == "text":
        deliver(listing.definition_list(shown, cited, language), output)
    else:
        from kb.outputs import ledger

        deliver(ledger.render(shown, cited, chosen, language), output, binary=chosen == "docx")
