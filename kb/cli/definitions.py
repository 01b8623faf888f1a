"""`kajian definitions [--concept NAME] [--style NAME] [--summary]`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.context import Call, as_json, choose_format, deliver
from kb.cli.options import output_options

if TYPE_CHECKING:
    from kb.model.definition import Definition
    from kb.store.library import Library


@click.command("definitions")
@click.option("--concept", metavar="NAMA", help="Hanya pengertian konsep ini / of this concept only.")
@click.option("--style", metavar="NAMA|FILE.csl", help="Gaya kutipan; bawaan APA / citation style.")
@click.option("--summary", is_flag=True, help="Seberapa banyak sumber sekunder / how much is secondary.")
@output_options
@click.pass_obj
def command(
    call: Call, concept: str | None, style: str | None, summary: bool, output: Path | None, form: str | None
) -> None:
    """Buku pengertian dengan rantai sumbernya / the definition ledger with its citation chains."""
    from kb.outputs import listing
    from kb.outputs.records import definition_record
    from kb.review.ledger import ledger as definitions
    from kb.review.selection import concept_named

    chosen = choose_format(form, output, ("text", "json", "md", "docx", "csv"))
    library = call.library()
    language = call.language(library)
    if summary:
        deliver(_summary(library, language, chosen), output)
        return
    wanted = concept_named(library, concept) if concept else None
    shown = [entry for entry in definitions(library) if wanted in (None, entry.concept)]
    cited = _cited(library, shown, style, language)
    if chosen == "json":
        deliver(as_json([definition_record(entry, cited.get(entry.id)) for entry in shown]), output)
    elif chosen == "text":
        deliver(listing.definition_list(shown, cited, language), output)
    else:
        from kb.outputs import ledger

        campus = call.profile(library)
        number = campus.caption_number(library.configuration.chapter, 3)
        deliver(ledger.render(shown, cited, chosen, language, campus, number), output, binary=chosen == "docx")


def _cited(library: Library, shown: Sequence[Definition], style: str | None, language: str) -> dict[str, str]:
    """How each definition's sources are cited, by its id."""
    from kb.citing.chains import TERMS, all_parenthetical

    if style is None:
        return {e.id: all_parenthetical((e.attribution, *e.also), TERMS[language]) for e in shown if e.attribution}
    from kb.citing.csl_files import find_style
    from kb.citing.read_works import read_by_notes
    from kb.citing.secondary import cited
    from kb.model.text import plain
    from kb.store.derived import Derived

    by_key = {entry.key: entry for entry in library.bibliography.entries}
    listed = [by_key[key] for key in read_by_notes(library).keys if key in by_key]
    told = [(entry.id, each) for entry in shown if entry.attribution for each in (entry.attribution, *entry.also)]
    runs = cited(
        [each for _, each in told], [False] * len(told), listed, find_style(style, library.root), language,
        Derived(library.root), library.bibliography.entries,
    )  # fmt: skip
    found: dict[str, str] = {}
    for (name, _), each in zip(told, runs, strict=True):
        found[name] = "; ".join(filter(None, (found.get(name), plain(each))))
    return found


def _summary(library: Library, language: str, form: str) -> str:
    from kb.citing.dependence import dependence
    from kb.outputs.reference_remarks import dependence_record
    from kb.outputs.reference_remarks import summary as told
    from kb.queries.attributions import citations_noted
    from kb.queries.works import works_by_key

    found = dependence(citations_noted(library), works_by_key(library))
    return as_json(dependence_record(found)) if form == "json" else told(found, language)
